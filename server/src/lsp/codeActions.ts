import type { CodeAction, CodeActionParams, Command } from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Finding } from '../core/finding.js';
import { rules } from '../core/rules/registry.js';
import { overlaps, type Span } from '../core/text/span.js';
import type { Checked } from './checker.js';
import { toDiagnostic, toSpan } from './convert.js';
import type { DiagnosticMaker } from './diagnostics.js';
import type { Feature } from './feature.js';
import { FIX_ALL, fixAll, fixAllOfDraft, isFixAllData, isSafelyFixable, resolveFixAll } from './fixAll.js';
import { ignoreActions } from './ignoring.js';
import { OPEN_RULE } from './protocol/rulePage.js';
import type { ClientSupport } from './support.js';
import { restructureActions } from './restructure.js';
import { say } from './texts.js';
import { workspaceEdit } from './workspaceEdit.js';

/** The kinds of actions that the server offers. */
const ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.SourceFixAll,
  FIX_ALL,
];

/** Answers `textDocument/codeAction`, and `codeAction/resolve` for the actions that are costly. */
export const codeActionFeature: Feature = {
  capabilities: ({ codeActionLiterals, lazyEdits }) =>
    codeActionLiterals
      ? { codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: lazyEdits } }
      : {},
  serve: ({ connection, answer, diagnostics, support }) => {
    connection.onCodeAction((params) =>
      answer(params.textDocument.uri, [], (checked) =>
        codeActions(checked, params, { diagnostics, support }),
      ),
    );
    connection.onCodeActionResolve((chosen) => {
      const data: unknown = chosen.data;
      if (!isFixAllData(data)) return chosen;
      const closed = new ResponseError(
        LSPErrorCodes.ContentModified,
        `${data.uri} was closed after this was offered`,
      );
      return answer<CodeAction | ResponseError>(data.uri, closed, (checked) =>
        resolveFixAll(chosen, data, checked, support),
      );
    });
  },
};

/** What code actions need of their surroundings. */
export interface CodeActionHost {
  readonly diagnostics: DiagnosticMaker;
  readonly support: Pick<
    ClientSupport,
    'documentChanges' | 'preferredActions' | 'lazyEdits' | 'ignoring' | 'openingRules' | 'restructuring'
  >;
}

/**
 * What can be done in a range, for the document's current version: the menu of quick fixes, what can be restructured,
 * and all safe fixes of the draft as one action where a client asks for such, as it does on save.
 */
export function codeActions(checked: Checked, params: CodeActionParams, host: CodeActionHost): CodeAction[] {
  const { only, triggerKind } = params.context;
  // A lamp that is lit beside every list would say nothing.
  const asked = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
  return [
    ...(wants(only, CodeActionKind.QuickFix) ? quickFixMenu(checked, findingsAt(checked, params), host) : []),
    ...(asked && wants(only, CodeActionKind.RefactorRewrite)
      ? restructureActions(checked, params.range, host.support)
      : []),
    ...(only !== undefined && wants(only, FIX_ALL) ? fixAllOfDraft(checked, FIX_ALL, host) : []),
  ];
}

/**
 * From what mends to what only tells: the fixes, all of one rule, all that is safe, not to be told again, the rules'
 * pages. Every action names the findings it is about, since clients put those that name none behind the others.
 */
function quickFixMenu(checked: Checked, here: readonly Finding[], host: CodeActionHost): CodeAction[] {
  const rulesHere = [...new Set(here.map(({ rule }) => rule))];
  return [
    ...here.flatMap((finding) => quickFixes(checked, finding, host)),
    ...fixAll(checked, here.filter(isSafelyFixable), host),
    ...(host.support.ignoring
      ? here.flatMap((finding) => ignoreActions(checked, finding, host.diagnostics))
      : []),
    ...(host.support.openingRules
      ? rulesHere.map((rule) =>
          rulePageAction(
            checked,
            here.filter((finding) => finding.rule === rule),
            rule,
            host,
          ),
        )
      : []),
  ];
}

function quickFixes(checked: Checked, finding: Finding, host: CodeActionHost): CodeAction[] {
  const diagnostics = [host.diagnostics.one(checked.document, finding)];
  const onlySafe = finding.fixes.filter((fix) => fix.safe).length === 1;
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: workspaceEdit(checked, fix.edits, host.support),
    ...(fix.safe && onlySafe && host.support.preferredActions ? { isPreferred: true } : {}),
  }));
}

/** The page of a rule, which the client shows. */
function rulePageAction(
  { document, settings }: Checked,
  findings: readonly Finding[],
  rule: string,
  host: CodeActionHost,
): CodeAction {
  const name = rules.find(({ id }) => id === rule)?.title[settings.language] ?? rule;
  const title = say('openRule', settings.language, { rule: name });
  const command: Command = { title, command: OPEN_RULE, arguments: [rule] };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.map((finding) => host.diagnostics.one(document, finding)),
    command,
  };
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

/** Whether a client that asks for `only` these kinds wants this one; a kind includes those below it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}
