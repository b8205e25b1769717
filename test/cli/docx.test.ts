import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonReport } from '../../server/src/core/report/json.js';
import { docxFile, docxOf, p } from '../word/docxFile.js';
import { CLEAN, PLACEHOLDER, STRAY } from './drafts.js';
import { buildCli, Folder, run, type Ran } from './harness.js';

const DOCUMENT = docxOf('同志们：', '', STRAY, PLACEHOLDER);

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

const check = (...args: string[]): Promise<Ran> => run(folder, ['check', '--lang', 'zh', ...args]);

describe('a Word document', () => {
  it('is found in a folder and reported by paragraph', async () => {
    folder.write('讲话/春耕.docx', DOCUMENT);
    folder.write('讲话/~$春耕.docx', 'Word keeps this while it has the document open');
    folder.write('讲话/稿.txt', CLEAN);
    const { code, stdout, stderr } = await check('.');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('讲话/春耕.docx  49 字');
    expect(stdout).toMatch(/^ {2}第 2 段 {2}警告 .*stray-space$/mu);
    expect(stdout).toMatch(/^ {2}第 3 段 {2}错误 .*placeholder-left$/mu);
    expect(stdout).toContain('共检查 2 篇，1 个错误、1 个警告。\n');
    expect((await run(folder, ['check', '--lang', 'en', '.'])).stdout).toMatch(
      /^ {2}paragraph 2 {2}warning /mu,
    );
  });

  it('is told as such in every other form of report', async () => {
    folder.write('a.docx', DOCUMENT);
    const shown = async (format: string): Promise<string> =>
      (await check('--format', format, 'a.docx')).stdout;
    expect((JSON.parse(await shown('json')) as JsonReport).files[0]).toMatchObject({
      encoding: 'docx',
      places: 'paragraphs',
      findings: [{ line: 2, column: 15 }, { line: 3 }],
    });
    expect(await shown('markdown')).toMatch(/- \*\*警告\*\* 第 2 段：(?!.*可自动改正)/u);
    expect(await shown('junit')).toContain('第 2 段：警告：');
    expect(await shown('github')).toMatch(/^::warning file=a\.docx,title=[^,]+::第 2 段：/mu);
    const sarif = JSON.parse(await shown('sarif')) as {
      runs: { artifacts: { mimeType: string }[]; results: { locations: object[]; fixes?: object }[] }[];
    };
    expect(sarif.runs[0]?.artifacts[0]?.mimeType).toContain('wordprocessingml');
    expect(sarif.runs[0]?.results[0]?.locations).toMatchObject([
      {
        logicalLocations: [{ name: '第 2 段', kind: 'paragraph' }],
        physicalLocation: { region: { startLine: 2 } },
      },
    ]);
    expect(sarif.runs[0]?.results[0]?.fixes).toBeUndefined();
  });

  it('is left alone by --fix, which says so when there was something to mend', async () => {
    const file = folder.write('a.docx', DOCUMENT);
    folder.write('b.docx', docxOf(PLACEHOLDER));
    const { stdout, stderr } = await check('--fix', '.');
    expect(readFileSync(file)).toEqual(Buffer.from(DOCUMENT));
    expect(stdout).toContain('stray-space');
    expect(stderr).toBe('a.docx 是 Word 文档，--fix 没有改它，请照报告在 Word 里改。\n');
  });

  it('comes by standard input too, but not to be mended', async () => {
    const args = ['check', '--lang', 'zh', '--stdin', '--stdin-filename', 'a.docx'];
    expect((await run(folder, args, { stdin: DOCUMENT })).stdout).toContain('第 2 段');
    expect(await run(folder, [...args, '--fix'], { stdin: DOCUMENT })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'Word 文档不能用 --fix 改，请去掉 --fix，照报告在 Word 里改。\n',
    });
  });

  it('that cannot be read is one sentence, and the rest goes on', async () => {
    folder.write('坏.docx', '不是文档');
    folder.write('旧.doc', Buffer.from('d0cf11e0a1b11ae10000ff', 'hex'));
    folder.write('好.docx', docxOf('同志们，现在开会。'));
    const { code, stdout, stderr } = await check('坏.docx', '旧.doc', '好.docx');
    expect(code).toBe(2);
    expect(stdout).toContain('好.docx  9 字');
    expect(stderr).toBe(
      '没能检查 坏.docx：这个 Word 文档已损坏或不完整，请用 Word 或 WPS 打开，另存一份 .docx 再试。\n' +
        '没能检查 旧.doc：这是旧式的 Word 或 WPS 文档（.doc、.wps），请在 Word 或 WPS 里另存为 .docx 再试。\n',
    );
  });

  it('may be larger than other files below a folder, since its pictures count', async () => {
    const noise = Array.from({ length: 600_000 }, (_, index) =>
      ((index * 2_654_435_761) >>> 0).toString(36),
    ).join('');
    const document = docxFile({ body: p('同志们，现在开会。'), parts: { 'word/media/image1.png': noise } });
    expect(document.length).toBeGreaterThan(2048 * 1024);
    folder.write('图.docx', document);
    expect((await check('.')).stdout).toContain('图.docx  9 字');
  });

  it('has a reader that the built command line does not run before it meets one', () => {
    const build = new Folder();
    try {
      const bundle = readFileSync(buildCli(build), 'utf8');
      // What is imported dynamically is wrapped, and run when it is asked for.
      expect(bundle).toMatch(/init_readDocx ?= ?__esm\(/u);
    } finally {
      build.remove();
    }
  });
});
