import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { BULK_CHECK } from '../../server/src/lsp/protocol/bulk.js';
import {
  GUIDE_PRESETS,
  NEW_GUIDE,
  type GuidePreset,
  type NewGuideResult,
} from '../../server/src/lsp/protocol/guide.js';
import {
  PULL,
  PUSH,
  rangeOf,
  startClient,
  stopClients,
  type ClientOptions,
  type TestClient,
} from './client.js';
import { useDraftFolder } from './draftFolder.js';

const TEXT = '同志们：\n请某某同志讲话，大家认真听，回去抓好落实，不折不扣完成好今年的目标任务。\n';
const OFF = '{ "rules": { "placeholder-left": "off" } }\n';
const SHORT = '{ "rules": { "sentence-too-long": { "max": 20 } } }\n';

const drafts = useDraftFolder();
const { uriOf, write } = drafts;
afterEach(stopClients);

function start(options: ClientOptions = {}): Promise<TestClient> {
  return startClient({ folders: [drafts.uri], ...options });
}

async function codes(client: TestClient, uri: string): Promise<unknown[]> {
  return (await client.diagnostics(uri)).map(({ code }) => code);
}

describe('a guide file', () => {
  it('holds in place of the settings', async () => {
    write('.wenfeng.json', SHORT);
    const client = await start();
    client.settings = { rules: { 'placeholder-left': { severity: 'off' } } };
    await client.open(uriOf('会议/a.txt'), TEXT);
    expect(await codes(client, uriOf('会议/a.txt'))).toEqual(['sentence-too-long', 'placeholder-left']);
  });

  it('holds at once when it changes on disk, comes or goes', async () => {
    const client = await start();
    await client.registered.first((method) => method === 'workspace/didChangeWatchedFiles');
    const draft = uriOf('会议/a.txt');
    await client.open(draft, TEXT);
    expect(await codes(client, draft)).toEqual(['placeholder-left']);

    let refresh = client.refreshes.next();
    await client.changeFile(write('.wenfeng.json', OFF));
    await refresh;
    expect(await codes(client, draft)).toEqual([]);

    refresh = client.refreshes.next();
    await client.changeFile(write('会议/.wenfeng.json', SHORT));
    await refresh;
    expect(await codes(client, draft)).toEqual(['sentence-too-long', 'placeholder-left']);

    rmSync(path.join(drafts.path, '会议/.wenfeng.json'));
    refresh = client.refreshes.next();
    await client.changeFile(uriOf('会议/.wenfeng.json'));
    await refresh;
    expect(await codes(client, draft)).toEqual([]);
  });

  it('holds at once when one that it builds upon changes', async () => {
    const base = write('common/base.json', OFF);
    write('.wenfeng.json', '{ "extends": "./common/base.json" }');
    const client = await start();
    await client.open(uriOf('a.txt'), TEXT);
    expect(await codes(client, uriOf('a.txt'))).toEqual([]);
    const refresh = client.refreshes.next();
    write('common/base.json', '{}');
    await client.changeFile(base);
    await refresh;
    expect(await codes(client, uriOf('a.txt'))).toEqual(['placeholder-left']);
  });

  it('holds as it stands in the editor, saved or not', async () => {
    const client = await start();
    const draft = uriOf('a.txt');
    await client.open(draft, TEXT);
    await client.pull(draft);
    const guide = uriOf('.wenfeng.json');
    await client.open(guide, OFF, 'jsonc');
    expect(await codes(client, draft)).toEqual([]);
    const refresh = client.refreshes.next();
    await client.change(guide, 2, { text: SHORT });
    expect(await codes(client, draft)).toEqual(['sentence-too-long', 'placeholder-left']);
    await refresh;
    await client.close(guide);
    expect(await codes(client, draft)).toEqual(['placeholder-left']);
  });

  it('is gone when it is deleted, though the editor still holds its text', async () => {
    const guide = write('.wenfeng.json', OFF);
    const client = await start();
    await client.open(guide, OFF, 'jsonc');
    await client.open(uriOf('a.txt'), TEXT);
    expect(await codes(client, uriOf('a.txt'))).toEqual([]);
    rmSync(path.join(drafts.path, '.wenfeng.json'));
    const refresh = client.refreshes.next();
    await client.changeFile(guide, FileChangeType.Deleted);
    await refresh;
    expect(await codes(client, uriOf('a.txt'))).toEqual(['placeholder-left']);
    expect(await client.diagnostics(guide)).toEqual([]);
    // Written to again it is what will be saved.
    await client.change(guide, 2, { text: SHORT });
    expect(await codes(client, uriOf('a.txt'))).toEqual(['sentence-too-long', 'placeholder-left']);
  });

  it('of a workspace folder that is added holds', async () => {
    write('.wenfeng.json', OFF);
    const client = await start({ folders: [] });
    const draft = uriOf('会议/a.txt');
    await client.open(draft, TEXT);
    expect(await codes(client, draft)).toEqual(['placeholder-left']);
    const refresh = client.refreshes.next();
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: drafts.uri, name: 'a' }], removed: [] },
    });
    await refresh;
    expect(await codes(client, draft)).toEqual([]);
  });

  it('holds for a draft that was never saved', async () => {
    write('.wenfeng.json', OFF);
    const client = await start();
    await client.open('untitled:Untitled-1', TEXT);
    expect(await codes(client, 'untitled:Untitled-1')).toEqual([]);
  });

  it('is read anew for each version where nobody tells of changes', async () => {
    write('.wenfeng.json', OFF);
    const client = await start({ capabilities: { textDocument: PULL.textDocument ?? {} } });
    const draft = uriOf('a.txt');
    await client.open(draft, TEXT);
    expect(await codes(client, draft)).toEqual([]);
    write('.wenfeng.json', SHORT);
    await client.change(draft, 2, { text: TEXT });
    expect(await codes(client, draft)).toEqual(['sentence-too-long', 'placeholder-left']);
  });

  it('holds in a bulk check as it is at that moment', async () => {
    write('会议/a.txt', TEXT);
    write('b.txt', TEXT);
    write('.wenfeng.json', SHORT);
    write('会议/.wenfeng.json', '{}');
    const client = await start();
    await client.open(uriOf('会议/.wenfeng.json'), OFF, 'jsonc');
    await client.connection.sendRequest(BULK_CHECK, {
      id: 'run',
      targets: [drafts.uri],
      include: ['**/*.txt'],
      exclude: [],
      maxFileSize: 10_000,
    });
    expect(
      client.files.all.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)]),
    ).toEqual([
      [uriOf('b.txt'), ['sentence-too-long', 'placeholder-left']],
      [uriOf('会议/a.txt'), []],
    ]);
  });
});

describe('mistakes in a guide file', () => {
  const WRONG = '{\n  // 注释\n  "rules": { "stray-spaces": "off", "placeholder-left": "off" }\n}\n';

  it('are diagnostics at their places, with all else in force', async () => {
    const client = await start();
    const guide = uriOf('.wenfeng.json');
    await client.open(guide, WRONG, 'jsonc');
    await client.open(uriOf('a.txt'), TEXT);
    expect(await client.diagnostics(guide)).toEqual([
      {
        range: rangeOf(WRONG, '"stray-spaces"'),
        severity: 2,
        source: '文风',
        message: '没有这条规则，这一处没有生效；是不是想写“stray-space”。',
      },
    ]);
    expect(await codes(client, uriOf('a.txt'))).toEqual([]);
    await client.change(guide, 2, { text: OFF });
    expect(await client.diagnostics(guide)).toEqual([]);
    await client.change(guide, 3, { text: '{ "extends": "./none.json" }' });
    expect((await client.diagnostics(guide))[0]?.message).toContain('找不到这个风格文件');
  });

  it('are published to clients that do not ask, in their language', async () => {
    const client = await start({ capabilities: PUSH, locale: 'en' });
    const guide = uriOf('.wenfeng.json');
    await client.open(guide, WRONG, 'jsonc');
    const { diagnostics } = await client.published.first(({ uri }) => uri === guide);
    expect(diagnostics[0]?.message).toBe('This has no effect: no such rule; did you mean “stray-space”.');
    const cleared = client.published.next(({ uri }) => uri === guide);
    await client.change(guide, 2, { text: OFF });
    expect((await cleared).diagnostics).toEqual([]);
  });

  it('are told in a file that is nowhere on disk', async () => {
    const client = await start();
    await client.open('vscode-vfs://host/.wenfeng.json', WRONG, 'jsonc');
    expect(await client.diagnostics('vscode-vfs://host/.wenfeng.json')).toHaveLength(1);
  });

  it('are logged once while the file is closed', async () => {
    write('.wenfeng.json', WRONG);
    const client = await start();
    await client.open(uriOf('a.txt'), TEXT);
    await client.open(uriOf('b.txt'), TEXT);
    await client.pull(uriOf('a.txt'));
    await client.pull(uriOf('b.txt'));
    expect(client.logged.all.filter((line) => line.includes('no such rule'))).toHaveLength(1);
  });

  it('are no draft’s findings, and a guide has no figures', async () => {
    const client = await start();
    client.settings = { languages: ['jsonc'] };
    await client.open(uriOf('.wenfeng.json'), '{ "fixedTerms": ["请某某同志讲话。"] }', 'jsonc');
    expect(await client.diagnostics(uriOf('.wenfeng.json'))).toEqual([]);
    expect(await client.ask('documentSymbol', uriOf('.wenfeng.json'))).toEqual([]);
    expect(client.figures.all).toEqual([]);
  });
});

describe('a new guide file', () => {
  it('is written by the server in the language of messages', async () => {
    const client = await start({ locale: 'en' });
    const folderUri = drafts.uri;
    const presets = await client.connection.sendRequest<GuidePreset[]>(GUIDE_PRESETS, { folder: folderUri });
    expect(presets[1]).toMatchObject({ name: 'plain', title: 'Plain' });
    client.settings = { messageLanguage: 'zh' };
    await client.changeSettings(client.settings);
    const { text } = await client.connection.sendRequest<NewGuideResult>(NEW_GUIDE, {
      folder: folderUri,
      preset: 'plain',
      maxMinutes: 20,
    });
    expect(text).toContain('// 固定的提法');
    expect(text).toContain('"maxMinutes": 20');
  });

  it.each([{}, { preset: 'plian' }, { preset: 'plain', maxMinutes: 601 }, null])(
    'is not written for %j',
    async (params) => {
      const client = await start();
      await expect(client.connection.sendRequest(NEW_GUIDE, params)).rejects.toThrow('preset');
    },
  );
});
