import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonReport } from '../../server/src/core/report/json.js';
import { CLEAN, ENGLISH, PLACEHOLDER, STRAY, STRAY_FIXED } from './drafts.js';
import { bytesOf, Folder, ROOT, run } from './harness.js';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

async function report(...args: string[]): Promise<JsonReport> {
  return JSON.parse((await run(folder, ['check', '--format', 'json', ...args])).stdout) as JsonReport;
}

describe('the JSON report', () => {
  it('has exactly this shape, keys in this order', async () => {
    folder.write('a.txt', `同志们：\r\n${STRAY}`);
    folder.write('b.bin.txt', 'a\0b');
    folder.write('c.md', ENGLISH);
    const { stdout } = await run(folder, ['check', '--format', 'json', '.']);
    expect(JSON.stringify(JSON.parse(stdout))).toBe(
      JSON.stringify({
        version: 1,
        files: [
          {
            path: 'a.txt',
            encoding: 'utf-8',
            characters: 27,
            minutes: 27 / 180,
            findings: [
              {
                rule: 'stray-space',
                severity: 'warning',
                message: '这里多了空格，请删去。',
                line: 2,
                column: 15,
                endLine: 2,
                endColumn: 16,
                offset: 20,
                endOffset: 21,
                related: [],
                fixes: [
                  { title: '删去这里的空格', safe: true, edits: [{ offset: 20, endOffset: 21, text: '' }] },
                ],
              },
            ],
          },
          {
            path: 'c.md',
            encoding: 'utf-8',
            characters: 60,
            minutes: 60 / 180,
            findings: [],
            skipped: 'not-chinese',
          },
        ],
        errors: [{ path: 'b.bin.txt', message: '这不是文本文件，没有检查；如果是文档，请先另存为纯文本。' }],
      }),
    );
  });

  it('is what the documentation shows', async () => {
    folder.write('讲话/春耕.txt', `同志们：\n${STRAY}`);
    folder.write('讲话/readme.md', ENGLISH);
    folder.write('讲话/旧稿.txt', 'a\0b');
    const page = readFileSync(path.join(ROOT, 'docs/json-report.md'), 'utf8');
    const example = /```json\n(.*?)```/su.exec(page)?.[1] ?? '';
    const { stdout } = await run(folder, ['check', '--format', 'json', '讲话/春耕.txt', '讲话']);
    expect(JSON.stringify(JSON.parse(stdout))).toBe(JSON.stringify(JSON.parse(example)));
  });

  it('gives related places in this shape', async () => {
    const clause = '各村各组要把责任压紧压实，';
    folder.write('a.txt', `一是${clause.repeat(20)}。二是${clause.repeat(20)}。\n`);
    const long = (await report('a.txt')).files[0]?.findings.find(({ rule }) => rule === 'paragraph-too-long');
    expect(Object.keys(long?.related[0] ?? {})).toEqual(['message', 'offset', 'endOffset', 'line', 'column']);
    expect(long?.related[0]).toMatchObject({ offset: 263, line: 1, column: 264 });
  });

  it.each(['utf-8', 'utf-16le', 'gb18030'] as const)(
    'counts in UTF-16 units of the decoded text without its mark: %s',
    async (encoding) => {
      folder.write('a.txt', bytesOf(`𠮷石村：\r${STRAY}`, encoding, true));
      const file = (await report('a.txt')).files[0];
      expect(file?.encoding).toBe(encoding);
      expect(file?.findings[0]).toMatchObject({ line: 2, column: 15, offset: 20, endOffset: 21 });
    },
  );

  it('reports one file a line, in order, so that it can be read while it is written', async () => {
    folder.write('a.txt', CLEAN);
    folder.write('b.txt', CLEAN);
    const { stdout } = await run(folder, ['check', '--format', 'json', 'b.txt', 'a.txt']);
    const lines = stdout.split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toContain('"path":"b.txt"');
    expect(lines[2]).toContain('"path":"a.txt"');
  });

  it('is whole when there is nothing to report', async () => {
    expect(await report('.')).toEqual({ version: 1, files: [], errors: [] });
    expect((await report('missing.txt')).errors).toHaveLength(1);
  });

  it('is all that stands on standard output; errors stand on standard error too', async () => {
    const { code, stdout, stderr } = await run(folder, [
      'check',
      '--format',
      'json',
      'missing.txt',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ path: 'missing.txt' }] });
    expect(stderr).toBe('Could not check missing.txt: There is no such file or folder; check the path.\n');
  });

  it('tells of the draft as it is after --fix', async () => {
    folder.write('a.txt', PLACEHOLDER + STRAY);
    const { files } = await report('--fix', 'a.txt');
    expect(files[0]?.findings.map(({ rule }) => rule)).toEqual(['placeholder-left']);
    expect(files[0]?.characters).toBe((PLACEHOLDER + STRAY_FIXED).replace(/\s/gu, '').length);
  });

  it('goes to standard error with --stdin --fix, since the draft goes to standard output', async () => {
    const ran = await run(
      folder,
      ['check', '--format', 'json', '--stdin', '--fix', '--stdin-filename', 'x.txt'],
      {
        stdin: bytesOf(STRAY, 'utf-8'),
      },
    );
    expect(ran.stdout).toBe(STRAY_FIXED);
    expect(JSON.parse(ran.stderr)).toMatchObject({ files: [{ path: 'x.txt', findings: [] }] });
  });

  it('is not spoilt there by the remark that a stand-in cuts words', async () => {
    const ran = await run(folder, ['check', '--format', 'json', '--stdin', '--fix'], {
      stdin: bytesOf(STRAY, 'utf-8'),
      loadSegmenter: () => ({ segmenter: createIntlSegmenter(), fallbackReason: 'missing' }),
    });
    expect(JSON.parse(ran.stderr)).toMatchObject({ files: [{ findings: [] }] });
  });

  it('reports every finding, however many there are', async () => {
    folder.write('a.txt', STRAY.repeat(600));
    const strays = (await report('a.txt')).files[0]?.findings.filter(({ rule }) => rule === 'stray-space');
    expect(strays).toHaveLength(600);
  });
});
