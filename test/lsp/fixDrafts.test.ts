import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import {
  FIX_DRAFTS,
  type FixableDraft,
  type FixDraftsResult,
} from '../../server/src/lsp/protocol/fixDrafts.js';
import { docxOf } from '../word/docxFile.js';
import { only, startClient, stopClients, type TestClient } from './client.js';
import { useDraftFolder } from './draftFolder.js';

const FAULTY = '同志们：\n请王明 同志讲话。。大家认真听。\n请某某同志记录。\n';
const MENDED = '同志们：\n请王明同志讲话。大家认真听。\n请某某同志记录。\n';

const drafts = useDraftFolder();
const { uriOf, write } = drafts;
afterEach(stopClients);

function fix(
  client: TestClient,
  targets: readonly string[],
  cancel = new CancellationTokenSource(),
): Promise<FixDraftsResult> {
  return client.connection.sendRequest(FIX_DRAFTS, { targets }, cancel.token);
}

/** What a text is after the changes. */
function mended(text: string, { uri, changes }: FixableDraft): string {
  return TextDocument.applyEdits(
    TextDocument.create(uri, '', 0, text),
    changes.map(({ edit }) => edit),
  );
}

describe('fixing drafts', () => {
  it('says what mends files on disk, by rule, and leaves them as they are', async () => {
    const a = write('a.txt', FAULTY);
    const b = write('b.txt', MENDED);
    const client = await startClient();
    const { drafts, cancelled } = await fix(client, [a, b]);
    expect(cancelled).toBe(false);
    expect(drafts).toMatchObject([{ uri: a, file: { text: FAULTY, encoding: 'utf-8', bom: false } }]);
    const [draft] = drafts;
    expect(draft).not.toHaveProperty('version');
    expect(draft?.changes.map(({ rules }) => rules)).toEqual([['stray-space'], ['duplicate-punctuation']]);
    expect(draft && mended(FAULTY, draft)).toBe(MENDED);
    expect(readFileSync(URI.parse(a).fsPath, 'utf8')).toBe(FAULTY);
  });

  it.each([
    ['gb18030', false, iconv.encode(FAULTY, 'gb18030')],
    ['utf-16le', true, iconv.encode(FAULTY, 'utf-16le', { addBOM: true })],
    ['utf-8', true, Buffer.from(`\ufeff${FAULTY}`)],
  ] as const)('says that a file is in %s, with a mark: %s', async (encoding, bom, bytes) => {
    const a = write('a.txt', bytes);
    const client = await startClient();
    const { drafts } = await fix(client, [a]);
    expect(drafts).toMatchObject([{ file: { text: FAULTY, encoding, bom } }]);
  });

  it('prefers what is open, and names its version', async () => {
    const a = write('a.txt', '同志们。\n');
    const client = await startClient();
    await client.open(a, FAULTY, 'plaintext', 7);
    const { drafts } = await fix(client, [a]);
    expect(drafts).toMatchObject([{ uri: a, version: 7 }]);
    expect(drafts[0]).not.toHaveProperty('file');
    expect(drafts[0] && mended(FAULTY, drafts[0])).toBe(MENDED);
  });

  it('keeps to the settings', async () => {
    const a = write('a.txt', FAULTY);
    const client = await startClient();
    client.settings = only('stray-space');
    const { drafts } = await fix(client, [a]);
    expect(drafts[0]?.changes.map(({ rules }) => rules)).toEqual([['stray-space']]);
  });

  it('leaves Word documents alone', async () => {
    const a = write('a.docx', docxOf('同志们：', '请王明 同志讲话。。'));
    const client = await startClient();
    expect((await fix(client, [a])).drafts).toEqual([]);
  });

  it('passes over what cannot be read, and does not search folders', async () => {
    const a = write('a.txt', FAULTY);
    const broken = write('b.txt', Uint8Array.of(0xff, 0x00, 0x9c, 0xd3, 0x00, 0x41, 0x80));
    const gone = uriOf('没有.txt');
    const client = await startClient();
    expect((await fix(client, [broken, gone, drafts.uri])).drafts).toEqual([]);
    expect((await fix(client, [broken, a])).drafts).toHaveLength(1);
  });

  it('ends early when it is cancelled', async () => {
    const targets = Array.from({ length: 100 }, (_, index) => write(`${index}.txt`, FAULTY));
    const client = await startClient();
    const cancel = new CancellationTokenSource();
    const answer = fix(client, targets, cancel);
    setTimeout(() => {
      cancel.cancel();
    }, 20);
    const result = await answer;
    expect(result.cancelled).toBe(true);
    expect(result.drafts.length).toBeLessThan(100);
  });

  it('tells a client that asks wrongly', async () => {
    const client = await startClient();
    await expect(client.connection.sendRequest(FIX_DRAFTS, { targets: 'all' })).rejects.toMatchObject({
      code: -32602,
    });
  });
});
