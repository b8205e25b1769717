import { equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, delay, openUnsaved, showNotification, waitUntil, wenfeng } from './support.js';

const LIST = '同志们：\n今年要抓好三件事：一是修好路；二是架好桥；三是通好水。\n';
const SPLIT = '同志们：\n今年要抓好三件事：\n一是修好路。\n二是架好桥。\n三是通好水。\n';
const TERMS = '河长办要牵头。\n各镇河长办都要动起来。\n请大家读一读《河长办工作手册》。\n';
const LONG = `${'今年我们把路修到了村口，把水引到了田边，把灯装到了门前。'.repeat(12)}此外，还要把账算清楚。${'大家要把心思用在实事上，把力气花在田头。'.repeat(10)}\n`;

const chinese = vscode.env.language === 'zh-cn';
const LIST_ROWS = '.quick-input-list .monaco-list-row';

describe('restructuring', () => {
  before(wenfeng);
  afterEach(closeAll);

  it('shows what would be done, does it when the writer agrees, and is taken back by one undo', async () => {
    const editor = await openUnsaved(LIST, 'plaintext');
    put(editor, 1, 12);
    if (!driver.available) return;
    const done = await begun('splitList');
    await driver.screenshot(`restructure-split-${vscode.env.language}`);
    equal(editor.document.getText(), LIST);
    await driver.press('Enter');
    await done.end;
    equal(editor.document.getText(), SPLIT);
    ok(!previewIsOpen());
    equal(vscode.window.activeTextEditor?.document, editor.document);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), LIST);
    await vscode.commands.executeCommand('redo');
    equal(editor.document.getText(), SPLIT);
    put(vscode.window.activeTextEditor, 3, 1);
    const joined = await begun('joinList');
    await driver.press('Enter');
    await joined.end;
    equal(editor.document.getText(), LIST);
  });

  it('leaves the draft alone when the writer thinks better of it', async () => {
    const editor = await openUnsaved(LIST, 'plaintext');
    put(editor, 1, 12);
    if (!driver.available) return;
    for (const refuse of ['Escape', 'ArrowDown+Enter']) {
      const done = await begun('splitList');
      for (const key of refuse.split('+')) await driver.press(key);
      await done.end;
      equal(editor.document.getText(), LIST);
      ok(!previewIsOpen());
      equal(editor.document.isDirty, true);
    }
  });

  it('does nothing to a draft that changed while it was shown', async () => {
    const editor = await openUnsaved(LIST, 'plaintext');
    put(editor, 1, 12);
    if (!driver.available) return;
    const done = await begun('splitList');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), '各位代表、');
    ok(await vscode.workspace.applyEdit(edit));
    await done.end;
    equal(editor.document.getText(), `各位代表、${LIST}`);
    ok(!previewIsOpen());
    await showNotification(chinese ? '稿子刚才又有改动' : 'The draft changed in the meantime');
  });

  it('does only what is ticked', async () => {
    const editor = await openUnsaved(LONG, 'plaintext');
    put(editor, 0, 5);
    if (!driver.available) return;
    const done = await begun('divideParagraph');
    await driver.screenshot(`restructure-divide-${vscode.env.language}`);
    await driver.press('Enter');
    await done.end;
    equal(editor.document.getText().trim().split('\n').length, 2);
  });

  it('replaces a term where nothing speaks against it, and shows the rest', async () => {
    const editor = await openUnsaved(TERMS, 'plaintext');
    editor.selection = new vscode.Selection(0, 0, 0, 3);
    if (!driver.available) return;
    const done = vscode.commands.executeCommand('wenfeng.replaceTerm');
    await driver.waitFor('.quick-input-message');
    await driver.press('Enter');
    await driver.waitFor(`.quick-input-message:has-text("${chinese ? '3 处' : '3 times'}")`);
    await driver.screenshot(`restructure-term-${vscode.env.language}`);
    await driver.type('河长制办公室');
    await driver.press('Enter');
    await driver.waitFor(LIST_ROWS);
    await delay(700);
    await driver.screenshot(`restructure-replace-${vscode.env.language}`);
    await driver.press('Enter');
    await done;
    const replaced = TERMS.replace('河长办', '河长制办公室').replace('各镇河长办', '各镇河长制办公室');
    equal(editor.document.getText(), replaced);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), TERMS);
  });

  it('is offered as a refactoring, which shows what it would do too', async () => {
    const editor = await openUnsaved(LIST, 'plaintext');
    put(editor, 1, 12);
    const actions = async (): Promise<readonly vscode.CodeAction[]> =>
      vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
        vscode.CodeActionKind.Refactor.value,
      );
    await waitUntil('the refactoring', async () => (await actions()).length > 0);
    const [action] = await actions();
    equal(action?.command?.command, 'wenfeng.restructure');
    if (!driver.available) return;
    await vscode.commands.executeCommand('editor.action.refactor');
    await driver.waitFor('.action-widget .monaco-list-row.action');
    await delay(500);
    await driver.screenshot(`restructure-menu-${vscode.env.language}`);
    await driver.press('Enter');
    await driver.waitFor(LIST_ROWS);
    await delay(500);
    await driver.press('Enter');
    await waitUntil('the change', () => editor.document.getText() === SPLIT);
  });

  it('is in the context menu', async () => {
    const editor = await openUnsaved(LIST, 'plaintext');
    put(editor, 1, 12);
    if (!driver.available) return;
    await driver.rightClick('.editor-instance .view-line >> nth=1');
    const entry = `.monaco-menu .action-item:has-text("${chinese ? '调整结构' : 'Restructure'}")`;
    await driver.hover(entry);
    await driver.waitFor(`.monaco-menu .action-item:has-text("${chinese ? '重排这组序号' : 'Renumber'}")`);
    await driver.screenshot(`restructure-context-${vscode.env.language}`);
    await driver.press('Escape');
    await driver.press('Escape');
  });

  it('says in one sentence why there is nothing to do', async () => {
    const editor = await openUnsaved('同志们：\n大家辛苦了。\n', 'plaintext');
    put(editor, 1, 2);
    await vscode.commands.executeCommand('wenfeng.renumberList');
    await showNotification(chinese ? '光标处没有序号' : 'There is no numbered list here');
    await vscode.commands.executeCommand('wenfeng.fixAnnouncedCount');
    await showNotification(chinese ? '没有发现数目' : 'No announced number was found');
  });
});

function put(editor: vscode.TextEditor | undefined, line: number, character: number): void {
  ok(editor);
  editor.selection = new vscode.Selection(line, character, line, character);
}

/** Starts a command and waits until it shows its plan; its end is awaited apart. */
async function begun(command: string): Promise<{ readonly end: Promise<unknown> }> {
  const done = Promise.resolve(vscode.commands.executeCommand(`wenfeng.${command}`));
  await driver.waitFor(LIST_ROWS);
  await waitUntil('the preview', previewIsOpen);
  // A key pressed in the moment in which the list appears does not reach it.
  await delay(500);
  return { end: done };
}

function previewIsOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputTextDiff),
  );
}
