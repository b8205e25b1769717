import * as vscode from 'vscode';

/** What people call a draft: its file's name without the ending. */
export function draftName(uri: vscode.Uri): string {
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return file.replace(/(?<=.)\.[^.]*$/u, '') || vscode.l10n.t('Draft');
}
