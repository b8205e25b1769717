import * as vscode from 'vscode';
import { shownDraft } from '../shownDraft.js';
import type { Structures } from './grouping.js';
import type { StructurePicker } from './structurePicker.js';

/**
 * Lets the writer choose a paragraph structure and inserts it with its tab stops: into the editor in front, else into
 * a draft that is shown, else into a new one.
 */
export async function insertStructure(
  picker: StructurePicker,
  read: (draft: vscode.Uri) => Promise<Structures>,
): Promise<void> {
  const editor =
    vscode.window.activeTextEditor ??
    shownDraft() ??
    (await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'plaintext' }),
      { preview: false },
    ));
  const { document, selections } = editor;
  const choice = await picker.pick(await read(document.uri));
  if (choice === undefined) return;
  const target = await vscode.window.showTextDocument(document, {
    ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
    preserveFocus: false,
  });
  await target.insertSnippet(new vscode.SnippetString(choice.body), selections);
}
