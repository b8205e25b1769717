import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, file, unfold, waitUntil, wenfeng } from './support.js';

const OLD = '往年/去年讲话.txt';
const NEW = '往年/今年讲话.txt';
const ALONE = '往年/主持词.txt';

const SHARED =
  '各乡镇要把防汛责任落实到每一座水库、每一段堤防，汛期二十四小时有人值守，险情随时上报，物资提前备足，队伍随时待命，群众转移路线要提前走一遍。';

const english = vscode.env.language.startsWith('en');

const ROWS =
  '.pane:has(.pane-header[aria-label*="Shared Passages"], .pane-header[aria-label*="相同的段落"]) .monaco-list-row';

describe('the view of shared passages', () => {
  // A view cannot be read but in a window that is driven.
  if (!driver.available) return;

  before(async () => {
    await wenfeng();
    await closeAll();
    await write(OLD, `同志们：\n去年这个时候，我们在柳湾开过现场会。\n${SHARED}\n`);
    await write(NEW, `同志们：\n${SHARED}\n今年的雨水来得比往年早，上游三座水库已经超过汛限水位。\n`);
    await write(ALONE, '同志们：\n现在开会。今天的会议有两项议程，请大家把手机调到静音。\n');
  });

  after(async () => {
    await vscode.commands.executeCommand('wenfeng.clearPassages');
    await closeAll();
    await vscode.workspace.fs.delete(file('往年'), { recursive: true });
    await vscode.commands.executeCommand('workbench.action.editorLayoutSingle');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('says what it is for while nothing was compared', async () => {
    await vscode.commands.executeCommand('wenfeng.clearPassages');
    await vscode.commands.executeCommand('wenfeng.passages.focus');
    await driver.waitFor(`.monaco-button:has-text("${english ? 'Find Shared Passages' : '查找相同的段落'}")`);
    await driver.screenshot('passages-empty');
  });

  it('lists drafts, what they share with which, and where', async () => {
    await vscode.commands.executeCommand('wenfeng.comparePassages', file('往年'));
    await driver.waitFor(`${ROWS}:has-text("今年讲话.txt")`);
    await driver.waitFor(`${ROWS}:has-text("去年讲话.txt")`);
    deepEqual(await driver.texts(`${ROWS}:has-text("主持词")`), []);
    await unfoldAll();
    await driver.screenshot('passages');
  });

  it('opens both places beside each other', async () => {
    await driver.click(`${ROWS}:has-text("各乡镇")`);
    await waitUntil('two editors', () => vscode.window.visibleTextEditors.length === 2);
    await waitUntil('both drafts', () => {
      const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
      return [OLD, NEW].every((path) => shown.includes(file(path).toString()));
    });
    for (const { document, selection } of vscode.window.visibleTextEditors) {
      ok(document.lineAt(selection.active.line).text.startsWith('各乡镇'));
    }
    await driver.screenshot('passages-both');
  });

  it('says when the drafts have changed since, and compares them again', async () => {
    const changed = english ? 'The drafts have changed' : '比对之后稿子又有改动';
    deepEqual(await driver.texts(`.message:has-text("${changed}")`), []);
    await write(NEW, '同志们：\n今年换了新的写法，前面的话一句也没有留下来。\n');
    await driver.waitFor(`.message:has-text("${changed}")`);
    await driver.screenshot('passages-changed');
    await closeAll();
    await vscode.commands.executeCommand('wenfeng.comparePassagesAgain');
    await driver.waitFor(`.monaco-button:has-text("${english ? 'Compare Again' : '重新比对'}")`);
    equal((await driver.texts(ROWS)).length, 0);
  });
});

/** Unfolds the first draft and what is below it. */
async function unfoldAll(): Promise<void> {
  await unfold(`${ROWS}[aria-level="1"]`, `${ROWS}[aria-level="2"]`);
  await unfold(`${ROWS}[aria-level="2"]`, `${ROWS}[aria-level="3"]`);
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(path), Buffer.from(text));
}
