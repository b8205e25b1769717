import { buildSync } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ResourceLimits } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles, type FileResult } from '../../../../server/src/bulk/checkFiles.js';
import { checkManyFiles } from '../../../../server/src/bulk/checkManyFiles.js';
import type { DiscoveredDraft } from '../../../../server/src/bulk/discover.js';
import type { FileReply } from '../../../../server/src/bulk/workers/batch.js';
import { WorkerPool, type StartWorkers } from '../../../../server/src/bulk/workers/workerPool.js';
import { loadSegmenter } from '../../../../server/src/segmenter/load.js';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const STRAY = '青石镇的春耕 工作已经全面铺开，请各位抓紧。\n';

let folder: string;
let real: string;
let mortal: string;
const pools: WorkerPool[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-workers-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const bundle = (source: string, outfile: string): string => {
    buildSync({
      entryPoints: [path.join(ROOT, source)],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      external: ['nodejieba'],
      logLevel: 'error',
    });
    return outfile;
  };
  real = bundle('server/src/bulk/workers/main.ts', path.join(folder, 'worker.js'));
  mortal = bundle('test/unit/bulk/workers/mortalWorker.ts', path.join(folder, 'mortal.js'));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  rmSync(folder, { recursive: true, force: true });
});

function start(script: string, count = 2, limits?: ResourceLimits): WorkerPool {
  const pool = new WorkerPool(script, count, limits);
  pools.push(pool);
  return pool;
}

const text = (name: string) => ({ path: name, text: STRAY, settings: {} });

function files(replies: string): FileReply[] {
  return JSON.parse(replies) as FileReply[];
}

describe('a pool of workers', () => {
  it('checks in threads that load their own dictionary', async () => {
    const pool = start(real);
    const { files: replies, standIn } = await pool.check({ files: [text('a.txt')], ignored: [] });
    expect(standIn.fallbackReason).toBe(loadSegmenter().fallbackReason);
    expect(files(replies)).toMatchObject([{ result: { findings: [{ rule: 'stray-space' }] } }]);
  });

  it.each(['exits.txt', 'throws.txt'])('fails at what a worker died at, and goes on: %s', async (name) => {
    const pool = start(mortal, 1);
    await expect(pool.check({ files: [text(name)], ignored: [] })).rejects.toThrow();
    expect(await pool.available()).toBe(true);
    const { files: replies } = await pool.check({ files: [text('a.txt')], ignored: [] });
    expect(files(replies)).toHaveLength(1);
  });

  it('is not available where its script is missing or broken', async () => {
    writeFileSync(path.join(folder, 'broken.js'), 'this is no script');
    for (const script of ['missing.js', 'broken.js']) {
      const pool = start(path.join(folder, script));
      await expect(pool.check({ files: [text('a.txt')], ignored: [] })).rejects.toThrow();
      expect(await pool.available()).toBe(false);
    }
  });

  it('ends at once whatever its workers do, and starts none afterwards', async () => {
    const pool = start(mortal);
    const checking = pool.check({ files: [text('endless.txt')], ignored: [] });
    const failed = expect(checking).rejects.toThrow();
    expect(await pool.available()).toBe(true);
    const begun = performance.now();
    await pool.end();
    await failed;
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(await pool.available()).toBe(false);
    await expect(pool.check({ files: [text('a.txt')], ignored: [] })).rejects.toThrow();
  });
});

describe('checking many files in real workers', () => {
  let drafts: DiscoveredDraft[];
  beforeAll(() => {
    drafts = Array.from({ length: 100 }, (_, index) => {
      const shownPath = index === 42 ? 'exits.txt' : `${String(index)}.txt`;
      const file = path.join(folder, shownPath);
      writeFileSync(file, index % 3 === 0 ? STRAY : '同志们：\n请某某同志讲话，大家认真听，回去抓好落实。\n');
      return { path: file, shownPath };
    });
  });

  const linesOf = async (results: AsyncIterable<FileResult>): Promise<string[]> => {
    const lines: string[] = [];
    for await (const file of results) {
      const rules = file.failure === undefined ? file.result.findings.map(({ rule }) => rule) : [];
      lines.push(`${file.shownPath} ${file.failure?.reason ?? rules.join(' ')}`);
    }
    return lines;
  };
  const check = (startWorkers: StartWorkers): Promise<string[]> =>
    linesOf(checkManyFiles(drafts, { loadSegmenter, startWorkers, cores: 2 }));

  it('gives what this thread gives, in order', async () => {
    const lines = await linesOf(checkFiles(drafts, { segmenter: loadSegmenter().segmenter }));
    expect(await check((count) => start(real, count))).toEqual(lines);
    expect(await check((count) => start(path.join(folder, 'missing.js'), count))).toEqual(lines);
  });

  it('names the file at which workers die, and no other', async () => {
    const lines = await check((count) => start(mortal, count));
    expect(lines).toHaveLength(100);
    expect(lines.filter((line) => line.endsWith('broke-off'))).toEqual(['exits.txt broke-off']);
  });

  it('names the file at which workers run out of memory, checks the others and changes none', async () => {
    const fills = path.join(folder, 'fills.txt');
    writeFileSync(fills, STRAY);
    const all = drafts.toSpliced(42, 1, { path: fills, shownPath: 'fills.txt' });
    const startWorkers = (count: number): WorkerPool =>
      start(mortal, count, { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 });
    const failed: string[] = [];
    let checked = 0;
    for await (const file of checkManyFiles(all, { loadSegmenter, startWorkers, cores: 2 })) {
      if (file.failure === undefined) checked++;
      else failed.push(`${file.shownPath} ${file.failure.localized.zh}`);
    }
    expect(checked).toBe(99);
    expect(failed).toEqual([
      expect.stringMatching(/^fills\.txt 检查到这个文件时两次中断，已跳过它[^。]*。$/u),
    ]);
    expect(readFileSync(fills, 'utf8')).toBe(STRAY);
  });
});
