import type { CodeAction, DocumentUri } from 'vscode-languageserver';
import { CodeActionKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { checkDraft } from '../core/check.js';
import type { Edit, Finding } from '../core/finding.js';
import { fixUntilStable } from '../core/fixes.js';
import { isRecord } from '../core/guide/values.js';
import { rules } from '../core/rules/registry.js';
import { changesBetween } from './changes.js';
import type { Checked } from './checker.js';
import type { DiagnosticMaker } from './diagnostics.js';
import type { ClientSupport } from './support.js';
import { say } from './texts.js';
import { workspaceEdit } from './workspaceEdit.js';

/** The kind of the action that mends everything that can be mended unseen; below `source.fixAll`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.wenfeng`;

/** What actions that mend more than one finding need of their surroundings. */
export interface FixAllHost {
  readonly diagnostics: DiagnosticMaker;
  readonly support: Pick<ClientSupport, 'documentChanges' | 'lazyEdits'>;
}

/** What such an action takes to the client and back, until it is chosen: the edit costs a check or two. */
interface FixAllData {
  readonly uri: DocumentUri;
  /** The version that it was offered for. */
  readonly version: number;
  /** Only the findings of this rule; absent for all. */
  readonly rule?: string;
}

/** Whether a finding can be mended unseen. */
export function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.safe);
}

/**
 * The quick fixes that mend more than is in the range: of each rule that has more such findings in the draft, and
 * of all rules where there are several.
 *
 * @param here the findings in the range that can be mended unseen
 */
export function fixAll(checked: Checked, here: readonly Finding[], host: FixAllHost): CodeAction[] {
  const safe = checked.result?.findings.filter(isSafelyFixable) ?? [];
  const { language } = checked.settings;
  const ofRules = [...new Set(here.map(({ rule }) => rule))].flatMap((rule) => {
    const count = safe.filter((finding) => finding.rule === rule).length;
    const name = rules.find(({ id }) => id === rule)?.title[language] ?? rule;
    const title = say('fixRule', language, { rule: name, count });
    const about = here.filter((finding) => finding.rule === rule);
    return count < 2 ? [] : action(checked, { title, kind: CodeActionKind.QuickFix, about, rule }, host);
  });
  const several = here.length > 0 && safe.some(({ rule }) => rule !== safe[0]?.rule);
  return [...ofRules, ...(several ? fixAllOfDraft(checked, CodeActionKind.QuickFix, host, here) : [])];
}

/** The action that mends everything that can be mended unseen; none where nothing can. */
export function fixAllOfDraft(
  checked: Checked,
  kind: string,
  host: FixAllHost,
  about: readonly Finding[] = [],
): CodeAction[] {
  if (checked.result?.findings.some(isSafelyFixable) !== true) return [];
  return action(checked, { title: say('fixAll', checked.settings.language), kind, about }, host);
}

/**
 * The action with its edit, which is for the version that it was offered for.
 * An error when the draft has changed since: what was offered then is not what would be done now.
 */
export function resolveFixAll(
  chosen: CodeAction,
  data: FixAllData,
  checked: Checked,
  support: FixAllHost['support'],
): CodeAction | ResponseError {
  if (checked.version !== data.version) {
    return new ResponseError(LSPErrorCodes.ContentModified, `${data.uri} changed after this was offered`);
  }
  return { ...chosen, edit: workspaceEdit(checked, edits(checked, data.rule), support) };
}

/** Whether this is what an action that mends more than one finding took to the client. */
export function isFixAllData(value: unknown): value is FixAllData {
  return (
    isRecord(value) &&
    typeof value['uri'] === 'string' &&
    typeof value['version'] === 'number' &&
    (value['rule'] === undefined || typeof value['rule'] === 'string')
  );
}

function action(
  checked: Checked,
  offered: {
    readonly title: string;
    readonly kind: string;
    readonly about: readonly Finding[];
    readonly rule?: string;
  },
  { diagnostics, support }: FixAllHost,
): CodeAction[] {
  const { title, kind, about, rule } = offered;
  const { document, version } = checked;
  const bare: CodeAction = {
    title,
    kind,
    ...(about.length > 0 ? { diagnostics: about.map((finding) => diagnostics.one(document, finding)) } : {}),
  };
  if (support.lazyEdits) {
    const data: FixAllData = { uri: document.uri, version, ...(rule === undefined ? {} : { rule }) };
    return [{ ...bare, data }];
  }
  const now = edits(checked, rule);
  return now.length === 0 ? [] : [{ ...bare, edit: workspaceEdit(checked, now, support) }];
}

/** The edits that mend all there is to mend unseen, of one rule or of all; what that brings about is mended too. */
function edits({ result, segmenter, settings, ignored }: Checked, rule: string | undefined): Edit[] {
  if (result === undefined) return [];
  const { guide, language } = settings;
  const { text, format } = result.draft;
  const wanted = (findings: readonly Finding[]): readonly Finding[] =>
    rule === undefined ? findings : findings.filter((finding) => finding.rule === rule);
  const fixed = fixUntilStable(text, (state) =>
    wanted(
      state === text
        ? result.findings
        : checkDraft(state, { format, segmenter, guide, ignored, language }).findings,
    ),
  );
  return changesBetween(text, fixed.text);
}
