import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../server/src/cli/formats.js';
import { CLEAN, PLACEHOLDER, STRAY, STRAY_FIXED } from './drafts.js';
import { bytesOf, Folder, ROOT, run, type Ran } from './harness.js';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

const check = (...args: string[]): Promise<Ran> => run(folder, ['check', '--lang', 'zh', ...args]);
const read = (name: string): string => readFileSync(path.join(folder.path, name), 'utf8');

describe.each(FORMAT_NAMES)('the report as %s', (format) => {
  it('tells of every file and error, in order', async () => {
    folder.write('春耕/甲.txt', PLACEHOLDER);
    folder.write('春耕/乙.txt', STRAY);
    const { code, stdout, stderr } = await check('--format', format, '春耕', 'missing.txt');
    expect(code).toBe(2);
    const told = decodeURIComponent(stdout.replace(/%(?![0-9A-F]{2})/gu, '%25'));
    expect(told.indexOf('春耕/乙.txt')).toBeGreaterThanOrEqual(0);
    expect(told.lastIndexOf('春耕/甲.txt')).toBeGreaterThan(told.indexOf('春耕/乙.txt'));
    for (const rule of ['placeholder-left', 'stray-space']) expect(told).toContain(rule);
    if (format !== 'stylish') expect(told).toContain('missing.txt');
    expect(stderr).toBe('没能检查 missing.txt：找不到这个文件或文件夹，请检查路径是否写对。\n');
  });

  it('is the same in a file, and nothing on standard output', async () => {
    folder.write('a.txt', PLACEHOLDER);
    const shown = await check('--format', format, 'a.txt');
    const filed = await check('--format', format, '--output', '结果', 'a.txt');
    expect(filed).toMatchObject({ code: shown.code, stdout: '', stderr: '' });
    expect(read('结果')).toBe(shown.stdout);
  });

  it('is explained in the help text and on its page', async () => {
    expect((await check('--help')).stdout).toContain(format);
    expect(readFileSync(path.join(ROOT, 'docs/report-formats.md'), 'utf8')).toContain(`| \`${format}\` |`);
  });
});

describe('a report in a file', () => {
  it('takes the place of the last one, which is not checked as a draft', async () => {
    folder.write('a.txt', CLEAN);
    for (const _ of [1, 2]) {
      const { code } = await check('--format', 'markdown', '--output', '结果.md', '.');
      expect(code).toBe(0);
      expect(read('结果.md')).toContain('共检查 1 篇，没有发现问题。');
    }
    expect(readdirSync(folder.path)).toEqual(['a.txt', '结果.md']);
  });

  it('keeps the permissions and the link of the file that was there', async () => {
    folder.write('a.txt', CLEAN);
    chmodSync(folder.write('真.json', '旧'), 0o640);
    symlinkSync('真.json', path.join(folder.path, '链接.json'));
    await check('--format', 'json', '--output', '链接.json', 'a.txt');
    expect(JSON.parse(read('真.json'))).toMatchObject({ version: 1 });
    expect(statSync(path.join(folder.path, '真.json')).mode & 0o777).toBe(0o640);
  });

  it('is refused before anything is checked or mended when its folder is missing', async () => {
    const file = folder.write('a.txt', STRAY);
    const ran = await check('--fix', '--output', '没有/结果.txt', 'a.txt');
    expect(ran).toMatchObject({
      code: 2,
      stdout: '',
      stderr: '报告没能写进 没有/结果.txt：它所在的文件夹不存在，请先建好文件夹，或换一个位置。\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(STRAY);
    const english = await run(folder, ['check', '--lang', 'en', '--output', 'a.txt/x', 'a.txt']);
    expect(english.stderr).toBe(
      'The report could not be written to a.txt/x: Its folder does not exist; make the folder first, or choose another place.\n',
    );
  });

  it('is refused when a folder has its name', async () => {
    folder.write('a.txt', CLEAN);
    mkdirSync(path.join(folder.path, '结果'));
    const { code, stderr } = await check('--output', '结果', '--fail-on', 'never', 'a.txt');
    expect([code, stderr]).toEqual([
      2,
      '报告没能写进 结果：那里已有同名的文件夹（或不是普通文件），请换一个文件名。\n',
    ]);
  });

  it('leaves standard output to the mended draft, and standard error to remarks', async () => {
    const ran = await run(folder, ['check', '--stdin', '--fix', '--format', 'json', '--output', 'r.json'], {
      stdin: bytesOf(STRAY, 'utf-8'),
    });
    expect(ran).toMatchObject({ code: 0, stdout: STRAY_FIXED, stderr: '' });
    expect(JSON.parse(read('r.json'))).toMatchObject({ files: [{ findings: [] }] });
  });
});
