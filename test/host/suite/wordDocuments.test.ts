import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BulkSummary } from '../../../client/src/bulk/bulkSummary.js';
import { docxFile, level, list, p, scheme } from '../../word/docxFile.js';
import { driver } from './driver.js';
import { closeAll, delay, file, rulesAt, waitUntil, wenfeng } from './support.js';

const DOCUMENT = '外来/春耕动员讲话.docx';
const BROKEN = '外来/打不开.docx';

/** Two points where three are announced, counted by automatic numbering; a blank inside a word. */
const SPEECH = docxFile({
  body:
    p('同志们：') +
    p('今天的会议很重要，下面我讲三点意见。') +
    p('把种子备足', list(1)) +
    p('农资站要在月底以前把良种送到各村，缺多少补多少，一户也不能 落下。') +
    p('把责任落实', list(1)) +
    p('各村的干部要包到户，谁家的地谁清楚，谁家有难处谁上门。'),
  numbering: scheme(1, level(0, 'chineseCountingThousand', '%1、')),
});

/** The view of a document's text. */
function view(path: string): vscode.Uri {
  return file(path).with({ scheme: 'wenfeng-docx' });
}

describe('a Word document', () => {
  before(async () => {
    await wenfeng();
    await closeAll();
    await vscode.workspace.fs.writeFile(file(DOCUMENT), SPEECH);
    await vscode.workspace.fs.writeFile(file(BROKEN), Buffer.from('不是文档'));
  });

  after(async () => {
    for (const path of [DOCUMENT, BROKEN]) await vscode.workspace.fs.delete(file(path));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('wenfeng.clearResults');
    await closeAll();
  });

  it('is checked in bulk, and its findings lead to its text', async () => {
    const summary = await vscode.commands.executeCommand<BulkSummary>('wenfeng.checkFolder', file('外来'));
    ok(summary.checked.some(({ uri }) => uri.toString() === file(DOCUMENT).toString()));
    ok(summary.unreadable.some(({ uri }) => uri.toString() === file(BROKEN).toString()));
    deepEqual(rulesAt(file(DOCUMENT)), []);
    deepEqual(rulesAt(view(DOCUMENT)), ['announced-count', 'stray-space']);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await driver.waitFor('.markers-panel .monaco-list-row:has-text("春耕动员讲话.docx")');
    if (driver.available) {
      await driver.doubleClick('.markers-panel .monaco-list-row:has-text("stray-space")');
      await waitUntil('the text view', () => shown() === view(DOCUMENT).toString());
      await driver.waitFor('.monaco-editor .squiggly-warning');
      await driver.screenshot('word-problems');
      equal(vscode.window.activeTextEditor?.selection.start.line, 3);
    }
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('is opened as text, read-only, with its numbering and its findings', async () => {
    await vscode.commands.executeCommand('wenfeng.openDocxText', file(DOCUMENT));
    equal(shown(), view(DOCUMENT).toString());
    const document = vscode.window.activeTextEditor?.document;
    match(document?.getText() ?? '', /^一、把种子备足\n.*\n二、把责任落实$/mu);
    await waitUntil('its findings', () => rulesAt(view(DOCUMENT)).length === 2);
    await driver.waitFor('.monaco-editor .squiggly-error');
    await driver.screenshot('word-text');
    const before = document?.getText();
    await driver.type('改');
    await delay(300);
    equal(document?.getText(), before);

    await vscode.workspace.fs.writeFile(file(DOCUMENT), docxFile({ body: p('同志们，现在开会。') }));
    await waitUntil('the text on disk', () => document?.getText() === '同志们，现在开会。\n');
    await waitUntil('the end of its findings', () => rulesAt(view(DOCUMENT)).length === 0);
    await vscode.commands.executeCommand('wenfeng.clearResults');
    await vscode.workspace.fs.writeFile(file(DOCUMENT), SPEECH);
    await waitUntil('the text as it was', () => document?.getText().includes('三点意见') === true);
  });

  it('is offered both ways in the explorer', async function () {
    if (!driver.available) this.skip();
    await vscode.commands.executeCommand('revealInExplorer', file(DOCUMENT));
    await driver.rightClick('.explorer-folders-view .monaco-list-row:has-text("春耕动员讲话.docx")');
    await driver.waitFor('.context-view .action-label:has-text("Word")');
    await driver.screenshot('word-explorer-menu');
    const labels = (await driver.texts('.context-view .action-label')).filter((text) =>
      text.includes('Word'),
    );
    equal(labels.length, 2);
    await driver.press('Escape');
    await vscode.commands.executeCommand('wenfeng.checkFolder', file('外来'));
    await vscode.commands.executeCommand('wenfeng.drafts.focus');
    await driver.waitFor('.monaco-list-row:has-text("春耕动员讲话.docx")');
    await driver.click('.monaco-list-row:has-text("春耕动员讲话.docx") .monaco-tl-twistie');
    await driver.waitFor('.monaco-list-row .label-description:has-text("4")');
    await driver.screenshot('word-drafts-view');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('that cannot be read says why where its text would be', async () => {
    await vscode.commands.executeCommand('wenfeng.openDocxText', file(BROKEN));
    match(vscode.window.activeTextEditor?.document.getText() ?? '', /Word/u);
    await waitUntil('the reason among the problems', () => rulesAt(view(BROKEN)).length === 1);
  });

  it('is turned into drafts beside it, none of which is ever overwritten', async function () {
    if (!driver.available) this.skip();
    const made = ['外来/春耕动员讲话.txt', '外来/春耕动员讲话 (2).txt'];
    try {
      for (const path of made) {
        const running = vscode.commands.executeCommand('wenfeng.convertDocx', file(DOCUMENT));
        await driver.waitFor('.quick-input-list .monaco-list-row:has-text("Markdown")');
        if (path === made[0]) await driver.screenshot('word-convert');
        await driver.click('.quick-input-list .monaco-list-row:has-text(".txt")');
        await running;
        equal(shown(), file(path).toString());
        match(vscode.window.activeTextEditor?.document.getText() ?? '', /^二、把责任落实$/mu);
      }
    } finally {
      await closeAll();
      for (const path of made) await vscode.workspace.fs.delete(file(path));
    }
  });
});

/** What is in front. */
function shown(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}
