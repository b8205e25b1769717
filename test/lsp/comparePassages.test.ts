import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  COMPARE_PASSAGES,
  COMPARE_PROGRESS,
  type ComparePassagesParams,
  type ComparePassagesResult,
  type CompareProgressParams,
} from '../../server/src/lsp/protocol/passages.js';
import { Mailbox, rangeOf, startClient, stopClients, type TestClient } from './client.js';
import { useDraftFolder } from './draftFolder.js';

const PASTED =
  '去年冬天，柳岸渠清了淤，十一个村的劳力一起上堤，早出晚归干了四十天，把淤了二十年的渠底整整挖深了一尺。';
const ONE = `同志们：\n今天说说春耕的事，种子、化肥、农机三样都要备齐。\n${PASTED}\n`;
const TWO = `同志们：\n开这个会，是要把今年夏天的水管好、用好、分好。${PASTED}散会以后就动手。\n`;

const drafts = useDraftFolder();
const { write } = drafts;
afterEach(stopClients);

function compare(
  client: TestClient,
  params: Partial<ComparePassagesParams> = {},
  cancel = new CancellationTokenSource(),
): Promise<ComparePassagesResult> {
  const all = {
    id: 'run-1',
    targets: [drafts.uri],
    include: ['**/*.{txt,md}'],
    exclude: [],
    maxFileSize: 10_000,
  };
  return client.connection.sendRequest(COMPARE_PASSAGES, { ...all, ...params }, cancel.token);
}

function progressOf(client: TestClient): Mailbox<CompareProgressParams> {
  const progress = new Mailbox<CompareProgressParams>();
  client.connection.onNotification(COMPARE_PROGRESS, (params: CompareProgressParams) => {
    progress.put(params);
  });
  return progress;
}

describe('a comparison of drafts', () => {
  it('tells both places of a passage, the shares, and how far it has come', async () => {
    const b = write('b/b.txt', TWO);
    const a = write('a.txt', ONE);
    const c = write('c.txt', '同志们：\n这一篇和别的都不一样，一句相同的话也没有。\n');
    const client = await startClient();
    const progress = progressOf(client);
    const { drafts, pairs, cancelled } = await compare(client);
    expect(cancelled).toBe(false);
    expect(drafts.map(({ uri }) => uri)).toEqual([a, b, c]);
    expect(pairs).toMatchObject([
      {
        a,
        b,
        passages: [{ a: rangeOf(ONE, PASTED), b: rangeOf(TWO, PASTED), excerpt: PASTED, alike: 1 }],
      },
    ]);
    expect(drafts[0]?.share).toBe(pairs[0]?.shareOfA);
    expect(drafts[1]?.share).toBe(pairs[0]?.shareOfB);
    expect(drafts[2]?.share).toBe(0);
    expect(progress.all.map(({ stage, done, total }) => `${stage} ${String(done)}/${String(total)}`)).toEqual(
      ['reading 1/3', 'reading 2/3', 'reading 3/3', 'comparing 1/3', 'comparing 2/3', 'comparing 3/3'],
    );
  });

  it('prefers what is open to what is on disk', async () => {
    const a = write('a.txt', ONE);
    write('b.txt', TWO);
    const client = await startClient();
    await client.open(a, '同志们：\n这一篇改过了，还没有存。\n');
    expect((await compare(client)).pairs).toEqual([]);
    await client.close(a);
    expect((await compare(client)).pairs).toHaveLength(1);
  });

  it('heeds the minimum and the fixed terms of the guide', async () => {
    write('a.txt', ONE);
    write('b.txt', TWO);
    const client = await startClient({ folders: [drafts.uri] });
    expect((await compare(client, { minCharacters: 60 })).pairs).toEqual([]);
    write('.wenfeng.json', JSON.stringify({ fixedTerms: [PASTED.slice(0, 40)] }));
    expect((await compare(client)).pairs).toEqual([]);
  });

  it('names what cannot be read and what is not Chinese, and goes on', async () => {
    write('a.txt', ONE);
    write('b.txt', TWO);
    write('c.txt', 'Nothing here is Chinese.\n');
    write('d.txt', Uint8Array.of(0xff, 0x00, 0x9c, 0xd3, 0x00, 0x41, 0x80));
    const client = await startClient();
    const { drafts, pairs } = await compare(client);
    expect(pairs).toHaveLength(1);
    expect(drafts[2]).toMatchObject({ characters: 0, skipped: 'not-chinese' });
    expect(drafts[3]?.failure).toMatch(/。$/u);
  });

  it('tells of one draft alone what it says twice', async () => {
    const text = `${ONE}中间隔着别的话，说的是另一件事情。\n${PASTED}\n`;
    const a = write('a.txt', text);
    const client = await startClient();
    const { drafts, pairs } = await compare(client);
    expect(pairs).toMatchObject([{ a, b: a, passages: [{ a: rangeOf(text, PASTED) }] }]);
    expect(drafts[0]?.share).toBe(0);
  });

  it('ends early when it is cancelled', async () => {
    for (let i = 0; i < 200; i++) write(`${String(i).padStart(3, '0')}.txt`, ONE);
    const client = await startClient();
    const progress = progressOf(client);
    const cancel = new CancellationTokenSource();
    const answer = compare(client, {}, cancel);
    await progress.first();
    cancel.cancel();
    expect(await answer).toEqual({ drafts: [], pairs: [], cancelled: true });
    expect(progress.all.length).toBeLessThan(200);
  });

  it('tells a client that asks wrongly', async () => {
    const client = await startClient();
    await expect(compare(client, { minCharacters: 0 })).rejects.toMatchObject({ code: -32602 });
    await expect(client.connection.sendRequest(COMPARE_PASSAGES, {})).rejects.toMatchObject({ code: -32602 });
  });
});
