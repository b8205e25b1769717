import { execFileSync, fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { BULK_CHECK } from '../../server/src/lsp/protocol/bulk.js';
import { FIX_DRAFTS } from '../../server/src/lsp/protocol/fixDrafts.js';
import { COMPARE_PASSAGES } from '../../server/src/lsp/protocol/passages.js';
import { PULL, TestClient } from './client.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const URI = 'file:///drafts/a.txt';
const TEXT = '同志们：\n请某某同志讲话，大家认真听，回去抓好落实。\n';

let folder: string;
let server: string;
const running: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-server-'));
  const outdir = path.join(folder, 'dist');
  execFileSync(process.execPath, ['scripts/build.mjs', 'server', '--outdir', outdir], { cwd: ROOT });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  server = path.join(outdir, 'server.js');
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function overStdio(
  script = server,
): Promise<{ readonly child: ChildProcess; readonly client: TestClient }> {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.push(child);
  const client = new TestClient(
    createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    () => undefined,
  );
  await client.initialize({ capabilities: PULL });
  return { child, client };
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('dist/server.js', () => {
  it('finds over --stdio what stands in a draft, words last, and exits with 0', async () => {
    const { child, client } = await overStdio();
    expect(client.server?.serverInfo).toEqual({ name: 'wenfeng', version: '0.1.0' });
    await client.open(URI, TEXT);
    const [finding] = await client.diagnostics(URI);
    expect(finding?.code).toBe('placeholder-left');
    expect(client.figures.all.map(({ segmenter }) => segmenter)).toEqual(['loading']);
    await client.refreshes.first();
    await client.pull(URI);
    expect(client.figures.all.at(-1)?.segmenter).toMatch(/^(?:jieba|intl)$/u);

    const page = fileURLToPath(finding?.codeDescription?.href ?? '');
    expect(path.relative(folder, page)).toBe(path.join('docs', 'rules', 'placeholder-left.md'));
    expect(readFileSync(path.join(ROOT, path.relative(folder, page)), 'utf8')).toContain('placeholder-left');

    const ended = exitCode(child);
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  it('reads no other file before the first findings', async () => {
    const alone = mkdtempSync(path.join(tmpdir(), 'wenfeng-alone-'));
    try {
      copyFileSync(server, path.join(alone, 'server.js'));
      const { child, client } = await overStdio(path.join(alone, 'server.js'));
      await client.open(URI, TEXT);
      expect(await client.diagnostics(URI)).toHaveLength(1);
      child.kill();
    } finally {
      rmSync(alone, { recursive: true });
    }
  });

  it('serves over node IPC, and ends when the other side is gone', async () => {
    const child = fork(server, ['--node-ipc'], { stdio: 'inherit' });
    running.push(child);
    const client = new TestClient(
      createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)),
      () => undefined,
    );
    await client.initialize({ capabilities: PULL });
    await client.open(URI, TEXT);
    expect(await client.diagnostics(URI)).toHaveLength(1);
    const ended = exitCode(child);
    child.disconnect();
    expect(await ended).toBe(1);
  });

  it('survives what no client should send', async () => {
    const { client } = await overStdio();
    const { connection } = client;
    await client.open(URI, TEXT);
    for (const method of ['hover', 'documentSymbol', 'codeAction', 'diagnostic']) {
      await expect(connection.sendRequest(`textDocument/${method}`, {})).rejects.toThrow();
      await connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: 7 } }).catch(() => null);
    }
    await expect(connection.sendRequest('wenfeng/countSelections', { uri: URI })).rejects.toThrow();
    await expect(connection.sendRequest('textDocument/noSuchThing', {})).rejects.toThrow();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: null },
    });
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 1 },
      contentChanges: [{ range: null, text: 5 }],
    });
    await connection.sendNotification('textDocument/didClose', {});
    await connection.sendNotification('workspace/didChangeConfiguration');
    expect(await client.diagnostics(URI)).toHaveLength(1);
  });

  it('changes no draft when it is killed while it checks, compares or mends many', async () => {
    const text = '同志们：\n请王明 同志讲话。。大家认真听。\n'.repeat(50);
    const names = Array.from({ length: 200 }, (_, i) => path.join(folder, 'drafts', `${String(i)}.txt`));
    mkdirSync(path.join(folder, 'drafts'));
    for (const name of names) writeFileSync(name, text);
    const targets = names.map((name) => pathToFileURL(name).toString());
    const search = { include: ['**/*.txt'], exclude: [], maxFileSize: 1_000_000 };
    for (const [method, params] of [
      [BULK_CHECK, { id: '1', targets, ...search }],
      [COMPARE_PASSAGES, { id: '2', targets, ...search }],
      [FIX_DRAFTS, { targets }],
    ] as const) {
      const { child, client } = await overStdio();
      let answered = false;
      void client.connection.sendRequest(method, params).then(() => (answered = true));
      const ended = once(child, 'exit');
      setTimeout(() => child.kill('SIGKILL'), 150);
      await ended;
      expect(answered).toBe(false);
    }
    expect(names.filter((name) => readFileSync(name, 'utf8') !== text)).toEqual([]);
  }, 60_000);

  it('exits with 1 when it was not shut down first, and when its input ends', async () => {
    const first = await overStdio();
    const ended = exitCode(first.child);
    await first.client.connection.sendNotification('exit');
    expect(await ended).toBe(1);

    const second = await overStdio();
    const gone = exitCode(second.child);
    second.child.stdin?.end();
    expect(await gone).toBe(1);
  });

  it.each([
    [['--version'], 0, /^0\.1\.0\n$/u, /^$/u],
    [['--help'], 0, /--stdio/u, /^$/u],
    [[], 2, /^$/u, /没有指定通信方式.*\n.*--stdio/u],
    [['--sdtio'], 2, /^$/u, /--stdio/u],
  ])('started with %j ends with %i', (args, status, out, err) => {
    const run = spawnSync(process.execPath, [server, ...args], { encoding: 'utf8' });
    expect(run.status).toBe(status);
    expect(run.stdout).toMatch(out);
    expect(run.stderr).toMatch(err);
  });
});
