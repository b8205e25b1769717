import * as vscode from 'vscode';
import { exists } from '../exists.js';
import { GUIDE_FILE_NAME } from '../../../server/src/lsp/protocol/guide.js';

/** More guide files than this are nobody's workspace. */
const MOST = 100;

/** The guide file of a draft in a workspace folder: the nearest, going up to that folder. */
export async function nearestGuide(
  draft: vscode.Uri,
  { uri: top }: vscode.WorkspaceFolder,
): Promise<vscode.Uri | undefined> {
  for (let folder = vscode.Uri.joinPath(draft, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    const guide = vscode.Uri.joinPath(folder, GUIDE_FILE_NAME);
    if (await exists(guide)) return guide;
    if (folder.path.length <= top.path.length) return undefined;
  }
}

/** The guide files of the workspace. */
export async function allGuides(): Promise<vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(`**/${GUIDE_FILE_NAME}`, undefined, MOST);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes a guide file where there is none. */
export async function createGuide(folder: vscode.WorkspaceFolder, text: string): Promise<void> {
  const guide = vscode.Uri.joinPath(folder.uri, GUIDE_FILE_NAME);
  await vscode.workspace.fs.writeFile(guide, new TextEncoder().encode(text));
}

/** The text of a guide file, as it stands in the editor if it is open there. */
export async function readGuide(guide: vscode.Uri): Promise<string> {
  return openDocument(guide)?.getText() ?? (await readSaved(guide));
}

/**
 * Changes a guide file. One that is open is changed in the editor, and saved unless the writer has unsaved changes in
 * it. One that is too faulty to be changed is shown instead.
 *
 * @param change the new text; undefined when the file is too faulty
 */
export async function changeGuide(
  guide: vscode.Uri,
  change: (text: string) => string | undefined,
): Promise<boolean> {
  const before = await readGuide(guide);
  const after = change(before);
  if (after === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} is faulty and was left as it is; mend it first.',
        vscode.workspace.asRelativePath(guide),
      ),
    );
    await vscode.window.showTextDocument(guide);
    return false;
  }
  if (after === before) return true;
  const document = openDocument(guide);
  // A document that is opened for the change alone would live on for minutes, and hold even after the file is deleted.
  if (document === undefined) {
    await vscode.workspace.fs.writeFile(guide, new TextEncoder().encode(after));
    return true;
  }
  const saved = !document.isDirty;
  const { start, end, text } = difference(before, after);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(guide, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  if (saved) await document.save();
  return true;
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

async function readSaved(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** What is between the first and the last difference, so that the caret stays where it is. */
function difference(before: string, after: string): { start: number; end: number; text: string } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}
