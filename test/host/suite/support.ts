import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenfengApi } from '../../../client/src/extension.js';
import { driver } from './driver.js';

/** The fixture that most tests open: a draft with a fault of several rules. */
export const DRAFT = '秋粮收储动员讲话.txt';

/** Activates the extension and returns what it tells others. */
export async function wenfeng(): Promise<WenfengApi> {
  const extension = vscode.extensions.getExtension<WenfengApi>('wenfeng.wenfeng');
  ok(extension, 'the extension is not there');
  return extension.activate();
}

/** Where the extension under test lies. */
export function extensionFolder(): string {
  const extension = vscode.extensions.getExtension('wenfeng.wenfeng');
  ok(extension, 'the extension is not there');
  return extension.extensionPath;
}

/** The folder that is open. */
export function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no folder is open');
  return folder.uri;
}

/** A file of the folder that is open. */
export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), path);
}

/** Opens a draft in front. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(file(path), { preview: false });
}

/** A new draft that was never saved, in front. */
export async function openUnsaved(content: string, language: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const end = document.positionAt(content.length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

/** The extension's findings on a document, by the ids of their rules, sorted. */
export function rulesAt(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))
    .sort();
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('notifications.clearAll');
}

/** Shows the list of notifications and waits for one; a driven window does not show them by themselves. */
export async function showNotification(text: string): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList');
  await driver.waitFor(`.notifications-center .notification-list-item:has-text("${text}")`);
}

/**
 * Waits until something is so.
 * @param what completes the sentence “… did not come about”
 * @param limit milliseconds; long, since a machine may be busy with more
 */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limit = 20_000,
): Promise<void> {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`${what} did not come about within ${limit / 1000} s`);
    await delay(40);
  }
}

/**
 * Unfolds a row of a tree as a writer would: a row that is drawn anew under the pointer loses the click, so it is
 * clicked until it is open.
 * @param row the selector of the row
 * @param child the selector of a row in it
 */
export async function unfold(row: string, child: string): Promise<void> {
  if (!driver.available) return;
  await driver.waitFor(row);
  await waitUntil(`${child} in ${row}`, async () => {
    if ((await driver.texts(`${row}[aria-expanded="false"]`)).length > 0) {
      await driver.click(row);
      await driver.press('ArrowRight');
      await delay(300);
    }
    return (await driver.texts(child)).length > 0;
  });
}

/** Waits some milliseconds: for what must not happen, and for nothing else. */
export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
