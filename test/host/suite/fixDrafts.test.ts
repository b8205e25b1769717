import { deepEqual, equal, ok } from 'node:assert/strict';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, delay, file as inWorkspace, waitUntil, wenfeng } from './support.js';

const UTF8 = '开场.txt';
const MARKED = '带标记.txt';
const GB18030 = '国标.txt';
const CLEAN = '定稿.txt';

const FAULTY = '同志们：\r\n请王明 同志讲话。。大家认真听。\r\n请某某同志记录。\r\n';
const MENDED = '同志们：\r\n请王明同志讲话。大家认真听。\r\n请某某同志记录。\r\n';

const english = vscode.env.language.startsWith('en');

/** A folder for each test: VS Code remembers for a while what a file of some name was like. */
let folder = '';
let folders = 0;

describe('fixing all drafts', () => {
  before(async () => {
    await wenfeng();
    await closeAll();
  });

  beforeEach(async () => {
    folder = `待修${++folders}`;
    await write(UTF8, Buffer.from(FAULTY));
    await write(MARKED, Buffer.from(`\ufeff${FAULTY}`));
    await write(GB18030, iconv.encode(FAULTY, 'gb18030'));
    await write(CLEAN, Buffer.from(MENDED));
    await vscode.commands.executeCommand('wenfeng.checkFolder', inWorkspace(folder));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('wenfeng.clearResults');
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.workspace.fs.delete(inWorkspace(folder), { recursive: true });
  });

  it('shows the changes by rule, makes those that are wanted, and keeps encodings and line ends', async () => {
    const fixing = vscode.commands.executeCommand('wenfeng.fixWorkspace');
    await previewed();
    await driver.waitFor('.part.panel .monaco-list-row:has-text("国标.txt")');
    await vscode.commands.executeCommand('refactorPreview.groupByType');
    await driver.waitFor(`.part.panel .monaco-list-row:has-text("${english ? 'Stray space' : '空格'}")`);
    await driver.screenshot('fix-preview-by-rule');
    await vscode.commands.executeCommand('refactorPreview.groupByFile');
    await driver.screenshot('fix-preview');
    equal((await read(UTF8)).toString(), FAULTY);
    await vscode.commands.executeCommand('refactorPreview.apply');
    await fixing;
    await waitUntil('the mended file', async () => (await read(UTF8)).toString() === MENDED);
    await waitUntil('the one with a mark', async () => (await read(MARKED)).toString() === `\ufeff${MENDED}`);
    await waitUntil('the one in GB18030', async () =>
      (await read(GB18030)).equals(iconv.encode(MENDED, 'gb18030')),
    );
    deepEqual((await read(CLEAN)).toString(), MENDED);
    await waitUntil('fewer findings', () => findings(GB18030) === 1 && findings(UTF8) === 1);

    await open(UTF8);
    await vscode.commands.executeCommand('undo');
    for (const path of [UTF8, MARKED, GB18030]) {
      await waitUntil(`the old text of ${path}`, async () => (await textOf(path)) === FAULTY);
    }
    await driver.screenshot('fix-undone');
    // A document is known to be unsaved a moment after its text has changed.
    await waitUntil('the old file in GB18030', async () => {
      await vscode.workspace.saveAll();
      return (await read(GB18030)).equals(iconv.encode(FAULTY, 'gb18030'));
    });
  });

  it('changes nothing when the writer decides against it', async () => {
    const fixing = vscode.commands.executeCommand('wenfeng.fixWorkspace');
    await previewed();
    await vscode.commands.executeCommand('refactorPreview.discard');
    await fixing;
    await delay(300);
    for (const path of [UTF8, MARKED, GB18030]) equal(await textOf(path), FAULTY, path);
    equal((await read(UTF8)).toString(), FAULTY);
  });

  it('does not spoil a draft that changes on disk meanwhile', async () => {
    const fixing = vscode.commands.executeCommand('wenfeng.fixWorkspace');
    await previewed();
    const rewritten = `另起一段。\r\n${FAULTY}`;
    await write(UTF8, Buffer.from(rewritten));
    await waitUntil('the new text', async () => (await textOf(UTF8)) === rewritten);
    await vscode.commands.executeCommand('refactorPreview.apply');
    await fixing;
    await delay(300);
    equal((await read(UTF8)).toString(), rewritten);
    equal(await textOf(UTF8), rewritten);
  });

  it('leaves what is unsaved unsaved', async () => {
    const editor = await open(UTF8);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(2, 0), '请坐 。');
    });
    const fixing = vscode.commands.executeCommand('wenfeng.fixWorkspace');
    await previewed();
    await vscode.commands.executeCommand('refactorPreview.apply');
    await fixing;
    equal(editor.document.getText(), MENDED.replace('请某某', '请坐。请某某'));
    ok(editor.document.isDirty);
    equal((await read(UTF8)).toString(), FAULTY);
  });

  it('mends one draft from the view, shows it, and undoes it in one step', async () => {
    if (!driver.available) return;
    await vscode.commands.executeCommand('wenfeng.groupByDraft');
    await vscode.commands.executeCommand('wenfeng.drafts.focus');
    const row = `.monaco-list-row[aria-label^="国标.txt"]`;
    await driver.waitFor(row);
    await driver.hover(row);
    await driver.screenshot('fix-one');
    await driver.click(`${row} .action-label.codicon-wand`);
    await waitUntil('the mended draft', () => vscode.window.activeTextEditor?.document.getText() === MENDED);
    const onDisk = async (text: string): Promise<void> => {
      // VS Code may go on telling the encoding that it guessed first; what counts is what it writes.
      await waitUntil(`the file in GB18030: ${text}`, async () => {
        await vscode.workspace.saveAll();
        return (await read(GB18030)).equals(iconv.encode(text, 'gb18030'));
      });
    };
    await onDisk(MENDED);
    await vscode.commands.executeCommand('undo');
    equal(vscode.window.activeTextEditor?.document.getText(), FAULTY);
    await onDisk(FAULTY);
  });
});

/** Waits until the changes are shown. */
async function previewed(): Promise<void> {
  await driver.waitFor(`.part.panel .monaco-list-row:has-text("${folder}")`);
  if (!driver.available) await delay(2000);
}

function file(path: string): vscode.Uri {
  return inWorkspace(`${folder}/${path}`);
}

async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(file(path), { preview: false });
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(file(path), content);
}

async function read(path: string): Promise<Buffer> {
  return Buffer.from(await vscode.workspace.fs.readFile(file(path)));
}

/** The text as VS Code has it, which for a document that is loaded is not yet what is on disk. */
async function textOf(path: string): Promise<string> {
  const encoding = path === GB18030 ? { encoding: 'gb18030' } : undefined;
  return (await vscode.workspace.openTextDocument(file(path), encoding)).getText();
}

function findings(path: string): number {
  return vscode.languages.getDiagnostics(file(path)).length;
}
