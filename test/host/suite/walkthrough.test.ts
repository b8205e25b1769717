import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, delay, rulesAt, waitUntil, wenfeng } from './support.js';

/** Tests that need the keyboard run where the window is driven. */
const inWindow = driver.available ? it : (): void => undefined;

describe('the walkthrough', () => {
  before(wenfeng);
  // The page shows its pictures and texts only where it is wide enough.
  before(() => vscode.commands.executeCommand('workbench.action.closeSidebar'));
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));
  afterEach(closeAll);

  inWindow('has a page for each step', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'wenfeng.wenfeng#start', false);
    await waitUntil('the six steps', async () => (await stepTitles()).length === 6);
    for (const step of ['finding', 'structure', 'guide', 'sample']) {
      await show(step);
      await driver.waitFor('iframe.webview.ready');
      // What the page shows is drawn a moment after it is there.
      await delay(1500);
      await driver.screenshot(`walkthrough-page-${step}`);
    }
  });

  inWindow('leads from a sample to a finding, its fix and a structure, and ticks what is done', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'wenfeng.wenfeng#start', false);
    await driver.waitFor('.getting-started-step');
    await waitUntil('the six steps', async () => (await stepTitles()).length === 6);
    await driver.screenshot('walkthrough');

    await press('sample');
    await waitUntil('the sample', () => draft() !== undefined);
    const sample = draft();
    ok(sample);
    equal(sample.isUntitled, true);
    ok(sample.getText().startsWith('在全县农村人居环境整治动员大会上的讲话'));
    await driver.screenshot('walkthrough-sample');
    await ticked('sample');

    await show('finding');
    await driver.screenshot('walkthrough-finding');
    await press('finding');
    await driver.waitFor('.monaco-hover .markdown-hover');
    await waitUntil('findings', () => rulesAt(sample.uri).length > 0);
    await driver.screenshot('walkthrough-finding-shown');
    await ticked('finding');

    await show('fix');
    await press('fix');
    await driver.waitFor('.action-widget');
    await driver.screenshot('walkthrough-fix');
    await driver.press('Escape');
    await ticked('fix');

    await show('structure');
    await driver.screenshot('walkthrough-structure');
    await press('structure');
    await driver.waitFor('.quick-input-list .monaco-list-row');
    await driver.press('Escape');
    await ticked('structure');
    await show('folder');
    await driver.screenshot('walkthrough-folder');
    await show('guide');
    await driver.screenshot('walkthrough-guide');
    match((await driver.texts('.getting-started-step.expanded .step-title')).join(), /style guide|规矩/u);
  });

  inWindow('opens any sample as a copy', async () => {
    const done = vscode.commands.executeCommand('wenfeng.openSample');
    await driver.waitFor('.quick-input-list .monaco-list-row:has-text("safety-meeting.md")');
    await driver.screenshot('open-sample');
    await driver.type('safety');
    await driver.press('Enter');
    await done;
    const document = vscode.window.activeTextEditor?.document;
    ok(document);
    equal(document.languageId, 'markdown');
    equal(document.isUntitled, true);
  });
});

function draft(): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors
    .map(({ document }) => document)
    .find(({ isUntitled }) => isUntitled);
}

function stepTitles(): Promise<readonly string[]> {
  return driver.texts('.getting-started-step .step-title');
}

/** Opens a step, by its id. */
async function show(step: string): Promise<void> {
  await driver.click(`.getting-started-step[data-step-id$="#${step}"] .step-title`);
  await driver.waitFor(`.getting-started-step.expanded[data-step-id$="#${step}"]`);
}

/** Presses the first button of a step, once the page has settled: for a moment it takes the focus to what is opened. */
async function press(step: string): Promise<void> {
  await delay(800);
  await driver.click(`.getting-started-step[data-step-id$="#${step}"] .monaco-button >> nth=0`);
}

async function ticked(step: string): Promise<void> {
  await driver.waitFor(`[data-done-step-id$="#${step}"].complete`);
}
