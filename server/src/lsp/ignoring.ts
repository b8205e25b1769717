import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../core/finding.js';
import type { IgnoredFinding } from '../core/guide.js';
import { ignoredPlace, ignoredWording, isWording } from '../core/ignored.js';
import { rules } from '../core/rules/registry.js';
import type { Checked } from './checker.js';
import type { DiagnosticMaker } from './diagnostics.js';
import { IGNORE_FINDING, type IgnoreFindingParams } from './protocol/ignoring.js';
import { say, type TEXTS } from './texts.js';

/** How many characters of the words a title quotes. */
const QUOTED = 12;

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
