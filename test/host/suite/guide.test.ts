import { deepEqual, equal, match } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, delay, DRAFT, file, open, rulesAt, waitUntil, wenfeng } from './support.js';

const GUIDE = '.wenfeng.json';

/** Tests that need the keyboard run where the window is driven. */
const inWindow = driver.available ? it : (): void => undefined;

describe('the guide file', () => {
  before(wenfeng);
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file(GUIDE)).then(undefined, () => undefined);
    await waitUntil('the guide’s end', async () => {
      await open(DRAFT);
      return rulesAt(file(DRAFT)).includes('unpaired-punctuation');
    });
    await closeAll();
  });

  it('holds at once, before it is saved, and has its mistakes marked', async () => {
    await open(DRAFT);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
    const text = '{\n  // 注释\n  "rules": { "unpaired-punctuatoin": "off" },\n}\n';
    await vscode.workspace.fs.writeFile(file(GUIDE), new TextEncoder().encode(text));
    const { document } = await open(GUIDE);
    equal(document.languageId, 'jsonc');
    await waitUntil('the mistake', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    await driver.screenshot('guide-mistake');
    const mistakes = vscode.languages.getDiagnostics(document.uri);
    deepEqual(
      mistakes.map(({ source, range }) => [source, document.getText(range)]),
      [['文风', '"unpaired-punctuatoin"']],
    );
    match(mistakes[0]?.message ?? '', /did you mean “unpaired-punctuation”/u);

    const edit = new vscode.WorkspaceEdit();
    const [mistake] = mistakes;
    if (mistake !== undefined) edit.replace(document.uri, mistake.range, '"unpaired-punctuation"');
    await vscode.workspace.applyEdit(edit);
    equal(document.isDirty, true);
    await waitUntil('the rule’s silence', () => !rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
    equal(vscode.languages.getDiagnostics(document.uri).length, 0);
    await document.save();
  });

  inWindow('is written anew from answers to a few questions', async () => {
    const done = vscode.commands.executeCommand('wenfeng.newGuide');
    await driver.waitFor('.quick-input-list .monaco-list-row:has-text("ceremonial")');
    await driver.screenshot('new-guide');
    await driver.type('ceremonial');
    await driver.press('Enter');
    await driver.waitFor('.quick-input-widget:has-text("How many minutes")');
    await driver.type('6');
    await driver.press('Enter');
    await done;
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), file(GUIDE).toString());
    await waitUntil('the text', () => editor.document.getText().includes('"extends": "ceremonial"'));
    match(editor.document.getText(), /"maxMinutes": 6/u);
    await driver.screenshot('guide-written');
    await delay(1000);
    deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
  });
});
