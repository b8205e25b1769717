import { equal, notEqual, ok } from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { driver } from './driver.js';
import * as vscode from 'vscode';
import type { BulkSummary } from '../../../client/src/bulk/bulkSummary.js';
import type { WenfengApi } from '../../../client/src/extension.js';
import {
  closeAll,
  DRAFT,
  extensionFolder,
  file,
  open,
  rulesAt,
  showNotification,
  waitUntil,
  wenfeng,
} from './support.js';

describe('the server', () => {
  afterEach(closeAll);

  it('is started again when it dies, and checks what is open', async () => {
    const api = await wenfeng();
    const editor = await open(DRAFT);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
    const first = killServer(api);
    await anotherProcess(api, first);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(2, 0), '请大家（包括后排的同志坐好。');
    });
    await waitUntil(
      'findings in the changed text',
      () => rulesAt(file(DRAFT)).filter((rule) => rule === 'unpaired-punctuation').length === 2,
    );
    await waitUntil('the status bar', () => /\d+ characters/u.test(api.statusBarText() ?? ''));
    await driver.screenshot('restarted');
  });

  it('is started again when it dies while much is said to it', async () => {
    const api = await wenfeng();
    const editor = await open(DRAFT);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
    const first = killServer(api);
    // Each edit is told to a server of which the client does not know yet that it is gone.
    for (let i = 0; i < 20; i++) {
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(2, 0), '请');
      });
    }
    await anotherProcess(api, first);
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
  });

  it('may die in the midst of a bulk check, which is told, changes no draft and can be made again', async () => {
    const api = await wenfeng();
    await vscode.commands.executeCommand('wenfeng.restartServer');
    const sentence = '各乡镇要把责任落实到人，把措施落实到户，请把“责任二字记在心上，不能等，不能靠。';
    const text = Buffer.from(`${sentence.repeat(20)}\n`.repeat(100));
    const drafts = Array.from({ length: 60 }, (_, index) => file(`很多/${index}.txt`));
    for (const draft of drafts) await vscode.workspace.fs.writeFile(draft, text);
    const check = (): Thenable<BulkSummary | undefined> =>
      vscode.commands.executeCommand('wenfeng.checkFolder', file('很多'));
    try {
      const running = check();
      await waitUntil('the first results', () => drafts.some((draft) => rulesAt(draft).length > 0));
      const first = killServer(api);
      equal(await running, undefined);
      await showNotification('The checker stopped meanwhile');
      await driver.screenshot('bulk-server-died');
      await anotherProcess(api, first);
      for (const draft of drafts) ok(text.equals(await vscode.workspace.fs.readFile(draft)));
      for (const draft of drafts.slice(5)) await vscode.workspace.fs.delete(draft);
      equal((await check())?.checked.length, 5);
    } finally {
      await vscode.commands.executeCommand('wenfeng.clearResults');
      await vscode.workspace.fs.delete(file('很多'), { recursive: true });
    }
  });

  it('is replaced at the command', async () => {
    const api = await wenfeng();
    const first = api.serverProcess();
    await vscode.commands.executeCommand('wenfeng.restartServer');
    equal(api.serverState(), 'running');
    notEqual(api.serverProcess(), first);
  });

  it('does without what may end it after two deaths, says so, and takes it again at the command', async () => {
    const api = await wenfeng();
    await vscode.commands.executeCommand('wenfeng.restartServer');
    await open(DRAFT);
    for (let death = 0; death < 2; death++) {
      await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
      await anotherProcess(api, killServer(api));
    }
    await showNotification('The checker stopped twice');
    await driver.screenshot('server-sparing');
    await vscode.commands.executeCommand('wenfeng.restartServer');
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
  });

  it('stays down when it keeps dying, says so, and comes back at the command', async () => {
    const api = await wenfeng();
    await open(DRAFT);
    const died = new Set<number>();
    await waitUntil(
      'the end',
      () => {
        const now = api.serverProcess();
        if (api.serverState() === 'running' && now !== undefined && !died.has(now)) {
          died.add(now);
          process.kill(now, 'SIGKILL');
        }
        return api.serverState() === 'down';
      },
      20_000,
    );
    equal(died.size, 5);
    await waitUntil('the status bar', () => (api.statusBarText() ?? '').includes('Not checked'));
    await showNotification('The checker keeps stopping');
    await driver.screenshot('server-down');
    await vscode.commands.executeCommand('wenfeng.restartServer');
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
  });

  it('says once that it cannot be started', async () => {
    const api = await wenfeng();
    await open(DRAFT);
    const script = join(extensionFolder(), 'dist', 'server.js');
    renameSync(script, `${script}.away`);
    try {
      await vscode.commands.executeCommand('wenfeng.restartServer');
      await waitUntil('the end', () => api.serverState() === 'down');
      await showNotification('The checker keeps stopping');
      if (driver.available) equal((await driver.texts('.notification-list-item')).length, 1);
    } finally {
      renameSync(`${script}.away`, script);
    }
    await vscode.commands.executeCommand('wenfeng.restartServer');
    await waitUntil('findings', () => rulesAt(file(DRAFT)).includes('unpaired-punctuation'));
  });
});

/** Kills the server's process, and says which it was. */
function killServer(api: WenfengApi): number {
  const pid = api.serverProcess();
  ok(pid);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Waits until another process than `first` serves. */
async function anotherProcess(api: WenfengApi, first: number): Promise<void> {
  await waitUntil('another process', () => {
    const now = api.serverProcess();
    return now !== undefined && now !== first && api.serverState() === 'running';
  });
}
