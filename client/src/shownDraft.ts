import * as vscode from 'vscode';
import { isDraft } from './watched.js';

/** The draft in front, else one that is shown beside what is in front; undefined when none is to be seen. */
export function shownDraft(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find(
    (editor) => editor !== undefined && isDraft(editor.document),
  );
}
