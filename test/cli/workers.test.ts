import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import { CLEAN, PLACEHOLDER, STRAY } from './drafts.js';
import { Folder, run, type Ran, type RunOptions } from './harness.js';
import { FakeWorkers } from '../unit/bulk/fakeWorkers.js';

/** Enough for three workers. */
const COUNT = 125;

const segmenter = createIntlSegmenter();

let folder: Folder;
let files: readonly string[];

beforeEach(() => {
  folder = new Folder();
  const texts = [STRAY, PLACEHOLDER, CLEAN, 'a\0b'];
  files = Array.from({ length: COUNT }, (_, i) =>
    folder.write(`${String(i % 7)}/${String(i)}.txt`, texts[i % texts.length] ?? ''),
  );
});
afterEach(() => {
  folder.remove();
});

const check = (format: string, options: RunOptions): Promise<Ran> =>
  run(folder, ['check', '--lang', 'zh', '--format', format, '.'], {
    loadSegmenter: () => ({ segmenter }),
    ...options,
  });

describe('the command line over many drafts', () => {
  it('writes the same whatever the number of its workers and their haste', async () => {
    const formats = fc.constantFrom('stylish', 'json', 'sarif', 'junit');
    const pauses = fc.array(fc.nat(4), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(formats, fc.integer({ min: 2, max: 3 }), pauses, async (format, cores, haste) => {
        const workers = new FakeWorkers();
        workers.before = () => new Promise((go) => setTimeout(go, haste[workers.asked % haste.length]));
        const started: number[] = [];
        const startWorkers = (count: number): FakeWorkers => {
          started.push(count);
          return workers;
        };
        const alone = await check(format, { cores: 1, startWorkers });
        expect(started).toEqual([]);
        expect(await check(format, { cores, startWorkers })).toEqual(alone);
        expect(started).toEqual([cores]);
        expect(alone.code).toBe(2);
      }),
      { numRuns: 3 },
    );
  });

  it('names a draft at which workers die, reports the others and leaves each as it is', async () => {
    const before = files.map((file) => readFileSync(file, 'utf8'));
    const workers = new FakeWorkers();
    workers.before = ({ files: batch }) =>
      batch.some(({ path }) => path.endsWith('/17.txt'))
        ? Promise.reject(new Error('died'))
        : Promise.resolve();
    const { code, stdout, stderr } = await check('stylish', { cores: 2, startWorkers: () => workers });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^没能检查 3\/17\.txt：检查到这个文件时两次中断，已跳过它[^\n]*$/mu);
    expect(stdout).toContain('4/18.txt');
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });

  it.each([1, 2])(
    'says once in one line that the full dictionary stands in for a damaged one: %s',
    async (cores) => {
      const loaded = { segmenter, fullReason: 'words.utf8 is damaged' };
      const ran = await check('stylish', {
        cores,
        loadSegmenter: () => loaded,
        startWorkers: () => new FakeWorkers(loaded),
      });
      const lines = ran.stderr.split('\n').filter((line) => line.includes('词典'));
      expect(lines).toEqual([
        '随附的分词词典缺失或损坏，改用 nodejieba 的完整词典：结果相同，载入慢一些；重新安装文风即可恢复。',
      ]);
    },
  );
});
