import { equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { driver } from './driver.js';

describe('the host of these tests', () => {
  it('is a real extension host with a fresh workspace', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no workspace folder is open');
    match(vscode.version, /^1\.\d+\.\d+/);
    const files = await vscode.workspace.findFiles('**/welcome.txt');
    equal(files.length, 1);
  });

  it('shows and takes Chinese text', async () => {
    const [file] = await vscode.workspace.findFiles('welcome.txt');
    ok(file);
    const before = readFileSync(file.fsPath, 'utf8');
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    equal(document.getText(), before);
    const typed = '同志们，今天的会议很重要。';
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    if (driver.available) {
      await driver.click('.editor-instance .view-line >> nth=0');
      await driver.press('Control+Home');
      await driver.type(typed);
      await waitUntil(() => document.getText().startsWith(typed));
    } else {
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), typed);
      });
    }
    equal(document.getText(), typed + before);
    await driver.screenshot('chinese-text');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

async function waitUntil(condition: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('It did not come about within 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
