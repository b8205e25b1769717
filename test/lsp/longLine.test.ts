import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentSymbol, Hover } from 'vscode-languageserver';
import { PULL, startClient, stopClients } from './client.js';

const URI = 'file:///drafts/a.txt';
const SENTENCE = '去年冬天柳岸渠清了淤，十一个村的劳力一起上堤，干了四十天才完工，渠底挖深了一尺。';
/** Bytes in UTF-8. */
const SIZE = 5 * 1024 * 1024;

afterEach(stopClients);

describe('one line of 5 MB in an editor', () => {
  it('is checked, and whatever is asked about it is answered', async () => {
    const line = SENTENCE.repeat(Math.ceil(SIZE / Buffer.byteLength(SENTENCE)));
    const client = await startClient({ capabilities: PULL });
    await client.open(URI, `一、春耕\n请某某同志讲话。${line}`);
    const found = await client.diagnostics(URI);
    const codes = found.map(({ code }) => code);
    expect(codes).toContain('placeholder-left');
    expect(codes).toContain('paragraph-too-long');
    const textDocument = { uri: URI };
    const ask = <R>(method: string, params: object): Promise<R> =>
      client.connection.sendRequest<R>(method, { textDocument, ...params });
    const hover = await ask<Hover>('textDocument/hover', { position: { line: 1, character: 1 } });
    expect(hover.contents).toMatchObject({ value: expect.stringContaining('placeholder-left') as string });
    const far = { line: 1, character: line.length };
    expect(await ask('textDocument/hover', { position: far })).not.toBeUndefined();
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', {});
    expect(symbols.map(({ name }) => name)).toEqual([expect.stringContaining('春耕')]);
  }, 60_000);
});
