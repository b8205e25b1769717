import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../driver.js';
import { closeAll, openUnsaved, rulesAt, waitUntil, wenfeng } from '../support.js';

const FAULTY = '同志们：\n\n今天的会议只有一个议题。请大家把“责任二字记在心上。\n';

const english = vscode.env.language.startsWith('en');

/** Tests that need the keyboard run where the window is driven. */
const inWindow = driver.available ? it : (): void => undefined;

describe('a window without a folder', () => {
  before(wenfeng);
  afterEach(closeAll);

  it('is what these tests run in', () => {
    equal(vscode.workspace.workspaceFolders, undefined);
  });

  it('has a draft checked that was never saved', async () => {
    const { document } = await openUnsaved(FAULTY, 'plaintext');
    await waitUntil('the finding', () => rulesAt(document.uri).length > 0);
    deepEqual(rulesAt(document.uri), ['unpaired-punctuation']);
  });

  it('opens a sample as a copy that can be spoilt', async () => {
    await vscode.commands.executeCommand('wenfeng.openSample', 'county-mobilisation.txt');
    await waitUntil('the sample', () => vscode.window.activeTextEditor?.document.isUntitled === true);
    const document = vscode.window.activeTextEditor?.document;
    ok(document);
    await waitUntil('its findings', () => rulesAt(document.uri).length > 0);
  });

  inWindow('asks which folder a style guide is for, and does nothing when there is none', async () => {
    const done = vscode.commands.executeCommand('wenfeng.newGuide');
    await driver.waitFor(`.quick-input-widget:has-text("${english ? 'Which folder' : '哪个文件夹'}")`);
    await driver.screenshot('no-folder-guide');
    await driver.press('Escape');
    await done;
    equal(vscode.window.activeTextEditor, undefined);
  });

  inWindow('offers to open a folder where drafts would be listed', async () => {
    await vscode.commands.executeCommand('wenfeng.drafts.focus');
    await driver.waitFor('.pane-body .welcome-view-content');
    const [welcome = ''] = await driver.texts('.pane-body .welcome-view-content');
    match(welcome, english ? /folder/iu : /文件夹/u);
    await driver.screenshot('no-folder-drafts');
  });
});
