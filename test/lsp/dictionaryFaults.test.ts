import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol/initialization.js';
import { BULK_CHECK } from '../../server/src/lsp/protocol/bulk.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { PULL, TestClient } from './client.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const JIEBA = path.join(ROOT, 'node_modules/nodejieba');
const DICTIONARY = 'submodules/cppjieba/dict/jieba.dict.utf8';
const URI = 'file:///drafts/a.txt';
/** A finding that needs no words, and one that does. */
const TEXT = '请某某同志讲话。\n我们要切实管好茶园，切实修好道路。\n';

/** What the build makes. */
let built: string;
/** A server in a folder of its own, with a nodejieba of its own beside it. */
let folder: string;
let jieba: string;
let child: ChildProcess | undefined;

beforeAll(() => {
  built = mkdtempSync(path.join(tmpdir(), 'wenfeng-built-'));
  execFileSync(process.execPath, ['scripts/build.mjs', 'server', '--outdir', built], { cwd: ROOT });
}, 60_000);
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-faults-'));
  cpSync(built, path.join(folder, 'dist'), { recursive: true });
  jieba = path.join(folder, 'node_modules/nodejieba');
  mkdirSync(jieba, { recursive: true });
  for (const name of ['package.json', 'index.js']) cpSync(path.join(JIEBA, name), path.join(jieba, name));
});
afterEach(() => {
  child?.kill();
  rmSync(folder, { recursive: true, force: true });
});

function addBinary(): void {
  symlinkSync(path.join(JIEBA, 'build'), path.join(jieba, 'build'));
}

function addFullDictionary(): void {
  cpSync(path.join(JIEBA, 'submodules/cppjieba/dict'), path.join(jieba, 'submodules/cppjieba/dict'), {
    recursive: true,
  });
}

/** What the server says of a draft once it has its words, and what it has logged by then. */
async function serve(
  initializationOptions: InitializationOptions = {},
): Promise<{ client: TestClient; segmenter: string | undefined; codes: unknown[]; log: string[] }> {
  const server = spawn(process.execPath, [path.join(folder, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child = server;
  const client = new TestClient(
    createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)),
    () => undefined,
  );
  await client.initialize({ capabilities: PULL, initializationOptions });
  await client.open(URI, TEXT);
  await client.diagnostics(URI);
  await client.refreshes.first();
  const codes = (await client.diagnostics(URI)).map(({ code }) => code);
  return {
    client,
    segmenter: client.figures.all.at(-1)?.segmenter,
    codes,
    log: client.logged.all.filter((line) => line.includes('nodejieba')),
  };
}

describe('a server that ends while it loads nodejieba', () => {
  beforeEach(() => {
    writeFileSync(path.join(jieba, 'index.js'), 'exports.load = () => process.exit(3);');
  });

  it('does without it once it is told so, in bulk checks too, and says so', async () => {
    const dead = serve().catch(() => undefined);
    await expect.poll(() => child?.exitCode, { timeout: 20_000 }).toBe(3);
    void dead;
    const { client, segmenter, codes, log } = await serve({ withoutNodejieba: true });
    expect({ segmenter, codes }).toEqual({ segmenter: 'intl', codes: CODES });
    expect(log).toEqual([expect.stringMatching(/Intl\.Segmenter stands in: it is left out/u)]);
    // Enough for workers, were there any.
    for (let i = 0; i < 100; i++) writeFileSync(path.join(folder, `${String(i)}.txt`), TEXT);
    const target = pathToFileURL(folder).href;
    const params = { id: 'run-1', targets: [target], include: ['*.txt'], exclude: [], maxFileSize: 10_000 };
    expect(await client.connection.sendRequest(BULK_CHECK, params)).toMatchObject({ checked: 100 });
  });
});

const CODES = ['placeholder-left', 'repeated-word'];

describe.runIf(loadSegmenter().segmenter.id === 'jieba')('a server whose words are damaged', () => {
  it('cuts words by the platform without nodejieba’s binary, and says so', async () => {
    addFullDictionary();
    const { segmenter, codes, log } = await serve();
    expect({ segmenter, codes }).toEqual({ segmenter: 'intl', codes: CODES });
    expect(log).toEqual([
      expect.stringMatching(
        /^nodejieba cannot be loaded, Intl\.Segmenter stands in: nodejieba native binding/u,
      ),
    ]);
  });

  it('takes nodejieba’s full dictionary when its own is truncated, and says so', async () => {
    addBinary();
    addFullDictionary();
    truncateSync(path.join(folder, 'dist/dictionary/words.utf8'), 100_001);
    const { segmenter, codes, log } = await serve();
    expect({ segmenter, codes }).toEqual({ segmenter: 'jieba', codes: CODES });
    expect(log).toEqual([expect.stringMatching(/full dictionary.*words\.utf8 is damaged/u)]);
  });

  it.each(['', '没有这样的词典'])('lives on when both dictionaries are damaged (%j)', async (content) => {
    addBinary();
    addFullDictionary();
    writeFileSync(path.join(folder, 'dist/dictionary/words.utf8'), content);
    writeFileSync(path.join(jieba, DICTIONARY), content);
    const { segmenter, codes, log } = await serve();
    expect({ segmenter, codes }).toEqual({ segmenter: 'intl', codes: CODES });
    expect(log).toEqual([
      expect.stringMatching(/Intl\.Segmenter stands in: .*jieba\.dict\.utf8 is damaged/u),
    ]);
  });
});
