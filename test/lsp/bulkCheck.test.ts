import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import {
  BULK_CHECK,
  type BulkCheckParams,
  type BulkCheckResult,
} from '../../server/src/lsp/protocol/bulk.js';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import { startClient, stopClients, type TestClient } from './client.js';
import { useDraftFolder } from './draftFolder.js';

const MASKED = '同志们：\n请某某同志讲话，大家认真听，回去抓好落实。\n';
const CLEAN = '同志们：\n请王明同志讲话，大家认真听，回去抓好落实。\n';

const drafts = useDraftFolder();
const { uriOf, write } = drafts;
afterEach(stopClients);

function check(
  client: TestClient,
  params: Partial<BulkCheckParams> = {},
  cancel = new CancellationTokenSource(),
): Promise<BulkCheckResult> {
  const all = {
    id: 'run-1',
    targets: [drafts.uri],
    include: ['**/*.{txt,md}'],
    exclude: [],
    maxFileSize: 10_000,
  };
  return client.connection.sendRequest(BULK_CHECK, { ...all, ...params }, cancel.token);
}

describe('a bulk check', () => {
  it('reports each file in order, with its figures and findings', async () => {
    const a = write('a.txt', MASKED);
    const b = write('b/b.md', '## 一、抓落实\n\n请**王明**同志讲话。\n');
    const c = write('c.txt', 'Nothing here is Chinese, whatever 某某 may say.\n');
    write('d.doc', MASKED);
    const client = await startClient();
    expect(await check(client)).toEqual({ checked: 3, cancelled: false, unreadable: 0 });
    expect(client.files.all).toMatchObject([
      { id: 'run-1', uri: a, done: 1, total: 3, characters: 25, minutes: 25 / 180 },
      { id: 'run-1', uri: b, done: 2, total: 3, characters: 13, diagnostics: [] },
      { id: 'run-1', uri: c, done: 3, total: 3, diagnostics: [], skipped: 'not-chinese' },
    ]);
    expect(client.files.all[0]?.diagnostics).toMatchObject([
      {
        code: 'placeholder-left',
        source: '文风',
        range: { start: { line: 1, character: 1 }, end: { line: 1, character: 3 } },
        codeDescription: { href: 'file:///shipped/docs/rules/placeholder-left.md' },
      },
    ]);
  });

  it('waits for the segmenter, so that it has every rule', async () => {
    write('a.txt', CLEAN);
    let loaded = false;
    const client = await startClient({
      loadSegmenter: async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        loaded = true;
        return { segmenter: createIntlSegmenter() };
      },
    });
    await check(client);
    expect(loaded).toBe(true);
  });

  it('reads GB18030 and UTF-16', async () => {
    write('a.txt', iconv.encode(MASKED, 'gb18030'));
    write('b.txt', iconv.encode(MASKED, 'utf-16le', { addBOM: true }));
    const client = await startClient();
    await check(client);
    for (const file of client.files.all) {
      expect(file).toMatchObject({ characters: 25, diagnostics: [{ code: 'placeholder-left' }] });
    }
  });

  it('names what cannot be read, with its reason, and goes on', async () => {
    write('a.txt', Uint8Array.of(0xff, 0x00, 0x9c, 0xd3, 0x00, 0x41, 0x80));
    write('b.txt', '字'.repeat(4000));
    write('c.txt', MASKED);
    const client = await startClient();
    expect(await check(client)).toEqual({ checked: 1, cancelled: false, unreadable: 2 });
    const [a, b, c] = client.files.all;
    expect(a).toMatchObject({ done: 1, characters: 0, diagnostics: [] });
    expect(a?.failure).toMatch(/。$/u);
    expect(b).toMatchObject({ done: 2, failure: expect.stringContaining('超过上限') as string });
    expect(c).toMatchObject({ done: 3, diagnostics: [{ code: 'placeholder-left' }] });
    expect(c).not.toHaveProperty('failure');
  });

  it('names a file that is gone, under the URI it was asked for by', async () => {
    const gone = uriOf('没有.txt');
    const client = await startClient();
    expect(await check(client, { targets: [gone] })).toMatchObject({ checked: 0, unreadable: 1 });
    expect(client.files.all[0]).toMatchObject({
      uri: gone,
      failure: expect.stringContaining('找不到') as string,
    });
  });

  it('prefers what is open to what is on disk, a draft that was never saved included', async () => {
    const a = write('某 a.txt', MASKED);
    const client = await startClient();
    await client.open(a, CLEAN);
    await client.open('untitled:Untitled-1', MASKED);
    await client.open(`git:${URI.parse(a).path}`, `${MASKED}${MASKED}`);
    await check(client, { targets: [drafts.uri, 'untitled:Untitled-1'] });
    expect(client.files.all).toMatchObject([
      { uri: a, diagnostics: [] },
      { uri: 'untitled:Untitled-1', diagnostics: [{ code: 'placeholder-left' }] },
    ]);
    await client.close(a);
    await check(client, { id: 'run-2', targets: [a] });
    expect(client.files.all.at(-1)).toMatchObject({ id: 'run-2', uri: a, diagnostics: [{}] });
  });

  it('minds what is excluded', async () => {
    write('a.txt', MASKED);
    write('old/b.txt', MASKED);
    const client = await startClient();
    expect(await check(client, { exclude: ['old'] })).toMatchObject({ checked: 1 });
  });

  it('follows the settings of each folder, asked once, even where live checking is off', async () => {
    for (let i = 0; i < 5; i++) write(`loose/${i}.txt`, MASKED);
    write('strict/a.txt', MASKED);
    const client = await startClient();
    const asked: (string | undefined)[] = [];
    client.tellSettings = (uri) => {
      asked.push(uri);
      const severity = uri?.includes('strict') === true ? 'error' : 'hint';
      return { enable: false, rules: { 'placeholder-left': { severity } } };
    };
    await check(client);
    expect(client.files.all.map(({ diagnostics }) => diagnostics[0]?.severity)).toEqual([4, 4, 4, 4, 4, 1]);
    expect(asked).toHaveLength(2);
  });

  it('ends early when it is cancelled, and answers other requests meanwhile', async () => {
    for (let i = 0; i < 200; i++) write(`${String(i).padStart(3, '0')}.txt`, MASKED);
    const open = write('open.txt', MASKED);
    const client = await startClient();
    await client.open(open, MASKED);
    const cancel = new CancellationTokenSource();
    const answer = check(client, {}, cancel);
    await client.files.first();
    expect(await client.diagnostics(open)).toHaveLength(1);
    expect(client.files.all.length).toBeLessThan(200);
    cancel.cancel();
    const result = await answer;
    expect(result.cancelled).toBe(true);
    expect(result.checked).toBe(client.files.all.length);
    expect(result.checked).toBeLessThan(200);
  });

  it('tells a client that asks wrongly', async () => {
    const client = await startClient();
    await expect(client.connection.sendRequest(BULK_CHECK, { targets: 'all' })).rejects.toMatchObject({
      code: -32602,
    });
    expect(await check(client, { targets: [] })).toEqual({ checked: 0, cancelled: false, unreadable: 0 });
  });
});
