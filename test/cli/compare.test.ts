import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../server/src/cli/program.js';
import { docxOf } from '../word/docxFile.js';
import { ENGLISH } from './drafts.js';
import { Folder, run } from './harness.js';

const PASTED =
  '去年冬天，柳岸渠清了淤，十一个村的劳力一起上堤，早出晚归干了四十天，把淤了二十年的渠底整整挖深了一尺。';
const ONE = `同志们：\n今天说说春耕的事，种子、化肥、农机三样都要备齐。\n　　（一）${PASTED}\n`;
const TWO = `同志们：\n开这个会，是要把今年夏天的水管好、用好、分好。${PASTED.replace('十一个', '九个')}散会以后就动手。\n`;
const OTHER = '同志们：\n这一篇和别的都不一样，一句相同的话也没有。\n';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

describe('wenfeng compare', () => {
  it('names each draft with its share, and each passage with both places', async () => {
    folder.write('a.txt', ONE);
    folder.write('旧/b.txt', TWO);
    folder.write('c.txt', OTHER);
    folder.write('d.md', ENGLISH);
    const { code, stdout, stderr } = await run(folder, ['compare', '.']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'a.txt  70 字 · 66% 也在别的稿子里',
        'c.txt  22 字 · 和别的稿子没有相同的段落',
        'd.md  不是中文稿，没有比较',
        '旧/b.txt  74 字 · 61% 也在别的稿子里',
        '',
        'a.txt 和 旧/b.txt（前者的 66%，后者的 61%）',
        '  a.txt:3:6  旧/b.txt:2:24  46 字 · 96% 相同',
        '    「去年冬天，柳岸渠清了淤，十一个村的劳力一起上堤，早出晚归干了四十天，把淤了二十年的渠底整整挖深了一尺。」',
        '',
        '比较了 3 篇，1 对稿子有相同的段落，共 1 处。',
        '',
      ].join('\n'),
    );
  });

  it('says it in English too, and that nothing was found', async () => {
    folder.write('a.txt', ONE);
    folder.write('b.txt', TWO);
    const found = await run(folder, ['compare', '--lang', 'en', '.']);
    expect(found.stdout).toContain('a.txt and b.txt (66% of the first, 61% of the second)');
    expect(found.stdout).toContain('46 characters · 96% the same');
    const none = await run(folder, ['compare', '--lang', 'en', '--min-chars', '60']);
    expect(none.code).toBe(0);
    expect(none.stdout).toContain('no passage in common with the others');
    expect(none.stdout).toMatch(/\n2 compared; no passages in common\.\n$/u);
  });

  it('tells programs offsets, lines and columns', async () => {
    folder.write('a.txt', ONE);
    folder.write('b.txt', TWO);
    const { stdout } = await run(folder, ['compare', '--format', 'json', 'b.txt', 'a.txt']);
    const report = JSON.parse(stdout) as {
      readonly drafts: readonly object[];
      readonly pairs: readonly {
        readonly passages: readonly { readonly a: { offset: number; endOffset: number } }[];
      }[];
    };
    expect(report).toMatchObject({
      version: 1,
      drafts: [{ path: 'b.txt' }, { path: 'a.txt', characters: 70 }],
      pairs: [
        { a: 'a.txt', b: 'b.txt', passages: [{ a: { line: 3, column: 6 }, b: { line: 2, column: 24 } }] },
      ],
    });
    const place = report.pairs[0]?.passages[0]?.a;
    expect(ONE.slice(place?.offset, place?.endOffset)).toBe(PASTED);
  });

  it('reads Word documents, and tells their places by paragraph', async () => {
    folder.write('a.docx', docxOf('同志们：', '今天说说春耕的事。', PASTED));
    folder.write('b.txt', TWO);
    const { stdout } = await run(folder, ['compare']);
    expect(stdout).toContain('  a.docx 第 3 段  b.txt:2:24  46 字 · 96% 相同\n');
    expect((await run(folder, ['compare', '--lang', 'en'])).stdout).toContain(
      '  a.docx paragraph 3  b.txt:2:24',
    );
    expect(JSON.parse((await run(folder, ['compare', '--format', 'json'])).stdout)).toMatchObject({
      drafts: [{ path: 'a.docx', places: 'paragraphs' }, {}],
      pairs: [{ passages: [{ a: { line: 3 } }] }],
    });
  });

  it('looks inside a draft that is alone', async () => {
    folder.write('a.txt', `${ONE}中间隔着别的话，说的是另一件事情。\n${PASTED}\n`);
    const { stdout } = await run(folder, ['compare', 'a.txt']);
    expect(stdout).toContain('a.txt 前后相同');
    expect(stdout).toContain('  a.txt:3:6  a.txt:5:1  46 字 · 一字不差');
    expect(stdout).toContain('只有一篇稿子');
  });

  it('heeds the fixed terms of a guide file', async () => {
    folder.write('a.txt', ONE);
    folder.write('b.txt', TWO);
    folder.write('.wenfeng.json', JSON.stringify({ fixedTerms: [PASTED.slice(0, 40)] }));
    expect((await run(folder, ['compare'])).stdout).toContain('没有相同的段落');
  });

  it('names what cannot be read, goes on, and ends with 2', async () => {
    folder.write('a.txt', ONE);
    folder.write('b.txt', TWO);
    const { code, stdout, stderr } = await run(folder, ['compare', '.', '没有.txt']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^没能检查 没有\.txt：.+。\n$/u);
    expect(stdout).toContain('1 对稿子有相同的段落');
    expect((await run(folder, ['compare', '--min-chars', '3'])).code).toBe(2);
  });

  it('says when there are no drafts', async () => {
    const { code, stderr } = await run(folder, ['compare']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/没有.*讲话稿/u);
  });

  it('stops quietly when nobody reads the result', async () => {
    folder.write('a.txt', ONE);
    const { code, stdout } = await run(folder, ['compare'], { signal: AbortSignal.abort() });
    expect([code, stdout]).toEqual([0, '']);
  });
});

describe('its command line', () => {
  it('is read', () => {
    expect(parseCommandLine(['compare'], 'zh')).toEqual({
      kind: 'compare',
      request: { paths: ['.'], format: 'stylish' },
    });
    expect(parseCommandLine(['compare', 'a', '--format=json', '--min-chars', '50', 'b'], 'zh')).toEqual({
      kind: 'compare',
      request: { paths: ['a', 'b'], format: 'json', minCharacters: 50 },
    });
  });

  it.each([
    [['compare', '--min-chars', '5'], '选项 --min-chars <count> 不能是 5，只能是 10–1000。\n'],
    [['compare', '--fix'], '没有 --fix 这个选项，用法见 wenfeng compare --help。\n'],
  ])('of %j is told what is wrong', (args, text) => {
    expect(parseCommandLine(args, 'zh')).toEqual({ kind: 'mistake', text });
  });
});
