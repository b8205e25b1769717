import * as vscode from 'vscode';
import type { Structures } from './grouping.js';
import type { StructurePicker } from './structurePicker.js';

/** Lets the writer choose a paragraph structure and inserts it with its tab stops. */
export async function insertStructure(
  picker: StructurePicker,
  read: (draft: vscode.Uri) => Promise<Structures>,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return;
  }
  const { document, selections } = editor;
  const choice = await picker.pick(await read(document.uri));
  if (choice === undefined) return;
  const target = await vscode.window.showTextDocument(document, {
    ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
    preserveFocus: false,
  });
  await target.insertSnippet(new vscode.SnippetString(choice.body), selections);
}
