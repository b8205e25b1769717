import type { CodeAction, CodeActionParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Edit, Finding } from '../core/finding.js';
import { overlaps, type Span } from '../core/text/span.js';
import type { Checked } from './checker.js';
import { toDiagnostic, toSpan, toTextEdits } from './convert.js';
import type { DiagnosticMaker } from './diagnostics.js';
import type { ClientSupport } from './support.js';

/** The kinds of actions that the server offers. */
export const ACTION_KINDS = [CodeActionKind.QuickFix] as const;

/** What code actions need of their surroundings. */
export interface CodeActionHost {
  readonly diagnostics: DiagnosticMaker;
  readonly support: Pick<ClientSupport, 'documentChanges' | 'preferredActions'>;
}

/** The fixes of the findings in a range, suggested ones included, for the document's current version. */
export function codeActions(checked: Checked, params: CodeActionParams, host: CodeActionHost): CodeAction[] {
  const { only } = params.context;
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    for (const finding of findingsAt(checked, params)) actions.push(...quickFixes(checked, finding, host));
  }
  return actions;
}

function quickFixes(checked: Checked, finding: Finding, host: CodeActionHost): CodeAction[] {
  const diagnostics = [host.diagnostics.one(checked.document, finding)];
  const preferred = finding.fixes.filter((fix) => fix.safe).length === 1;
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: workspaceEdit(checked, fix.edits, host),
    ...(fix.safe && preferred && host.support.preferredActions ? { isPreferred: true } : {}),
  }));
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
