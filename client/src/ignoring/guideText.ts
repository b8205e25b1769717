import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { IgnoredFinding } from '../../../server/src/lsp/protocol/ignoring.js';

/** The name of the list in a guide file. */
const LIST = 'ignored';

const OPTIONS = { allowTrailingComma: true, allowEmptyContent: true } as const;

/** The text of a new guide file that ignores one finding. */
export function newGuide(entry: IgnoredFinding): string {
  return `{\n  "${LIST}": [\n    ${oneLine(entry)}\n  ]\n}\n`;
}

/** The entries that a guide file lists; wrong ones are left out, and all of a text that is not JSON with comments. */
export function readIgnored(text: string): IgnoredFinding[] {
  return listIn(rootOf(text))?.children?.flatMap((node) => entryOf(node) ?? []) ?? [];
}

/**
 * The text of a guide file with one more entry, everything else in it as it was, comments too. The same text when it
 * has the entry already; undefined when the file is so faulty that it would be spoilt.
 */
export function addIgnored(text: string, entry: IgnoredFinding): string | undefined {
  if (text.trim() === '') return newGuide(entry);
  const root = rootOf(text);
  if (root === undefined) return undefined;
  const list = findNodeAtLocation(root, [LIST]);
  const indent = /^[ \t]+(?=\S)/mu.exec(text)?.[0] ?? '  ';
  if (list === undefined) {
    const around = indentAt(text, root.offset) + indent;
    const lines = [`"${LIST}": [`, `${around}${indent}${oneLine(entry)}`, `${around}]`];
    return append(text, root, lines.join(lineEnd(text)), indent);
  }
  if (list.type !== 'array') return undefined;
  if (readIgnored(text).some((known) => isSame(known, entry))) return text;
  return append(text, list, oneLine(entry), indent);
}

/**
 * The text of a guide file without these entries and the comments on their lines; undefined when it is so faulty that
 * it would be spoilt.
 */
export function removeIgnored(text: string, entries: readonly IgnoredFinding[]): string | undefined {
  const list = listIn(rootOf(text));
  if (list === undefined) return undefined;
  const children = list.children ?? [];
  const isMeant = (node: Node): boolean => {
    const known = entryOf(node);
    return known !== undefined && entries.some((entry) => isSame(entry, known));
  };
  const hadTrailing = commaBehind(text, list, children.at(-1)) !== undefined;
  let result = text;
  for (const node of children.filter(isMeant).reverse()) {
    const { start, end } = extentOf(text, list, node);
    result = result.slice(0, start) + result.slice(end);
  }
  const left = listIn(rootOf(result));
  const comma = left === undefined ? undefined : commaBehind(result, left, left.children?.at(-1));
  return comma === undefined || hadTrailing ? result : result.slice(0, comma) + result.slice(comma + 1);
}

/** The object that the text is; undefined when it is faulty or something else. */
function rootOf(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, OPTIONS);
  return errors.length === 0 && root?.type === 'object' ? root : undefined;
}

function listIn(root: Node | undefined): Node | undefined {
  const list = root === undefined ? undefined : findNodeAtLocation(root, [LIST]);
  return list?.type === 'array' ? list : undefined;
}

/** Puts an item behind the others of an object or array, and behind the comments on them. */
function append(text: string, container: Node, item: string, indent: string): string {
  const close = container.offset + container.length - 1;
  const last = container.children?.at(-1);
  const from = last === undefined ? container.offset + 1 : endOf(last);
  const needsComma = last !== undefined && commaBehind(text, container, last) === undefined;
  const around = indentAt(text, container.offset);
  const eol = lineEnd(text);
  return [
    text.slice(0, from),
    needsComma ? ',' : '',
    text.slice(from, close).trimEnd(),
    `${eol}${around}${indent}${item}${eol}${around}`,
    text.slice(close),
  ].join('');
}

/** What to delete for a child of a list to be gone: with its comma, and with its line if it has one to itself. */
function extentOf(text: string, list: Node, node: Node): { readonly start: number; readonly end: number } {
  const comma = commaBehind(text, list, node);
  const end = comma === undefined ? endOf(node) : comma + 1;
  const before = /(?:^|\n|\r)[ \t]*$/u.exec(text.slice(0, node.offset));
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?:\r\n|\n|\r)/u.exec(text.slice(end));
  if (before !== null && rest !== null) {
    return { start: node.offset - before[0].replace(/^[\r\n]/u, '').length, end: end + rest[0].length };
  }
  const blanks = /^[ \t]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return { start: node.offset, end: end + (comma === undefined ? 0 : blanks) };
}

/** The offset of the comma behind a child, comments skipped. */
function commaBehind(text: string, container: Node, child: Node | undefined): number | undefined {
  if (child === undefined) return undefined;
  const scanner = createScanner(text, true);
  scanner.setPosition(endOf(child));
  scanner.scan();
  const at = scanner.getTokenOffset();
  return at < endOf(container) && text[at] === ',' ? at : undefined;
}

function entryOf(node: Node): IgnoredFinding | undefined {
  const value: unknown = getNodeValue(node);
  return isIgnoredFinding(value) ? value : undefined;
}

/** Whether a value is an entry of a list of ignored findings. */
export function isIgnoredFinding(value: unknown): value is IgnoredFinding {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, text, before, after } = value as Readonly<Record<string, unknown>>;
  return (
    typeof rule === 'string' &&
    typeof text === 'string' &&
    (before === undefined || typeof before === 'string') &&
    (after === undefined || typeof after === 'string')
  );
}

/** Whether two entries ignore the same. */
export function isSame(a: IgnoredFinding, b: IgnoredFinding): boolean {
  return a.rule === b.rule && a.text === b.text && a.before === b.before && a.after === b.after;
}

function oneLine({ rule, text, before, after }: IgnoredFinding): string {
  const parts = Object.entries({ rule, text, before, after }).flatMap(([name, value]) =>
    value === undefined ? [] : [`"${name}": ${JSON.stringify(value)}`],
  );
  return `{ ${parts.join(', ')} }`;
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** The blanks that begin the line on which an offset stands. */
function indentAt(text: string, offset: number): string {
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/u.exec(text.slice(line))?.[0] ?? '';
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
