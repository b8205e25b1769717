import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkText } from '../../../server/src/bulk/checkFiles.js';
import { discoverDrafts } from '../../../server/src/bulk/discover.js';
import { openAside, openHere } from '../../../server/src/bulk/openFile.js';
import { readDraft } from '../../../server/src/bulk/readDraft.js';
import { sizeLimitOf } from '../../../server/src/bulk/sizeLimits.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';

const MB = 1024 * 1024;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-faults-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A file of so many bytes that takes no room on the disk. */
function sparse(name: string, bytes: number): string {
  const file = path.join(folder, name);
  writeFileSync(file, '');
  truncateSync(file, bytes);
  return file;
}

describe('a text of 200 MB', () => {
  it('is refused in one sentence before it is read, even when it is named itself', async () => {
    const file = sparse('大.txt', 200 * MB);
    const before = process.memoryUsage().arrayBuffers;
    const reading = readDraft(file);
    await expect(reading).rejects.toMatchObject({ name: 'DraftReadError', reason: 'too-large' });
    await expect(reading).rejects.toMatchObject({
      localized: { zh: expect.stringMatching(/^文件超过 20 MB，[^。]+。$/u) as string },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * MB);
  });

  it('is named below a folder whatever size is allowed there', async () => {
    sparse('大.txt', 200 * MB);
    const found = await discoverDrafts([folder], { maxBytes: 10_000 * MB });
    expect(found).toMatchObject([{ failure: { reason: 'too-large' } }]);
  });

  it('may be a Word document, of which its pictures are most', () => {
    expect(sizeLimitOf('a.docx')).toBeGreaterThan(200 * MB);
    expect(sizeLimitOf('a.txt')).toBe(20 * MB);
    expect(sizeLimitOf('a.txt', 1000)).toBe(1000);
  });
});

describe.each([
  { how: 'in the background', open: openAside },
  { how: 'by this thread', open: openHere },
])('a file that is not what it was, read $how', ({ open }) => {
  const read = (file: string): ReturnType<typeof readDraft> => readDraft(file, undefined, open);

  it.runIf(existsSync('/proc/version'))('is read to its end when it is longer than it said', async () => {
    // Files of the system say that they are empty.
    const { text } = await read('/proc/version');
    expect(text).toBe(readFileSync('/proc/version', 'utf8'));
    expect(text.length).toBeGreaterThan(0);
  });

  it.skipIf(process.platform === 'win32')(
    'is not waited for when it is a pipe that nobody writes to',
    async () => {
      const pipe = path.join(folder, 'a.txt');
      execFileSync('mkfifo', [pipe]);
      await expect(read(pipe)).rejects.toMatchObject({ reason: 'not-a-file' });
    },
  );

  it('is named when it has become a folder or gone', async () => {
    await expect(read(folder)).rejects.toMatchObject({ reason: 'not-a-file' });
    await expect(read(path.join(folder, 'a.txt'))).rejects.toMatchObject({ reason: 'missing' });
  });
});

describe('one line as long as a book', () => {
  it('is checked in a time that grows with its length', () => {
    const sentence = '去年冬天柳岸渠清了淤，十一个村的劳力一起上堤，干了四十天 才完工，渠底挖深了一尺。';
    const segmenter = createIntlSegmenter();
    const timeOf = (count: number): number => {
      const text = sentence.repeat(count);
      const start = performance.now();
      const { findings } = checkText('a.txt', text, { segmenter });
      expect(findings.filter(({ rule }) => rule === 'stray-space')).toHaveLength(count);
      return performance.now() - start;
    };
    timeOf(100);
    const some = Math.min(timeOf(500), timeOf(500));
    expect(timeOf(4000) / some).toBeLessThan(8 * 6);
  });
});
