import * as vscode from 'vscode';
import type { DraftResult } from '../bulk/bulkResults.js';
import type { Draft, Finding, Severity } from './draft.js';

const SEVERITY: Readonly<Record<vscode.DiagnosticSeverity, Severity>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

/** A result as it is shown. */
export function draftOf({ uri, findings, ...result }: DraftResult): Draft {
  const path = vscode.workspace.asRelativePath(uri);
  const slash = path.lastIndexOf('/');
  return {
    ...result,
    uri: uri.toString(),
    name: path.slice(slash + 1),
    folder: path.slice(0, Math.max(0, slash)),
    findings: findings
      .toSorted((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end))
      .map(findingOf),
  };
}

/** Where a finding stands. */
export function rangeOf({ place }: Finding): vscode.Range {
  return new vscode.Range(place.line, place.character, place.endLine, place.endCharacter);
}

function findingOf({ severity, message, code, range: { start, end } }: vscode.Diagnostic): Finding {
  const rule = typeof code === 'object' ? code.value : code;
  return {
    severity: SEVERITY[severity],
    message,
    rule: typeof rule === 'string' ? rule : '',
    place: {
      line: start.line,
      character: start.character,
      endLine: end.line,
      endCharacter: end.character,
    },
  };
}
