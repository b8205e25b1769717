import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, DRAFT, file, open, openUnsaved, rulesAt, waitUntil, wenfeng } from './support.js';

const GUIDE = '.wenfeng.json';
const RULE = 'placeholder-left';

describe('a finding that is ignored', () => {
  before(wenfeng);
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file(GUIDE)).then(undefined, () => undefined);
  });

  it('is recorded in the guide file, whose comments stay, and is told again when it is taken back', async () => {
    const guide = '// 我们的风格\n{\n  "fixedTerms": ["粮安天下"] // 口号\n}\n';
    await vscode.workspace.fs.writeFile(file(GUIDE), new TextEncoder().encode(guide));
    // VS Code keeps a document that another test has shown, and takes note of what is on disk a moment later.
    await waitUntil('the guide as it is on disk', () =>
      vscode.workspace.textDocuments.every(
        (shown) => shown.uri.toString() !== file(GUIDE).toString() || shown.getText() === guide,
      ),
    );
    const { document } = await open(DRAFT);
    await waitUntil('the finding', () => rulesAt(document.uri).includes(RULE));

    await ignore(document.uri, /^Ignore this here: /u);
    await waitUntil('the end of the finding', () => !rulesAt(document.uri).includes(RULE));
    const recorded = await textOf(GUIDE);
    match(
      recorded,
      /^\/\/ 我们的风格\n\{\n {2}"fixedTerms": \["粮安天下"\], \/\/ 口号\n {2}"ignored": \[\n/u,
    );
    match(recorded, /\{ "rule": "placeholder-left", "text": "[^"]+", "before": /u);
    await driver.screenshot('ignored');

    if (!driver.available) return;
    await takeBack('ignored-list');
    await waitUntil('the finding again', () => rulesAt(document.uri).includes(RULE));
    match(await textOf(GUIDE), /"ignored": \[\s*\]/u);
  });

  it('is gone from the results of a bulk check too', async () => {
    const village = file('乡镇/石溪镇发言.md');
    await vscode.commands.executeCommand('wenfeng.checkWorkspace');
    await waitUntil('the findings', () => rulesAt(village).includes('stray-space'));
    const guide = '{ "ignored": [{ "rule": "stray-space", "text": "␣" }] }';
    await vscode.workspace.fs.writeFile(file(GUIDE), new TextEncoder().encode(guide));
    await waitUntil('the end of the finding', () => !rulesAt(village).includes('stray-space'));
    await vscode.workspace.fs.delete(file(GUIDE));
    await waitUntil('the finding again', () => rulesAt(village).includes('stray-space'));
    await vscode.commands.executeCommand('wenfeng.clearResults');
  });

  it('of a draft that was never saved is kept apart from guide files', async () => {
    const { document } = await openUnsaved('同志们，请某某同志讲话，再请某某同志总结。\n', 'plaintext');
    await waitUntil('the findings', () => rulesAt(document.uri).filter((id) => id === RULE).length === 2);
    await ignore(document.uri, /^Ignore this wording in this workspace: “某某”/u);
    await waitUntil('their end', () => !rulesAt(document.uri).includes(RULE));
    equal(await vscode.workspace.fs.stat(file(GUIDE)).then(undefined, () => undefined), undefined);
    if (driver.available) {
      await takeBack('ignored-kept');
      await waitUntil('the findings again', () => rulesAt(document.uri).includes(RULE));
    }
  });
});

/** Chooses a quick fix of the first finding as its lamp does. */
async function ignore(uri: vscode.Uri, title: RegExp): Promise<void> {
  const finding = vscode.languages
    .getDiagnostics(uri)
    .find(({ code }) => typeof code === 'object' && code.value === RULE);
  ok(finding);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const command = actions.find((action) => title.test(action.title))?.command;
  ok(command, actions.map((action) => action.title).join('\n'));
  const parameters: readonly unknown[] = command.arguments ?? [];
  await vscode.commands.executeCommand(command.command, ...parameters);
}

/** Takes back the first thing that is ignored. */
async function takeBack(picture: string): Promise<void> {
  const managed = vscode.commands.executeCommand('wenfeng.manageIgnored');
  await driver.click('.quick-input-list .monaco-list-row:has-text("placeholder-left")');
  await driver.screenshot(picture);
  await driver.press('Enter');
  await managed;
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
}
