import { createScanner, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Localized } from '../localized.js';
import type { Span } from '../text/span.js';
import { quoted } from './quoted.js';
import type { ValuePath } from './values.js';

/** Deeper nesting is nobody's guide, and would exhaust the parser's stack. */
const MAX_DEPTH = 100;

/** A fault of the notation itself, in one sentence. */
export interface JsonFault {
  readonly span: Span;
  readonly message: Localized;
}

/** What a text in JSON with comments says, as far as it can be read. */
export interface LocatedJson {
  /** Undefined when the text says nothing. Objects have only what was written as own properties. */
  readonly value: unknown;
  readonly faults: readonly JsonFault[];
  /** Where the name, or the value, of the part at `path` stands; the nearest part around it that has a place. */
  spanOf(path: ValuePath, at: 'name' | 'value'): Span;
}

/**
 * Reads JSON with comments and trailing commas. Accepts any string and never throws: what is faulty is named with
 * its place, and what can be read around it is there. Of a name that is written twice the last value holds.
 */
export function readJsonc(text: string): LocatedJson {
  const whole: Span = { start: 0, end: text.length };
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return { value: undefined, faults: [{ span: deep, message: TOO_DEEP }], spanOf: () => whole };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const faults = errors.map((error) => faultOf(text, error));
  if (root === undefined) return { value: undefined, faults: oneALine(text, faults), spanOf: () => whole };
  const parts: Parts = new Map();
  const value = read(root, parts, faults);
  return { value, faults: oneALine(text, faults), spanOf: (path, at) => spanIn(root, parts, path, at) };
}

/** A part of an object as it is written: its name and its value. */
interface Part {
  readonly name: Node;
  readonly value: Node;
}

/** The parts of each object, by their names; of a name that is written twice the last. */
type Parts = Map<Node, ReadonlyMap<string, Part>>;

function spanIn(root: Node, parts: Parts, path: ValuePath, at: 'name' | 'value'): Span {
  let node = root;
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'number') {
      const child = node.type === 'array' ? node.children?.[step] : undefined;
      if (child === undefined) break;
      node = child;
      continue;
    }
    const part = parts.get(node)?.get(step);
    if (part === undefined) break;
    if (at === 'name' && depth === path.length - 1) return spanOfNode(part.name);
    node = part.value;
  }
  return spanOfNode(node);
}

function read(node: Node, parts: Parts, faults: JsonFault[]): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => read(child, parts, faults));
  if (node.type !== 'object') return node.value as unknown;
  const written = new Map<string, Part>();
  for (const { children = [] } of node.children ?? []) {
    const [name, value] = children;
    if (name === undefined || value === undefined) continue;
    const part = String(name.value);
    if (written.has(part)) faults.push({ span: spanOfNode(name), message: twice(part) });
    written.set(part, { name, value });
  }
  parts.set(node, written);
  return Object.fromEntries([...written].map(([name, { value }]) => [name, read(value, parts, faults)]));
}

function spanOfNode({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const END = 17;

function tooDeepAt(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth = Math.max(0, depth - 1);
    else if (token === OPEN_BRACE || token === OPEN_BRACKET) depth++;
    if (depth > MAX_DEPTH) {
      return { start: scanner.getTokenOffset(), end: scanner.getTokenOffset() + scanner.getTokenLength() };
    }
  }
  return undefined;
}

/** One fault makes the parser stumble on, so that only the first of a line says something. */
function oneALine(text: string, faults: readonly JsonFault[]): readonly JsonFault[] {
  const kept: JsonFault[] = [];
  let before: number | undefined;
  for (const fault of [...faults].sort((a, b) => a.span.start - b.span.start)) {
    // Looked at piece by piece, so that a long line with many faults is read once.
    if (before === undefined || /[\r\n]/u.test(text.slice(before, fault.span.start))) kept.push(fault);
    before = fault.span.start;
  }
  return kept;
}

function faultOf(text: string, { error, offset, length }: ParseError): JsonFault {
  const start = Math.min(offset, text.length);
  const span = { start, end: Math.min(start + length, text.length) };
  const wide = WIDE_MARK.exec(text.slice(start, span.end));
  if (wide !== null) {
    const at = start + wide.index;
    return { span: { start: at, end: at + wide[0].length }, message: WIDE };
  }
  return { span, message: FAULTS[error] ?? OTHER };
}

const WIDE_MARK = /^[“”‘’，：｛｝［］【】；、]/u;

const WIDE: Localized = {
  zh: '这里用了中文标点，请改成英文的：引号 "、逗号 ,、冒号 :、括号 { } [ ]。',
  en: 'This is a Chinese mark; write the ASCII one: " , : { } [ ].',
};

const OTHER: Localized = {
  zh: '这里不合 JSON 的写法，请检查引号、逗号和括号。',
  en: 'This is not JSON; check quotes, commas and brackets.',
};

/** By jsonc-parser's ParseErrorCode. */
const FAULTS: Readonly<Record<number, Localized>> = {
  1: {
    zh: '这里有多余或写错的字符，文字要写在英文双引号里。',
    en: 'This does not belong here; texts stand in double quotes.',
  },
  2: { zh: '这个数字的写法不对。', en: 'This number is not written as JSON wants it.' },
  3: { zh: '这里应有写在英文双引号里的名称。', en: 'A name in double quotes is missing here.' },
  4: { zh: '这里缺一个值。', en: 'A value is missing here.' },
  5: { zh: '名称后面缺英文冒号。', en: 'A colon is missing after the name.' },
  6: { zh: '这里前面缺一个英文逗号。', en: 'A comma is missing before this.' },
  7: { zh: '缺右花括号 }。', en: 'A closing } is missing.' },
  8: { zh: '缺右方括号 ]。', en: 'A closing ] is missing.' },
  9: { zh: '文件到这里应该结束了，后面的不起作用。', en: 'The file should end here; the rest is not read.' },
  11: { zh: '注释没有结束，缺 */。', en: 'The comment is not ended; */ is missing.' },
  12: { zh: '缺右边的英文双引号。', en: 'The closing double quote is missing.' },
  13: { zh: '这个数字没有写完。', en: 'This number is not complete.' },
  14: { zh: '\\u 后面应有四位十六进制数字。', en: '\\u wants four hexadecimal digits.' },
  15: {
    zh: '反斜杠后面的字符不对；路径请用 / 分隔。',
    en: 'A wrong character after the backslash; write paths with /.',
  },
  16: {
    zh: '文字里有不能直接写的控制字符，例如制表符。',
    en: 'A control character, such as a tab, in a text.',
  },
};

const TOO_DEEP: Localized = {
  zh: '括号嵌套太深，整个文件没有读取，请检查括号。',
  en: 'The brackets are nested too deeply, so the file was not read; check them.',
};

function twice(name: string): Localized {
  return {
    zh: `${quoted(name)}前面已经写过，以这一次的为准；请合成一处。`,
    en: `${quoted(name)} was written before, and this one holds; make them one.`,
  };
}
