import * as vscode from 'vscode';

/** A text in the language in which the extension's own texts are shown: Chinese where VS Code has found their Chinese. */
export function localized({ zh, en }: { readonly zh: string; readonly en: string }): string {
  return vscode.l10n.bundle === undefined ? en : zh;
}
