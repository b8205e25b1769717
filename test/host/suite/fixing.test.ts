import { equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import {
  closeAll,
  delay,
  file,
  openUnsaved,
  rulesAt,
  showNotification,
  waitUntil,
  wenfeng,
} from './support.js';

const FAULTY = '同志们：\n会议 开得很好，大家 都发了言。。\n请某某同志讲话。 \nHe said: good ?\n';
const MENDED = '同志们：\n会议开得很好，大家都发了言。\n请某某同志讲话。 \nHe said: good ?\n';

describe('what is safe to fix', () => {
  before(wenfeng);
  afterEach(closeAll);

  it('is fixed on save where the writer has asked for it, and nothing else is touched', async () => {
    const uri = file('存盘.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('同志们：\n'));
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'plaintext' });
    const where = [vscode.ConfigurationTarget.Workspace, true] as const;
    await editor.update('codeActionsOnSave', { 'source.fixAll.wenfeng': 'explicit' }, ...where);
    try {
      const { document } = await vscode.window.showTextDocument(uri);
      await type(document, FAULTY);
      await waitUntil('the findings', () => rulesAt(uri).includes('stray-space'));
      ok(await document.save());
      equal(document.getText(), MENDED);
      equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), MENDED);
    } finally {
      await editor.update('codeActionsOnSave', undefined, ...where);
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('is fixed at the command, in one step that undo takes back', async () => {
    const { document } = await openUnsaved(FAULTY, 'plaintext');
    await vscode.commands.executeCommand('wenfeng.fixAll');
    equal(document.getText(), MENDED);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), FAULTY);
  });

  it('is asked for in vain where there is nothing', async () => {
    const { document } = await openUnsaved('请某某同志讲话。\n', 'plaintext');
    await vscode.commands.executeCommand('wenfeng.fixAll');
    await showNotification(
      vscode.env.language === 'en' ? 'Nothing in this draft can be fixed' : '没有可以放心直接修正的问题',
    );
    equal(document.getText(), '请某某同志讲话。\n');
  });

  it('is in the menu of quick fixes, which ends with the rule’s page', async () => {
    const editor = await openUnsaved(FAULTY, 'plaintext');
    await waitUntil('the findings', () => rulesAt(editor.document.uri).includes('duplicate-punctuation'));
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    if (!driver.available) return;
    // Diagnostics that come anew close the menu.
    await waitUntil('the menu', async () => {
      await vscode.commands.executeCommand('editor.action.quickFix');
      await delay(300);
      return (await driver.texts('.action-widget .monaco-list-row')).length > 4;
    });
    await driver.screenshot(`quick-fix-menu-${vscode.env.language}`);
    await driver.click('.action-widget .monaco-list-row:last-child');
    await waitUntil(
      'the page',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('stray-space') === true,
    );
  });
});

async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  ok(await vscode.workspace.applyEdit(edit));
}
