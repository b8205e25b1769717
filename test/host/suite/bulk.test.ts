import { deepEqual, equal, match, ok } from 'node:assert/strict';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import type { BulkSummary } from '../../../client/src/bulk/bulkSummary.js';
import { driver } from './driver.js';
import {
  closeAll,
  delay,
  DRAFT,
  file,
  open,
  rulesAt,
  showNotification,
  waitUntil,
  wenfeng,
  workspaceFolder,
} from './support.js';

/** Files that the tests make, each with the fault that its name says. */
const GB18030 = '外来/国标编码.txt';
const BROKEN = '外来/损坏.txt';
const IGNORED = 'ignored/不查.txt';
const VILLAGE = '乡镇/石溪镇发言.md';

const SPEECH = '同志们，今天的会议只有一个议题。请大家把“责任二字记在心上。\n';

describe('a bulk check', () => {
  before(async () => {
    await wenfeng();
    await closeAll();
    await write(GB18030, iconv.encode(SPEECH, 'gb18030'));
    await write(
      BROKEN,
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 97) % 256),
    );
    await write(IGNORED, Buffer.from(SPEECH));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('wenfeng.clearResults');
    await closeAll();
  });

  it('is not made unless asked for', () => {
    deepEqual(rulesAt(file(GB18030)), []);
    deepEqual(rulesAt(file(VILLAGE)), []);
  });

  it('finds the drafts of the workspace, whatever their encoding, and names what it cannot read', async () => {
    const summary = await checkWorkspace();
    deepEqual(rulesAt(file(GB18030)), ['unpaired-punctuation']);
    ok(rulesAt(file(VILLAGE)).includes('stray-space'));
    deepEqual(rulesAt(file(IGNORED)), []);
    deepEqual(
      summary.unreadable.map(({ uri }) => vscode.workspace.asRelativePath(uri)),
      [BROKEN],
    );
    const [unread] = vscode.languages.getDiagnostics(file(BROKEN));
    match(unread?.message ?? '', /^Not checked: /u);
    match(summary.sentence(), /Drafts checked: \d+\. Findings: \d+, most in 秋粮收储动员讲话\.txt/u);
    match(summary.sentence(), /Not read: 外来\/损坏\.txt/u);
    equal(summary.cancelled, false);
    await showNotification('Drafts checked');
    await driver.screenshot('bulk-summary');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await driver.waitFor('.markers-panel .monaco-list-row:has-text("国标编码.txt")');
    await driver.screenshot('problems');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('checks one folder when that is asked for', async () => {
    const summary = await vscode.commands.executeCommand<BulkSummary>('wenfeng.checkFolder', file('乡镇'));
    equal(summary.checked.length, 2);
    ok(rulesAt(file(VILLAGE)).length > 0);
    deepEqual(rulesAt(file(GB18030)), []);
  });

  it('shows a finding once, whether its draft is open or not', async () => {
    await checkWorkspace();
    const closed = rulesAt(file(VILLAGE));
    ok(closed.length > 0);
    const seen = countMost(file(VILLAGE));
    await open(VILLAGE);
    await waitUntil('the live check', () => codesFrom(file(VILLAGE)).has('wenfeng-rule:/stray-space.md'));
    await delay(500);
    deepEqual(rulesAt(file(VILLAGE)), closed);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitUntil(
      'the findings of the closed draft',
      () => rulesAt(file(VILLAGE)).length === closed.length,
    );
    await delay(500);
    deepEqual(rulesAt(file(VILLAGE)), closed);
    equal(seen(), closed.length);
  });

  it('keeps its findings of a draft that is opened while checking is switched off', async () => {
    await checkWorkspace();
    const found = rulesAt(file(VILLAGE));
    const settings = vscode.workspace.getConfiguration('wenfeng');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    try {
      const api = await wenfeng();
      await open(VILLAGE);
      await waitUntil('the status bar', () => (api.statusBarText() ?? '').includes('Wenfeng: off'));
      await waitUntil('its findings', () => rulesAt(file(VILLAGE)).length === found.length);
      await delay(500);
      deepEqual(rulesAt(file(VILLAGE)), found);
    } finally {
      await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitUntil('the live check', () => rulesAt(file(VILLAGE)).length === found.length);
    await delay(500);
    deepEqual(rulesAt(file(VILLAGE)), found);
  });

  it('prefers what is open to what is on disk, and disk again when it is closed', async () => {
    const editor = await open(VILLAGE);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(2, 0), '请把“责任二字记在心上。');
    });
    const summary = await checkWorkspace();
    const found = summary.checked.find(({ uri }) => uri.toString() === file(VILLAGE).toString());
    ok(rulesAt(file(VILLAGE)).includes('unpaired-punctuation'));
    equal(found?.findings, rulesAt(file(VILLAGE)).length);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitUntil('the findings on disk', () => {
      const rules = rulesAt(file(VILLAGE));
      return rules.includes('stray-space') && !rules.includes('unpaired-punctuation');
    });
  });

  it('follows changes on disk', async () => {
    await write('外来/改动.txt', Buffer.from(SPEECH));
    await checkWorkspace();
    deepEqual(rulesAt(file('外来/改动.txt')), ['unpaired-punctuation']);
    await write('外来/改动.txt', Buffer.from(SPEECH.replace('责任', '责任”')));
    await waitUntil('the mended draft', () => rulesAt(file('外来/改动.txt')).length === 0);
    await write('外来/改动.txt', Buffer.from(SPEECH));
    await waitUntil('the fault again', () => rulesAt(file('外来/改动.txt')).length === 1);
    await vscode.workspace.fs.rename(file('外来/改动.txt'), file('外来/改名.txt'));
    await waitUntil('the end of the old name', () => rulesAt(file('外来/改动.txt')).length === 0);
    await vscode.workspace.fs.delete(file('外来/改名.txt'));
    await waitUntil('the end of the new name', () => rulesAt(file('外来/改名.txt')).length === 0);
  });

  it('leaves nothing when its results are cleared', async () => {
    await checkWorkspace();
    await vscode.commands.executeCommand('wenfeng.clearResults');
    for (const path of [GB18030, BROKEN, VILLAGE, DRAFT]) deepEqual(rulesAt(file(path)), [], path);
    await write(GB18030, iconv.encode(SPEECH, 'gb18030'));
    await delay(800);
    deepEqual(rulesAt(file(GB18030)), []);
  });

  it('tells its progress, and ends when it is cancelled', async () => {
    const sentence = '各乡镇要把责任落实到人，把措施落实到户，把成效体现在群众的满意上，不能等，不能靠。';
    const paragraph = `${Array.from({ length: 40 }, (_, index) => `${index}${sentence}`).join('')}\n`;
    const text = Buffer.from(paragraph.repeat(60));
    for (let index = 0; index < 150; index++) await write(`很多/第${index}份.txt`, text);
    try {
      const running = vscode.commands.executeCommand<BulkSummary>('wenfeng.checkWorkspace');
      await showNotification('· 很多/');
      await driver.screenshot('bulk-progress');
      if (driver.available) {
        await driver.click('.notifications-center .monaco-button:has-text("Cancel")');
      } else {
        await delay(1000);
        await vscode.commands.executeCommand('wenfeng.clearResults');
      }
      const summary = await running;
      equal(summary.cancelled, true);
      ok(summary.checked.length < 150);
      match(summary.sentence(), /^Cancelled after \d+ of 15\d files\./u);
      await showNotification('Cancelled after');
      await driver.screenshot('bulk-cancelled');

      const cleared = vscode.commands.executeCommand<BulkSummary>('wenfeng.checkWorkspace');
      await waitUntil('the first results', () => rulesAt(file(GB18030)).length > 0);
      await vscode.commands.executeCommand('wenfeng.clearResults');
      equal((await cleared).cancelled, true);
      deepEqual(allFindings(), []);
    } finally {
      await vscode.workspace.fs.delete(file('很多'), { recursive: true });
    }
  });
});

async function checkWorkspace(): Promise<BulkSummary> {
  return vscode.commands.executeCommand<BulkSummary>('wenfeng.checkWorkspace');
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspaceFolder(), path), content);
}

/** What stands in the Problems panel from this extension, of any file. */
function allFindings(): string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => rulesAt(uri).length > 0)
    .map(([uri]) => uri.toString());
}

/** The pages that a document's findings lead to. */
function codesFrom(uri: vscode.Uri): Set<string> {
  return new Set(
    vscode.languages
      .getDiagnostics(uri)
      .flatMap(({ code }) => (typeof code === 'object' ? code.target.toString() : [])),
  );
}

/** Watches a document; the function it returns ends that, and says how many findings it had at most. */
function countMost(uri: vscode.Uri): () => number {
  let most = 0;
  const listening = vscode.languages.onDidChangeDiagnostics(() => {
    most = Math.max(most, rulesAt(uri).length);
  });
  return () => {
    listening.dispose();
    return most;
  };
}
