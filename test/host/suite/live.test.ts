import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import {
  closeAll,
  delay,
  DRAFT,
  file,
  open,
  openUnsaved,
  rulesAt,
  showNotification,
  waitUntil,
  wenfeng,
} from './support.js';

describe('a draft that is open', () => {
  afterEach(closeAll);

  it('has its findings, with their rule, its page and related places', async () => {
    await wenfeng();
    await open(DRAFT);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
    const findings = vscode.languages.getDiagnostics(file(DRAFT));
    deepEqual(new Set(findings.map(({ source }) => source)), new Set(['文风']));
    const [unpaired] = findings.filter(
      ({ code }) => typeof code === 'object' && code.value === 'unpaired-punctuation',
    );
    ok(unpaired);
    equal(unpaired.severity, vscode.DiagnosticSeverity.Error);
    ok(typeof unpaired.code === 'object');
    equal(unpaired.code.target.toString(), 'wenfeng-rule:/unpaired-punctuation.md');
    const document = await vscode.workspace.openTextDocument(file(DRAFT));
    match(document.getText(unpaired.range), /^“/u);
    await driver.screenshot('squiggles');
  });

  it('has its length and the number of its findings in the status bar', async () => {
    const api = await wenfeng();
    const editor = await open(DRAFT);
    await waitUntil('the length', () => /\d+ characters, 2 min/u.test(api.statusBarText() ?? ''));
    await waitUntil('the number of findings', () => {
      const { length } = rulesAt(file(DRAFT));
      const text = api.statusBarText() ?? '';
      // Where nodejieba is missing the text goes on to say so.
      return length > 0 && text.replace(' · basic words', '').endsWith(` ${length}`);
    });
    editor.selection = new vscode.Selection(0, 0, 0, 5);
    await waitUntil('the length of the selection', () =>
      (api.statusBarText() ?? '').includes('Selected: 5 characters, under 1 min'),
    );
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await waitUntil('the whole length', () => !(api.statusBarText() ?? '').includes('Selected'));
  });

  it('is checked at the command, which says what there is and shows it', async () => {
    await open(DRAFT);
    await vscode.commands.executeCommand('wenfeng.checkDraft');
    await showNotification(`414 characters, 2 min. Findings: ${rulesAt(file(DRAFT)).length}`);
    await driver.waitFor('.markers-panel .monaco-list-row:has-text("unpaired-punctuation")');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('has no findings while checking is switched off', async () => {
    const api = await wenfeng();
    await open(DRAFT);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).length > 0);
    const settings = vscode.workspace.getConfiguration('wenfeng');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    try {
      await waitUntil('their end', () => rulesAt(file(DRAFT)).length === 0);
      await waitUntil('the status bar', () => (api.statusBarText() ?? '').includes('Wenfeng: off'));
    } finally {
      await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitUntil('findings again', () => rulesAt(file(DRAFT)).length > 0);
  });

  it('is left alone when it is not Chinese', async () => {
    const api = await wenfeng();
    await open('notes.txt');
    await waitUntil('the reason', () => (api.statusBarText() ?? '').includes('Not Chinese'));
    deepEqual(rulesAt(file('notes.txt')), []);
  });

  it('has no status bar item when its language is not watched', async () => {
    const api = await wenfeng();
    await openUnsaved('{}', 'json');
    await waitUntil('the hiding', () => api.statusBarText() === undefined);
  });

  it('is mended by a quick fix', async () => {
    const editor = await open(DRAFT);
    const { document } = editor;
    await waitUntil('the finding', () => rulesAt(document.uri).includes('stray-space'));
    const finding = vscode.languages
      .getDiagnostics(document.uri)
      .find(({ code }) => typeof code === 'object' && code.value === 'stray-space');
    ok(finding);
    equal(document.getText(finding.range), ' ');
    editor.selection = new vscode.Selection(finding.range.start, finding.range.end);
    editor.revealRange(finding.range);
    if (driver.available) {
      await driver.click('.editor-instance .view-line >> nth=0');
      await waitUntil('the cursor', () => editor.selection.isEmpty && editor.selection.active.line === 0);
      editor.selection = new vscode.Selection(finding.range.start, finding.range.end);
      // The lamp shows when the window has moved the cursor too.
      await driver.waitFor(
        '.codicon-light-bulb, .codicon-lightbulb-autofix, .codicon-gutter-lightbulb-auto-fix',
      );
      await driver.press('Control+.');
      await driver.waitFor('.action-widget');
      await driver.screenshot('quick-fix');
      await driver.press('Enter');
    } else {
      const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      ok(action?.edit);
      await vscode.workspace.applyEdit(action.edit);
    }
    await waitUntil('the mended text', () => document.getText().includes('把办法定在前面'));
    await waitUntil('the end of the finding', () => !rulesAt(document.uri).includes('stray-space'));
  });

  it('is checked before it is ever saved, and while it is typed', async () => {
    const editor = await openUnsaved('同志们，今天的会议很重要，请大家认真听。\n', 'plaintext');
    await waitUntil('the first check', async () => /\d/u.test((await wenfeng()).statusBarText() ?? ''));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '请把“责任二字记在心上。');
    });
    await waitUntil('the finding', () => rulesAt(editor.document.uri).includes('unpaired-punctuation'));
  });

  it('leads from a finding to the page of its rule, as it reads', async () => {
    const editor = await open(DRAFT);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('placeholder-left'));
    if (!driver.available) return;
    const finding = vscode.languages
      .getDiagnostics(file(DRAFT))
      .find(({ code }) => typeof code === 'object' && code.value === 'placeholder-left');
    ok(finding);
    await driver.click('.editor-instance .view-line >> nth=0');
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await vscode.commands.executeCommand('editor.action.showHover');
    await driver.waitFor('.monaco-hover .code-link');
    await driver.screenshot('hover');
    await driver.click('.monaco-hover .code-link');
    await waitUntil(
      'the page',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('placeholder-left') === true,
    );
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await driver.waitFor('iframe.webview.ready');
    // The page is drawn in a frame of its own, which the driver cannot look into.
    await delay(2000);
    await driver.screenshot('rule-page');
    ok(!(input instanceof vscode.TabInputText), 'the page is shown as Markdown source');
  });

  it('leads from the hover to the page of its rule', async () => {
    const editor = await open(DRAFT);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('placeholder-left'));
    const finding = vscode.languages
      .getDiagnostics(file(DRAFT))
      .find(({ code }) => typeof code === 'object' && code.value === 'placeholder-left');
    ok(finding);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      finding.range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .flatMap((content) => (content instanceof vscode.MarkdownString ? content.value : []))
      .join('\n');
    match(text, /\(command:wenfeng\.openRule\?%5B%22placeholder-left%22%5D\)/u);
    await vscode.commands.executeCommand('wenfeng.openRule', 'placeholder-left');
    await waitUntil('the page', () => {
      const label = vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
      return label.includes('placeholder-left');
    });
  });
});
