import type { CodeAction, CodeActionParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { checkDraft } from '../core/check.js';
import type { Edit, Finding } from '../core/finding.js';
import { fixUntilStable } from '../core/fixes.js';
import { overlaps, type Span } from '../core/text/span.js';
import { changesBetween } from './changes.js';
import type { Checked } from './checker.js';
import { toDiagnostic, toSpan, toTextEdits } from './convert.js';
import type { DiagnosticMaker } from './diagnostics.js';
import type { Feature } from './feature.js';
import { ignoreActions } from './ignoring.js';
import type { ClientSupport } from './support.js';
import { say } from './texts.js';

/** The kind of the action that mends everything that can be mended unseen; below `source.fixAll`. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.wenfeng`;

/** The kinds of actions that the server offers. */
const ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll, FIX_ALL];

/** Answers `textDocument/codeAction`. */
export const codeActionFeature: Feature = {
  capabilities: ({ codeActionLiterals }) =>
    codeActionLiterals ? { codeActionProvider: { codeActionKinds: [...ACTION_KINDS] } } : {},
  serve: ({ connection, answer, diagnostics, support }) => {
    connection.onCodeAction((params) =>
      answer(params.textDocument.uri, [], (checked) =>
        codeActions(checked, params, { diagnostics, support }),
      ),
    );
  },
};

/** What code actions need of their surroundings. */
export interface CodeActionHost {
  readonly diagnostics: DiagnosticMaker;
  readonly support: Pick<ClientSupport, 'documentChanges' | 'preferredActions' | 'ignoring'>;
}

/**
 * The fixes of the findings in a range, suggested ones included, one action for all safe fixes of the draft, and the
 * choices to ignore what is in the range, for the document's current version.
 */
export function codeActions(checked: Checked, params: CodeActionParams, host: CodeActionHost): CodeAction[] {
  const { only } = params.context;
  const here = wants(only, CodeActionKind.QuickFix) ? findingsAt(checked, params) : [];
  const actions = wants(only, CodeActionKind.QuickFix)
    ? here.flatMap((finding) => quickFixes(checked, finding, host))
    : [];
  // Unasked it is offered only where there is something of its kind: it costs a check or two.
  if (only === undefined ? here.some(isSafelyFixable) : wants(only, FIX_ALL)) {
    actions.push(...fixAll(checked, host));
  }
  if (host.support.ignoring) {
    actions.push(...here.flatMap((finding) => ignoreActions(checked, finding, host.diagnostics)));
  }
  return actions;
}

function quickFixes(checked: Checked, finding: Finding, host: CodeActionHost): CodeAction[] {
  const diagnostics = [host.diagnostics.one(checked.document, finding)];
  const onlySafe = finding.fixes.filter((fix) => fix.safe).length === 1;
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: workspaceEdit(checked, fix.edits, host),
    ...(fix.safe && onlySafe && host.support.preferredActions ? { isPreferred: true } : {}),
  }));
}

function fixAll(checked: Checked, host: CodeActionHost): CodeAction[] {
  const { result, segmenter, settings, ignored } = checked;
  if (result?.findings.some(isSafelyFixable) !== true) return [];
  const { guide, language } = settings;
  const { text, format } = result.draft;
  const fixed = fixUntilStable(text, (state) =>
    state === text
      ? result.findings
      : checkDraft(state, { format, segmenter, guide, ignored, language }).findings,
  );
  const edits = changesBetween(text, fixed.text);
  if (edits.length === 0) return [];
  return [{ title: say('fixAll', language), kind: FIX_ALL, edit: workspaceEdit(checked, edits, host) }];
}

function isSafelyFixable(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.safe);
}

/**
 * The findings that the range touches. A client that has only the line to go by names the diagnostics it means,
 * which count when the range touches none.
 */
function findingsAt({ document, result }: Checked, { range, context }: CodeActionParams): readonly Finding[] {
  const findings = result?.findings ?? [];
  const span = toSpan(document, range);
  const touched = findings.filter((finding) => touches(finding.span, span));
  if (touched.length > 0) return touched;
  const named = new Set(context.diagnostics.map(({ range: place, code }) => JSON.stringify([place, code])));
  return findings.filter((finding) => {
    const { range: place, code } = toDiagnostic(document, finding);
    return named.has(JSON.stringify([place, code]));
  });
}

/** Whether two spans overlap or meet: a caret stands at the edge of what it means. */
function touches(a: Span, b: Span): boolean {
  return overlaps(a, b) || a.end === b.start || b.end === a.start;
}

function workspaceEdit(checked: Checked, edits: readonly Edit[], host: CodeActionHost): WorkspaceEdit {
  const { uri } = checked.document;
  const textEdits: TextEdit[] = toTextEdits(checked.document, edits);
  return host.support.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: checked.version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** Whether a client that asks for `only` these kinds wants this one; a kind includes those below it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}
