import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GuideFinder, MAX_GUIDE_SIZE, type GuideFinderOptions } from '../../../server/src/bulk/findGuide.js';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-guide-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function at(name: string): string {
  return path.join(root, name);
}

function write(name: string, guide: unknown): string {
  const file = at(name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof guide === 'string' ? guide : JSON.stringify(guide));
  return file;
}

function finder(options: Partial<GuideFinderOptions> = {}): GuideFinder {
  return new GuideFinder({ roots: [root], toRepository: false, ...options });
}

/** The longest sentence that the guide of a draft allows; undefined without a guide. */
async function max(draft: string, options: Partial<GuideFinderOptions> = {}): Promise<unknown> {
  const found = await finder(options).of(at(draft));
  return found && (found.guide.rules['sentence-too-long']?.options?.['max'] ?? 'default');
}

/** A guide that allows sentences of so many characters. */
function sentences(length: number, more: object = {}): object {
  return { ...more, rules: { 'sentence-too-long': { max: length } } };
}

/** The Chinese messages of the problems of a guide file and those it builds upon, by file. */
async function problems(name: string): Promise<[string, string][]> {
  const { files } = await finder().load(at(name));
  return files.flatMap((file) =>
    file.problems.map(({ message }): [string, string] => [path.relative(root, file.path), message.zh]),
  );
}

describe('the guide of a draft', () => {
  it('is that of the nearest folder, going up', async () => {
    write('.wenfeng.json', sentences(70));
    write('会议/.wenfeng.json', sentences(80));
    expect(await max('a.txt')).toBe(70);
    expect(await max('其他/深/a.txt')).toBe(70);
    expect(await max('会议/a.txt')).toBe(80);
    expect(await max('会议/第一次/a.txt')).toBe(80);
  });

  it('is not sought above the workspace folder', async () => {
    write('.wenfeng.json', sentences(70));
    expect(await max('会议/a.txt', { roots: [at('会议')] })).toBeUndefined();
    mkdirSync(at('.git'));
    expect(await max('会议/a.txt', { roots: [at('会议')] })).toBeUndefined();
  });

  it('is sought up to the repository where that is asked for', async () => {
    write('.wenfeng.json', sentences(70));
    mkdirSync(at('仓库/.git'), { recursive: true });
    const roots = [root];
    expect(await max('仓库/会议/a.txt', { roots, toRepository: true })).toBeUndefined();
    write('仓库/.wenfeng.json', sentences(90));
    expect(await max('仓库/会议/a.txt', { roots: [at('仓库/会议')], toRepository: true })).toBe(90);
  });

  it('lies beside a draft that is outside of all', async () => {
    write('.wenfeng.json', sentences(70));
    write('别处/.wenfeng.json', sentences(80));
    expect(await max('别处/a.txt', { roots: [at('工作区')] })).toBe(80);
    expect(await max('别处/深/a.txt', { roots: [at('工作区')] })).toBeUndefined();
  });

  it('is taken from the editor where the file is open there', async () => {
    const file = write('.wenfeng.json', sentences(70));
    const unsaved = at('会议/.wenfeng.json');
    const texts = new Map([
      [file, JSON.stringify(sentences(75))],
      [unsaved, JSON.stringify(sentences(85))],
    ]);
    const openText = (name: string): string | undefined => texts.get(name);
    expect(await max('a.txt', { openText })).toBe(75);
    expect(await max('会议/a.txt', { openText })).toBe(85);
  });

  it('sets what its overrides say for the drafts that they mean', async () => {
    write('.wenfeng.json', {
      extends: 'plain',
      fixedTerms: ['甲'],
      overrides: [
        { files: '报告/', extends: 'report', fixedTerms: ['乙'] },
        { files: '*.md', rules: { 'sentence-too-long': { max: 55 } } },
      ],
    });
    expect(await max('a.txt')).toBe(80);
    expect(await max('报告/a.txt')).toBe(120);
    expect(await max('报告/a.md')).toBe(55);
    const found = await finder().of(at('报告/a.md'));
    expect(found?.guide.words?.fixedTerms).toEqual(['甲', '乙']);
    expect(found?.guide.rules['sentence-too-long']?.options).toMatchObject({ severe: 160 });
  });
});

describe('a guide that builds upon others', () => {
  it('holds over what they set', async () => {
    write('公共/base.json', {
      ...sentences(60),
      preferredTerms: { 党办: '党委办公室', 县办: '县委办公室' },
      overrides: [{ files: '*.md', rules: { 'sentence-too-long': { max: 65 } } }],
    });
    write('会议/.wenfeng.json', {
      extends: ['plain', '../公共/base.json'],
      rules: { 'sentence-too-long': 'error' },
      preferredTerms: { 党委办公室: '党委办' },
    });
    const found = await finder().of(at('会议/a.txt'));
    expect(found?.guide.rules['sentence-too-long']).toEqual({
      severity: 'error',
      options: { max: 60, severe: 100 },
    });
    // What is now to be replaced is no longer what something else is replaced by.
    expect(found?.guide.words?.preferredTerms).toEqual({ 县办: '县委办公室', 党委办公室: '党委办' });
    expect(await max('会议/a.md')).toBe(60);
    expect(await max('公共/a.md')).toBeUndefined();
  });

  it.each([
    ['../outside.json', '“extends”指到了工作区以外，这一处没有生效；请把那个文件放到工作区里来。'],
    ['/etc/guide.json', '“extends”里的路径应相对于这个文件所在的文件夹，这一处没有生效。'],
    ['C:\\guide.json', '“extends”里的路径应相对于这个文件所在的文件夹，这一处没有生效。'],
    ['./none.json', '找不到这个风格文件，这一处没有生效；路径要从这个文件所在的文件夹写起。'],
    ['./.wenfeng.json', '“extends”绕回了这个文件自己，绕回来的那一处没有生效。'],
    ['./link.json', '“extends”指到了工作区以外，这一处没有生效；请把那个文件放到工作区里来。'],
  ])('has a problem with %s, and all else holds', async (base, message) => {
    const outside = mkdtempSync(path.join(tmpdir(), 'wenfeng-outside-'));
    writeFileSync(path.join(outside, 'guide.json'), JSON.stringify(sentences(30)));
    symlinkSync(path.join(outside, 'guide.json'), at('link.json'));
    write('.wenfeng.json', sentences(77, { extends: base }));
    expect(await problems('.wenfeng.json')).toEqual([['.wenfeng.json', message]]);
    expect(await max('a.txt')).toBe(77);
    rmSync(outside, { recursive: true });
  });

  it('in a circle is told where the circle begins', async () => {
    write('.wenfeng.json', { extends: './b.json', ...sentences(70) });
    write('b.json', { extends: './c.json' });
    write('c.json', { extends: ['./b.json', './.wenfeng.json'] });
    expect((await problems('.wenfeng.json')).map(([file]) => file)).toEqual(['.wenfeng.json', 'b.json']);
    expect((await problems('b.json')).map(([file]) => file).sort()).toEqual(['b.json', 'b.json']);
    expect(await max('a.txt')).toBe(70);
  });

  it('reads each once, however often they are named', async () => {
    for (let level = 0; level < 30; level++) {
      const next = `./${String(level + 1)}.json`;
      write(`${String(level)}.json`, { extends: [next, next] });
    }
    write('30.json', sentences(66));
    write('.wenfeng.json', { extends: './0.json' });
    expect(await max('a.txt')).toBe(66);
  });
});

describe('a guide file that cannot be read', () => {
  it('sets nothing and says why', async () => {
    write('.wenfeng.json', 'a\0b');
    const found = await finder().of(at('a.txt'));
    expect(found?.guide.rules).toEqual({});
    expect(found?.loaded.failure?.reason).toBe('binary');
  });

  it('is not read where it is a link out of the workspace; a linked folder has its own', async () => {
    const outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-outside-')));
    writeFileSync(path.join(outside, '.wenfeng.json'), JSON.stringify(sentences(30)));
    mkdirSync(at('会议'));
    symlinkSync(path.join(outside, '.wenfeng.json'), at('会议/.wenfeng.json'));
    symlinkSync(outside, at('共享'));
    write('单位.json', sentences(66));
    mkdirSync(at('致辞'));
    symlinkSync('../单位.json', at('致辞/.wenfeng.json'));
    const found = await finder().of(at('会议/a.txt'));
    expect(found?.guide.rules).toEqual({});
    expect(found?.loaded.failure?.localized.zh).toBe(
      '风格文件是个链接，指到了工作区以外，没有读取；请把那个文件复制到工作区里来。',
    );
    expect(await max('共享/a.txt')).toBe(30);
    expect(await max('致辞/a.txt')).toBe(66);
    rmSync(outside, { recursive: true });
  });

  it('is not read where it is too large, on disk or in an editor', async () => {
    const text = `{"fixedTerms": ["${'长'.repeat(MAX_GUIDE_SIZE)}"]}`;
    const file = write('.wenfeng.json', text);
    const said = '风格文件超过上限 512 KB，没有读取；请删去用不着的条目。';
    expect((await finder().of(at('a.txt')))?.loaded.failure?.localized.zh).toBe(said);
    const openText = (name: string): string | undefined => (name === file ? text : undefined);
    expect((await finder({ openText }).of(at('a.txt')))?.loaded.failure?.localized.zh).toBe(said);
    write('.wenfeng.json', sentences(70, { extends: ['./b.json'] }));
    write('b.json', text);
    expect(await problems('.wenfeng.json')).toEqual([
      ['.wenfeng.json', `这个风格文件没能读取，这一处没有生效：${said}`],
    ]);
    expect(await max('a.txt')).toBe(70);
  });
});

describe('a guide of very many files', () => {
  it('is read to a certain number, and the others are told', async () => {
    for (let i = 0; i < 60; i++) write(`${String(i)}.json`, { extends: `./${String(i + 1)}.json` });
    write('.wenfeng.json', sentences(70, { extends: './0.json' }));
    expect(await problems('.wenfeng.json')).toEqual([
      ['48.json', '风格文件引来引去超过 50 个，这一处没有生效；请合并几个。'],
    ]);
    expect(await max('a.txt')).toBe(70);
  });

  it('is read to a certain size', async () => {
    const names = ['a', 'b', 'c'].map((name) => `./${name}.json`);
    for (const name of names) write(name, `{}${' '.repeat(MAX_GUIDE_SIZE - 100)}`);
    write('.wenfeng.json', sentences(70, { extends: names }));
    expect(await problems('.wenfeng.json')).toEqual([
      ['.wenfeng.json', '几个风格文件合起来超过 1 MB，这一处没有生效；请删去用不着的条目。'],
    ]);
    expect(await max('a.txt')).toBe(70);
  });
});
