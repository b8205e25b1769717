import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles, type FileResult } from '../../../server/src/bulk/checkFiles.js';
import { checkManyFiles, type CheckManyOptions } from '../../../server/src/bulk/checkManyFiles.js';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { DiscoveredDraft } from '../../../server/src/bulk/discover.js';
import { tooLarge } from '../../../server/src/bulk/draftReadError.js';
import type { Workers } from '../../../server/src/bulk/workers/workerPool.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import type { StandIn } from '../../../server/src/segmenter/load.js';
import { FakeWorkers } from './fakeWorkers.js';

const TEXTS = [
  '青石镇的春耕 工作已经全面铺开，请各位抓紧。\n',
  '同志们：\n请某某同志讲话，大家认真听，回去抓好落实。\n',
  'Nothing here is Chinese.\n',
  '同志们：\n我讲三点意见。\n一、抓春耕。\n二、抓防汛。\n',
  'a\0b',
];

let folder: string;
/** More than enough for several workers. */
let drafts: readonly DiscoveredDraft[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-many-'));
  drafts = Array.from({ length: 120 }, (_, index): DiscoveredDraft => {
    const shownPath = `${String(index).padStart(3, '0')}.txt`;
    const file = { path: path.join(folder, shownPath), shownPath };
    if (index % 31 === 30) return { ...file, failure: tooLarge(3_000_000, 2_000_000) };
    if (index % 37 !== 36)
      writeFileSync(file.path, `${TEXTS[index % TEXTS.length] ?? ''}第${String(index)}稿。`);
    return file;
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const segmenter = createIntlSegmenter();

function options(workers: Workers, more: Partial<CheckManyOptions> = {}): CheckManyOptions {
  return { loadSegmenter: () => ({ segmenter }), startWorkers: () => workers, cores: 2, ...more };
}

/** All that a result says, paragraphs left out. */
function plain({ path: file, ...rest }: FileResult): unknown {
  if (rest.failure !== undefined) return { file, failure: rest.failure.localized, shown: rest.shownPath };
  const { draft, ...result } = rest.result;
  const { text, format, chinese, characters } = draft;
  return { file, ...rest, result, draft: { text, format, chinese, characters } };
}

async function all(results: AsyncIterable<FileResult>): Promise<unknown[]> {
  const list: unknown[] = [];
  for await (const result of results) list.push(plain(result));
  return list;
}

const inThisThread = (of = drafts): Promise<unknown[]> => all(checkFiles(of, { segmenter }));

describe('checkManyFiles', () => {
  it('gives what checkFiles gives, whatever the order of files, the number of workers and their haste', async () => {
    const known = new Map((await inThisThread()).map((result, at) => [drafts[at]?.path, result]));
    const order = fc.shuffledSubarray([...drafts], { minLength: 80 });
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat(3), { minLength: 1 }),
        async (of, cores, haste) => {
          const workers = new FakeWorkers();
          workers.before = () => {
            const pause = haste[workers.asked % haste.length] ?? 0;
            return pause === 0 ? Promise.resolve() : new Promise((go) => setTimeout(go, pause));
          };
          const results = await all(checkManyFiles(of, options(workers, { cores })));
          expect(results).toEqual(of.map((draft) => known.get(draft.path)));
        },
      ),
      { numRuns: 10 },
    );
  });

  it('starts workers only where there are files for several, and as many as there are cores', async () => {
    const started: number[] = [];
    const startWorkers = (count: number): Workers => {
      started.push(count);
      return new FakeWorkers();
    };
    const check = (count: number, cores: number) =>
      all(checkManyFiles(drafts.slice(0, count), { ...options(new FakeWorkers()), startWorkers, cores }));
    await check(79, 8);
    await check(120, 1);
    expect(started).toEqual([]);
    await check(80, 8);
    await check(120, 3);
    expect(started).toEqual([2, 3]);
  });

  it('models the paragraphs of a draft that a worker checked when they are asked for', async () => {
    for await (const file of checkManyFiles(drafts, options(new FakeWorkers()))) {
      if (file.failure !== undefined) continue;
      const { text, format, paragraphs } = file.result.draft;
      const texts = paragraphs.map((paragraph) => paragraph.text);
      expect(texts).toEqual(buildDraft(text, format).paragraphs.map((paragraph) => paragraph.text));
    }
  });

  it('prefers the text of an editor, and minds what is ignored and the settings of each file', async () => {
    const text = '青石镇的春耕 工作已经全面铺开，请各位抓紧。';
    const settings = {
      openText: (file: string) => (file.endsWith('0.txt') ? text : undefined),
      ignored: [{ rule: 'placeholder-left', text: '某某' }],
      settingsOf: (file: string) =>
        Promise.resolve({
          language: file.includes('1') ? ('en' as const) : undefined,
          guide: {
            rules: {
              'stray-space': { severity: file.includes('2') ? ('hint' as const) : ('error' as const) },
            },
          },
        }),
    };
    const results = await all(checkManyFiles(drafts, options(new FakeWorkers(), settings)));
    expect(results).toEqual(await all(checkFiles(drafts, { segmenter, ...settings })));
  });

  it('goes on only as fast as its results are taken', async () => {
    const workers = new FakeWorkers();
    const results = checkManyFiles(drafts, options(workers));
    await results.next();
    await new Promise((go) => setTimeout(go, 50));
    expect(workers.asked).toBeLessThanOrEqual(4);
    await results.return();
    expect(workers.ended).toBe(1);
  });

  it('ends its workers at once when it is aborted, without an error', async () => {
    const workers = new FakeWorkers();
    const abort = new AbortController();
    const dead = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => {
        reject(new Error('ended'));
      });
    });
    workers.before = () => (workers.asked < 3 ? Promise.resolve() : dead);
    const results: FileResult[] = [];
    for await (const result of checkManyFiles(drafts, options(workers, { signal: abort.signal }))) {
      results.push(result);
      if (results.length === 10) setTimeout(abort.abort.bind(abort), 20);
    }
    expect(results).toHaveLength(16);
    expect(workers.ended).toBeGreaterThan(0);
  });

  it('checks what a worker died at once more in another', async () => {
    const workers = new FakeWorkers();
    let deaths = 0;
    workers.before = ({ files }) =>
      files.length > 1 && deaths++ < 2 ? Promise.reject(new Error('died')) : Promise.resolve();
    expect(await all(checkManyFiles(drafts, options(workers)))).toEqual(await inThisThread());
    expect(deaths).toBeGreaterThan(1);
  });

  it('names the file at which workers die again and again, and goes on with the others', async () => {
    const workers = new FakeWorkers();
    workers.before = ({ files }) =>
      files.some((file) => file.path.endsWith('017.txt'))
        ? Promise.reject(new Error('died'))
        : Promise.resolve();
    const results = await all(checkManyFiles(drafts, options(workers)));
    const expected = await inThisThread();
    expect(results[17]).toMatchObject({ failure: { zh: expect.stringContaining('两次中断') as string } });
    expect(results.toSpliced(17, 1)).toEqual(expected.toSpliced(17, 1));
  });

  it('checks in this thread where no worker can be started', async () => {
    const workers = new FakeWorkers();
    workers.able = false;
    workers.before = () => Promise.reject(new Error('cannot be started'));
    let loads = 0;
    const loadSegmenter = () => {
      loads++;
      return { segmenter };
    };
    expect(await all(checkManyFiles(drafts, options(workers, { loadSegmenter })))).toEqual(
      await inThisThread(),
    );
    expect(loads).toBe(1);
  });

  it('tells once, before the first result, that a stand-in cuts the words', async () => {
    const told: StandIn[] = [];
    const standIn = { fallbackReason: 'no binary' };
    const workers = new FakeWorkers();
    const check = workers.check.bind(workers);
    workers.check = async (batch) => ({ ...(await check(batch)), standIn });
    const onStandIn = (standIn: StandIn): Promise<void> => {
      told.push(standIn);
      return Promise.resolve();
    };
    const results = checkManyFiles(drafts, options(workers, { onStandIn }));
    await results.next();
    expect(told).toEqual([standIn]);
    await all(results);
    expect(told).toEqual([standIn]);
  });

  it('passes on what keeps the settings of a file from being told', async () => {
    const settingsOf = (): Promise<never> => Promise.reject(new Error('no settings'));
    await expect(all(checkManyFiles(drafts, options(new FakeWorkers(), { settingsOf })))).rejects.toThrow(
      'no settings',
    );
  });
});
