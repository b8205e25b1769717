import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, file, openUnsaved, rulesAt, waitUntil, wenfeng } from './support.js';

const ROW = '.quick-input-list .monaco-list-row';
const BOX = '.quick-input-widget';

/** Tests that need the keyboard run where the window is driven. */
const inWindow = driver.available ? it : (): void => undefined;

describe('a new speech draft', () => {
  before(wenfeng);
  afterEach(closeAll);

  inWindow('is laid out from three answers and filled in from field to field', async () => {
    const done = vscode.commands.executeCommand('wenfeng.newDraft');
    await driver.waitFor(`${ROW}.focused`);
    await driver.waitFor(`${BOX}:has-text("1/3")`);
    await driver.screenshot('new-draft-occasion');
    await choose('safety', '安全生产会|Safety meeting');
    await driver.waitFor(`${BOX}:has-text("2/3")`);
    await driver.type('0');
    await driver.waitFor(`${BOX} .quick-input-message:has-text("180")`);
    await driver.screenshot('new-draft-minutes');
    await driver.press('Enter');
    await driver.press('Control+A');
    await driver.type('１２');
    await driver.press('Enter');
    await driver.waitFor(`${BOX}:has-text("3/3")`);
    await driver.screenshot('new-draft-points');

    await driver.click(`${BOX} .codicon-quick-input-back`);
    await driver.waitFor(`${BOX}:has-text("2/3")`);
    await driver.press('Enter');
    await driver.waitFor(`${BOX}:has-text("3/3")`);
    await driver.waitFor(`${ROW}.focused:has-text("3")`);
    await driver.press('ArrowUp');
    await driver.press('Enter');
    await done;

    const document = await laidOut();
    equal(document.languageId, 'plaintext');
    const text = document.getText();
    match(text, /下面，我讲两点意见。\n\n一、【小标题：隐患在哪里】\n/u);
    ok(text.includes('\n\n二、【') && !text.includes('三、'));
    await driver.type('全县安全生产会议');
    await driver.press('Tab');
    await waitUntil('the title', () => document.getText().startsWith('在全县安全生产会议上的讲话\n'));
    await driver.waitFor('.suggest-widget.visible .monaco-list-row:has-text("各位代表")');
    await driver.screenshot('new-draft-filling');
    await driver.press('ArrowDown');
    await driver.press('Enter');
    await waitUntil('the salutation', () => document.lineAt(2).text === '各位代表：');
    // A choice that is made moves on by itself.
    await driver.type('动员会');
    await waitUntil('the next field', () => document.lineAt(4).text.startsWith('今天召开动员会，'));
    await waitUntil('the fields that are left, as findings', () => {
      const rules = rulesAt(document.uri);
      return rules.length > 10 && rules.every((rule) => rule === 'placeholder-left');
    });
    await driver.screenshot('new-draft');
  });

  inWindow('is Markdown beside Markdown, without points where none are wanted', async () => {
    await openUnsaved('今天天气好。', 'markdown');
    const done = vscode.commands.executeCommand('wenfeng.newDraft');
    await driver.waitFor(`${ROW}.focused`);
    await choose('ceremony', '致辞|Address');
    await driver.waitFor(`${BOX}:has-text("2/3")`);
    await driver.press('Enter');
    await driver.waitFor(`${ROW}.focused`);
    await driver.press('Enter');
    await done;
    const document = await laidOut();
    equal(document.languageId, 'markdown');
    match(document.getText(), /^# 在【活动名称】上的致辞\n/u);
    ok(!/[一二三]、|点意见/u.test(document.getText()));
  });

  inWindow('comes from no answer', async () => {
    const before = vscode.workspace.textDocuments.length;
    for (const answers of [0, 1, 2]) {
      const done = vscode.commands.executeCommand('wenfeng.newDraft');
      await driver.waitFor(`${BOX}:has-text("1/3")`);
      // The title is there before what could be chosen.
      await driver.waitFor(`${ROW}.focused`);
      for (let answer = 1; answer <= answers; answer++) {
        await driver.press('Enter');
        await driver.waitFor(`${BOX}:has-text("${answer + 1}/3")`);
      }
      await driver.press('Escape');
      await done;
    }
    equal(vscode.workspace.textDocuments.length, before);
  });

  inWindow('is offered among new files and for a folder', async () => {
    const title = /New Speech Draft|新建讲话稿/u;
    void vscode.commands.executeCommand('welcome.showNewFileEntries');
    await driver.waitFor(ROW);
    await driver.screenshot('new-file');
    ok((await driver.texts(ROW)).some((row) => title.test(row)));
    await driver.press('Escape');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await driver.rightClick('.explorer-viewlet .monaco-list-row:has-text("乡镇")');
    await driver.waitFor('.monaco-menu .action-label');
    await driver.screenshot('folder-menu');
    ok((await driver.texts('.monaco-menu .action-label')).some((label) => title.test(label)));
    await driver.press('Escape');
  });

  inWindow('has its place in the folder that it was asked for in', async () => {
    const done = vscode.commands.executeCommand('wenfeng.newDraft', file('乡镇'));
    for (const step of [1, 2, 3]) {
      await driver.waitFor(`${BOX}:has-text("${step}/3")`);
      await driver.press('Enter');
    }
    await done;
    const { uri } = await laidOut();
    equal(uri.scheme, 'untitled');
    match(decodeURIComponent(uri.path), /\/乡镇\/(?:讲话稿|Speech)\.txt$/u);
  });
});

/** Chooses an occasion by its title in either language. */
async function choose(typed: string, title: string): Promise<void> {
  for (let row = 0; row < 12; row++) {
    const [active = ''] = await driver.texts(`${ROW}.focused`);
    if (new RegExp(title, 'u').test(active)) break;
    await driver.press('ArrowDown');
  }
  match((await driver.texts(`${ROW}.focused`)).join(), new RegExp(title, 'u'), typed);
  await driver.press('Enter');
}

async function laidOut(): Promise<vscode.TextDocument> {
  await waitUntil('the skeleton', () =>
    (vscode.window.activeTextEditor?.document.getText() ?? '').includes('【'),
  );
  const document = vscode.window.activeTextEditor?.document;
  ok(document);
  return document;
}
