import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFiles, type CheckFilesOptions, type FileResult } from '../../../server/src/bulk/checkFiles.js';
import type { DiscoveredDraft } from '../../../server/src/bulk/discover.js';
import { explainReadError, tooLarge } from '../../../server/src/bulk/draftReadError.js';
import { formatOf } from '../../../server/src/bulk/formatOf.js';
import { readDraft } from '../../../server/src/bulk/readDraft.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';

const STRAY = '青石镇的春耕 工作已经全面铺开，请各位抓紧。\n';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'wenfeng-files-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function draft(name: string, content?: string | Uint8Array): DiscoveredDraft {
  const file = path.join(root, name);
  if (content !== undefined) writeFileSync(file, content);
  return { path: file, shownPath: name };
}

async function check(
  drafts: readonly DiscoveredDraft[],
  options: Partial<CheckFilesOptions> = {},
): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for await (const result of checkFiles(drafts, { segmenter: createIntlSegmenter(), ...options }))
    results.push(result);
  return results;
}

/** A result in a few words. */
function brief(result: FileResult): string {
  const outcome =
    result.failure === undefined
      ? result.result.findings.map(({ rule }) => rule).join(' ')
      : result.failure.reason;
  return `${result.shownPath}: ${outcome}`;
}

describe('checkFiles', () => {
  it('gives one result a file, in order, and goes on after a file that cannot be read', async () => {
    const drafts = [
      draft('b.txt', STRAY),
      draft('missing.txt'),
      draft('binary.txt', 'a\0b'),
      { ...draft('big.txt', STRAY), failure: tooLarge(3_000_000, 2_000_000) },
      draft('a.txt', '同志们：\n'),
    ];
    expect((await check(drafts)).map(brief)).toEqual([
      'b.txt: stray-space',
      'missing.txt: missing',
      'binary.txt: binary',
      'big.txt: too-large',
      'a.txt: ',
    ]);
  });

  it('prefers the text of an open editor, even to a file that could not be read', async () => {
    const drafts = [draft('a.txt', '同志们：\n'), draft('gone.txt'), draft('b.txt', STRAY)];
    const open = new Map(drafts.slice(0, 2).map(({ path: file }) => [file, STRAY]));
    const results = await check(drafts, { openText: (file) => open.get(file) });
    expect(results.map(brief)).toEqual(['a.txt: stray-space', 'gone.txt: stray-space', 'b.txt: stray-space']);
    expect(results.map((result) => 'content' in result)).toEqual([false, false, true]);
  });

  it('lets other work go on between files', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const drafts = Array.from({ length: 40 }, (_, index) => draft(`${String(index)}.txt`, STRAY));
    await check(drafts);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('reads a file only when it is its turn', async () => {
    const drafts = [draft('a.txt', STRAY), draft('b.txt', STRAY)];
    const files = checkFiles(drafts, { segmenter: undefined });
    await files.next();
    writeFileSync(drafts[1]?.path ?? '', '同志们：\n');
    expect((await files.next()).value).toMatchObject({ result: { characters: 4 } });
  });

  it('ends without an error when it is aborted, with what it has', async () => {
    const controller = new AbortController();
    const results: string[] = [];
    const drafts = [draft('a.txt', STRAY), draft('b.txt', STRAY), draft('c.txt', STRAY)];
    for await (const result of checkFiles(drafts, { segmenter: undefined, signal: controller.signal })) {
      results.push(result.shownPath);
      if (results.length === 2) controller.abort();
    }
    expect(results).toEqual(['a.txt', 'b.txt']);
  });

  it('follows language and guide', async () => {
    const [result] = await check([draft('a.txt', STRAY)], {
      language: 'en',
      guide: { rules: { 'stray-space': { severity: 'hint' } } },
    });
    expect(result?.failure === undefined ? result?.result.findings[0] : undefined).toMatchObject({
      severity: 'hint',
      message: expect.stringMatching(/stray blank/u) as string,
    });
  });
});

describe('readDraft', () => {
  it('says what is wrong with a folder, and stops when it is aborted', async () => {
    await expect(readDraft(root)).rejects.toMatchObject({ name: 'DraftReadError', reason: 'not-a-file' });
    await expect(readDraft(root, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  it('does not wait for a device that never ends', async () => {
    await expect(readDraft('/dev/zero')).rejects.toMatchObject({ reason: 'not-a-file' });
  });
});

describe('explainReadError', () => {
  const codes = [
    'ENOENT',
    'ENOTDIR',
    'ENAMETOOLONG',
    'EACCES',
    'EPERM',
    'EISDIR',
    'EMFILE',
    'ENFILE',
    'EBUSY',
  ];
  it.each([...codes, 'ELOOP', 'EIO', 'ENXIO', 'EWHATEVER'])('has one sentence for %s', (code) => {
    const { localized } = explainReadError(Object.assign(new Error(`${code}: at /x`), { code }));
    expect(localized.zh).toMatch(/^[^。]+，[^。]+。$/u);
    expect(localized.en).toMatch(/^[^.]+\.$/u);
    expect(localized.zh).not.toContain('/x');
  });

  it('keeps one that is explained already, and takes whatever is thrown', () => {
    const error = tooLarge(2, 1);
    expect(explainReadError(error)).toBe(error);
    expect(explainReadError('odd').localized.en).toContain('odd');
  });
});

describe('formatOf', () => {
  it.each([
    ['a.md', 'markdown'],
    ['A.MD', 'markdown'],
    ['a.markdown', 'markdown'],
    ['a.mdx', 'markdown'],
    ['a.txt', 'plain'],
    ['md', 'plain'],
    ['a.md.txt', 'plain'],
  ])('of %s is %s', (file, format) => {
    expect(formatOf(file)).toBe(format);
  });
});
