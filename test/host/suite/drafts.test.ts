import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import {
  closeAll,
  file,
  open,
  showNotification,
  unfold,
  waitUntil,
  wenfeng,
  workspaceFolder,
} from './support.js';

const VILLAGE = '乡镇/石溪镇发言.md';
const CLEAN = '名册/定稿.txt';
const FAULTY = '名册/初稿.txt';
const BROKEN = '名册/损坏.txt';
const FOREIGN = '名册/letter.txt';

/** The lines of the view that are unfolded and in sight, with what stands beside them. */
const ROWS =
  '.pane:has(.pane-header[aria-label*="Checked Drafts"], .pane-header[aria-label*="检查过的稿子"]) .monaco-list-row';

const english = vscode.env.language.startsWith('en');

describe('the view of checked drafts', () => {
  // A view cannot be read but in a window that is driven.
  if (!driver.available) return;

  before(async () => {
    await wenfeng();
    await closeAll();
    await write(CLEAN, '同志们，今天的会议只有一个议题，请大家抓好落实。\n');
    await write(FAULTY, '同志们，请某某同志讲话。\n\n请大家把“责任二字记在心上。\n');
    await write(FOREIGN, 'Nothing in this letter is Chinese, so nobody minds what it says.\n');
    await vscode.workspace.fs.writeFile(
      file(BROKEN),
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 97) % 256),
    );
  });

  after(async () => {
    await vscode.workspace.fs.delete(file('名册'), { recursive: true });
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('wenfeng.clearResults');
    await vscode.commands.executeCommand('wenfeng.clearFilter');
    await vscode.commands.executeCommand('wenfeng.groupByDraft');
    await vscode.commands.executeCommand('wenfeng.drafts.focus');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('wenfeng.clearResults');
    await closeAll();
  });

  it('says what to do while nothing was checked', async () => {
    const button = english ? 'Check All Drafts in the Workspace' : '检查工作区的全部稿子';
    await driver.waitFor(`.welcome-view-content:has-text("${button}")`);
    await driver.screenshot('drafts-empty');
  });

  it('lists what was checked, unfolds to findings, and leads to their places', async () => {
    await check();
    await driver.waitFor(`${ROWS}:has-text("初稿.txt")`);
    await driver.waitFor(`${ROWS}:has-text("${english ? 'Could not be read' : '没能读取'}")`);
    await driver.waitFor(`${ROWS}:has-text("${english ? 'Not Chinese' : '不是中文文稿'}")`);
    const [label] = await driver.texts(`${ROWS}:has-text("初稿.txt")`);
    match(label ?? '', english ? /2 findings/u : /2 处/u);
    await unfold(`${ROWS}:has-text("初稿.txt")`, `${ROWS}:has-text("某某")`);
    await driver.screenshot('drafts-by-draft');
    await driver.click(`${ROWS}:has-text("某某")`);
    await waitUntil('the draft', () => {
      const editor = vscode.window.activeTextEditor;
      return (
        editor?.document.fileName.endsWith('初稿.txt') === true &&
        editor.document.getText(editor.selection) === '某某'
      );
    });
  });

  it('lists by rule', async () => {
    await check();
    await vscode.commands.executeCommand('wenfeng.groupByRule');
    const rule = `${ROWS}:has-text("${english ? 'Placeholder left' : '占位'}"):has-text("${english ? ' draft' : ' 份稿子'}")`;
    await unfold(rule, `${ROWS}:has-text("初稿.txt")`);
    await driver.screenshot('drafts-by-rule');
  });

  it('shows only what the writer filters for', async () => {
    await check();
    await driver.waitFor(`${ROWS}:has-text("定稿.txt")`);
    const choosing = vscode.commands.executeCommand('wenfeng.filterDrafts');
    await driver.waitFor('.quick-input-widget .monaco-list-row');
    await driver.screenshot('drafts-filter');
    await driver.type(english ? 'Hide Drafts' : '隐藏没有问题');
    await driver.press('Enter');
    await choosing;
    await driver.waitForGone(`${ROWS}:has-text("定稿.txt")`);
    await driver.waitFor(`${ROWS}:has-text("初稿.txt")`);
    await driver.screenshot('drafts-filtered');
    await vscode.commands.executeCommand('wenfeng.clearFilter');
    await driver.waitFor(`${ROWS}:has-text("定稿.txt")`);
  });

  it('follows a draft while it is written, and when it is renamed', async () => {
    await check();
    await driver.waitFor(`${ROWS}:has-text("初稿.txt")`);
    const editor = await open(FAULTY);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '请××同志作好记录。');
    });
    await driver.waitFor(`${ROWS}:has-text("初稿.txt"):has-text("${english ? '3 findings' : '3 处'}")`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await driver.waitFor(`${ROWS}:has-text("初稿.txt"):has-text("${english ? '2 findings' : '2 处'}")`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file(FAULTY), file('名册/二稿.txt'));
    ok(await vscode.workspace.applyEdit(edit));
    await driver.waitFor(`${ROWS}:has-text("二稿.txt"):has-text("${english ? '2 findings' : '2 处'}")`);
    deepEqual(await driver.texts(`${ROWS}:has-text("初稿.txt")`), []);
    const back = new vscode.WorkspaceEdit();
    back.renameFile(file('名册/二稿.txt'), file(FAULTY));
    ok(await vscode.workspace.applyEdit(back));
  });

  it('lets a draft go from the list, and finds it again', async () => {
    await check();
    await driver.waitFor(`${ROWS}:has-text("初稿.txt")`);
    await driver.hover(`${ROWS}:has-text("初稿.txt")`);
    await driver.click(`${ROWS}:has-text("初稿.txt") .action-label.codicon-close`);
    await driver.waitForGone(`${ROWS}:has-text("初稿.txt")`);
    deepEqual(vscode.languages.getDiagnostics(file(FAULTY)), []);
    await vscode.commands.executeCommand('wenfeng.recheckResults');
    await driver.waitFor(`${ROWS}:has-text("初稿.txt")`);
  });

  it('reads out its lines', async () => {
    await check();
    await driver.waitFor(`${ROWS}:has-text("初稿.txt")`);
    const label = english ? '初稿.txt, Errors: ' : '初稿.txt, 错误 ';
    await driver.waitFor(`.monaco-list-row[aria-label^="${label}"]`);
    equal((await driver.texts(`${ROWS}:has-text("石溪镇")`)).length, 1);
    ok(vscode.languages.getDiagnostics(file(VILLAGE)).length > 0);
  });

  it('writes the results to a file', async () => {
    await check();
    const exporting = vscode.commands.executeCommand('wenfeng.exportResults');
    const name = english ? 'check results.md' : '检查结果.md';
    await driver.waitFor('.quick-input-widget .quick-input-box');
    await driver.screenshot('export-dialog');
    await driver.press('Enter');
    await waitUntil('the report', async () => {
      const found = await vscode.workspace.findFiles(name);
      return found.length === 1;
    });
    await showNotification(english ? 'The results are in' : '检查结果已存为');
    await vscode.commands.executeCommand('notifications.clearAll');
    await exporting;
    const report = Buffer.from(await vscode.workspace.fs.readFile(file(name))).toString();
    await vscode.workspace.fs.delete(file(name));
    for (const path of [FAULTY, BROKEN, VILLAGE]) ok(report.includes(path), path);
  });

  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
    it(`is legible in ${theme}`, async () => {
      const settings = vscode.workspace.getConfiguration('workbench');
      await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      try {
        await check();
        await unfold(`${ROWS}:has-text("初稿.txt")`, `${ROWS}:has-text("某某")`);
        await driver.screenshot(`drafts-${theme}`);
      } finally {
        await settings.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }
});

async function check(): Promise<void> {
  await vscode.commands.executeCommand('wenfeng.checkWorkspace');
  await vscode.commands.executeCommand('notifications.clearAll');
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspaceFolder(), path), Buffer.from(text));
}
