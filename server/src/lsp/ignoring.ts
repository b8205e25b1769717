import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../core/finding.js';
import type { IgnoredFinding } from '../core/guide.js';
import { isRecord } from '../core/guide/values.js';
import { ignoredPlace, ignoredWording, isWording } from '../core/ignored.js';
import { rules } from '../core/rules/registry.js';
import type { Checked } from './checker.js';
import type { DiagnosticMaker } from './diagnostics.js';
import { IGNORE_FINDING, type IgnoreFindingParams } from './protocol/ignoring.js';
import { say, type TEXTS } from './texts.js';

/** How many characters of the words a title quotes. */
const QUOTED = 12;

/** What the writer has ignored apart from guide files: it lies with the client, which tells it. */
export class OwnIgnored {
  #entries: readonly IgnoredFinding[];

  constructor(raw: unknown) {
    this.#entries = readEntries(raw);
  }

  /** By identity the same until it is told anew. */
  get entries(): readonly IgnoredFinding[] {
    return this.#entries;
  }

  /** Takes what the client tells in place of what it told before; whatever is no entry is left out. */
  replace(raw: unknown): void {
    this.#entries = readEntries(raw);
  }
}

/**
 * The choices not to be told of a finding again: at this place, and, where its words say anything, wherever they
 * stand. The client records the choice.
 */
export function ignoreActions(
  { document, result, settings }: Checked,
  finding: Finding,
  diagnostics: DiagnosticMaker,
): CodeAction[] {
  if (result === undefined) return [];
  const { text } = result.draft;
  const action = (title: keyof typeof TEXTS, entry: IgnoredFinding): CodeAction => {
    const rule = rules.find(({ id }) => id === finding.rule)?.title[settings.language] ?? finding.rule;
    const said = say(title, settings.language, { rule, words: quoted(entry.text) });
    const params: IgnoreFindingParams = { uri: document.uri, entry };
    return {
      title: said,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostics.one(document, finding)],
      command: { title: said, command: IGNORE_FINDING, arguments: [params] },
    };
  };
  const here = ignoredPlace(text, finding, [...result.findings, ...result.ignored]);
  const wording = ignoredWording(text, finding);
  return [action('ignoreHere', here), ...(isWording(wording) ? [action('ignoreWording', wording)] : [])];
}

function quoted(words: string): string {
  return words.length <= QUOTED ? words : `${words.slice(0, QUOTED).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function readEntries(raw: unknown): readonly IgnoredFinding[] {
  return Array.isArray(raw) ? raw.filter(isEntry) : [];
}

function isEntry(value: unknown): value is IgnoredFinding {
  return (
    isRecord(value) &&
    typeof value['rule'] === 'string' &&
    typeof value['text'] === 'string' &&
    (value['before'] === undefined || typeof value['before'] === 'string') &&
    (value['after'] === undefined || typeof value['after'] === 'string')
  );
}
