import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import {
  NEW_DRAFT,
  type NewDraftParams,
  type NewDraftResult,
} from '../../server/src/lsp/protocol/newDraft.js';
import { startClient, stopClients, type TestClient } from './client.js';

const WISH: Omit<NewDraftParams, 'uri'> = { occasion: 'safety', minutes: 10, points: 2, format: 'plain' };

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-lsp-')));
});
afterEach(async () => {
  await stopClients();
  rmSync(folder, { recursive: true, force: true });
});

/** A guide for a reader of so many characters a minute. */
function write(name: string, charactersPerMinute: number): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ rules: { 'speech-length': { charactersPerMinute } } }));
}

async function budgetsOf(client: TestClient, uri: string): Promise<number> {
  const { snippet } = await client.connection.sendRequest<NewDraftResult>(NEW_DRAFT, { ...WISH, uri });
  expect(snippet).toMatch(/我讲两点意见。\n\n一、[^]*\n\n二、/u);
  expect(snippet).not.toContain('三、');
  return [...snippet.matchAll(/约 (\d+) 字/gu)].reduce((sum, [, characters]) => sum + Number(characters), 0);
}

describe('a new draft', () => {
  it('is laid out for the reading rate of the guide where it will lie', async () => {
    write('.wenfeng.json', 240);
    write('慢/.wenfeng.json', 120);
    const client = await startClient({ folders: [URI.file(folder).toString()] });
    const place = (scheme: string, name: string): string =>
      URI.file(path.join(folder, name)).with({ scheme }).toString();
    const usual = await budgetsOf(client, 'untitled:draft');
    expect(usual / 2400).toBeCloseTo(0.9, 1);
    expect(await budgetsOf(client, place('file', '讲话稿.txt'))).toBe(usual);
    expect((await budgetsOf(client, place('untitled', '慢/讲话稿.txt'))) / usual).toBeLessThan(0.55);
  });

  it('is laid out for the usual rate where there is no guide', async () => {
    const client = await startClient({});
    expect((await budgetsOf(client, 'untitled:draft')) / 1800).toBeCloseTo(0.9, 1);
  });

  it.each<[string, object]>([
    ['an unknown occasion', { occasion: 'wedding' }],
    ['no minutes', { minutes: 0 }],
    ['too many minutes', { minutes: 181 }],
    ['half a minute', { minutes: 0.5 }],
    ['one point', { points: 1 }],
    ['no points where there must be some', { points: 0 }],
    ['another format', { format: 'docx' }],
    ['no place', { uri: 3 }],
  ])('is refused for %s', async (_, wrong) => {
    const client = await startClient({});
    await expect(
      client.connection.sendRequest(NEW_DRAFT, { ...WISH, uri: 'untitled:draft', ...wrong }),
    ).rejects.toThrow('wenfeng/newDraft: uri, occasion, minutes, points or format is wrong');
  });
});
