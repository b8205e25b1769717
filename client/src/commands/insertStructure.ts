import * as vscode from 'vscode';
import type { StructurePicker } from '../structurePicker.js';
import type { StructureGroup } from '../structures.js';

/** Lets the writer choose a paragraph structure and inserts it with its tab stops. */
export async function insertStructure(
  picker: StructurePicker,
  structures: () => Promise<readonly StructureGroup[]>,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return;
  }
  const { document, selections } = editor;
  const choice = await picker.pick(await structures());
  if (choice === undefined) return;
  const target = await vscode.window.showTextDocument(document, {
    ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
    preserveFocus: false,
  });
  await target.insertSnippet(new vscode.SnippetString(choice.body), selections);
}
