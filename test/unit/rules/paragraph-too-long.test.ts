import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'paragraph-too-long';
const sentence = '今年我们把路修到了村口，把水引到了田边。';
const words = (count: number): string => sentence.repeat(Math.ceil(count / sentence.length)).slice(0, count);

describe(RULE, () => {
  it('allows exactly the limit and names length and limit beyond it', () => {
    expect(findingsOf(RULE, words(400))).toEqual([]);
    expect(findingsOf(RULE, words(401))[0]?.message).toContain('本段 401 字，超过 400 字');
    expect(findingsOf(RULE, words(600))[0]?.message).toContain('本段 600 字');
    expect(findingsOf(RULE, words(601))[0]?.message).toContain('本段长达 601 字');
  });

  it('points at the paragraph without its indent', () => {
    expect(wordsAt(RULE, `短段。\n　　${words(420)}  \n短段。`)).toEqual([words(420)]);
  });

  it('offers each division before the paragraph’s own items, and all of them together', () => {
    const text = `去年做了几件事。一是修路。${words(140)}二是架桥。${words(140)}三是通水。${words(140)}`;
    const [finding] = findingsOf(RULE, text);
    expect(finding?.message).toContain('在“一是修路”“二是架桥”“三是通水”前分段');
    expect(finding?.fixes.map(({ title }) => title)).toEqual([
      '在这 3 处全部分段',
      '在“一是修路”前分段',
      '在“二是架桥”前分段',
      '在“三是通水”前分段',
    ]);
    expect(applyFix(text, finding, /二是/u)).toBe(text.replace('二是', '\n二是'));
    expect(applyFix(text, finding, /全部/u).split('\n')).toHaveLength(4);
    expect(finding?.fixes.every(({ safe }) => !safe)).toBe(true);
  });

  it('names four places at most', () => {
    const items = (count: number): string =>
      Array.from('一二三四五六')
        .slice(0, count)
        .map((numeral) => `${numeral}是修路。${words(140)}`)
        .join('');
    expect(findingsOf(RULE, `几件事。${items(4)}`)[0]?.message).toContain(
      '“一是修路”“二是修路”“三是修路”“四是修路”前',
    );
    expect(findingsOf(RULE, `几件事。${items(5)}`)[0]?.message).toContain(
      '“一是修路”“二是修路”“三是修路”“四是修路”等处前',
    );
  });

  it('leaves the cells of a table alone', () => {
    const table = (cell: string): string => `| 甲 |\n| -- |\n| ${cell} |\n`;
    expect(findingsOf(RULE, table(words(401)), { format: 'markdown' })).toEqual([]);
  });

  it('divides where a sentence turns, without items', () => {
    const text = `${words(200)}另一方面，还要看到不足。${words(200)}`;
    expect(findingsOf(RULE, text)[0]?.fixes.map(({ title }) => title)).toEqual(['在“另一方面”前分段']);
  });

  it('divides in the draft’s own manner: line end, blank line, indent', () => {
    const text = `　　短段。\r\n\r\n　　${words(200)}此外，${words(220)}`;
    expect(applyFix(text, findingsOf(RULE, text)[0], /此外/u)).toContain('。\r\n\r\n　　此外');
    const markdown = `${words(200)}此外，${words(220)}`;
    expect(applyFix(markdown, findingsOf(RULE, markdown, { format: 'markdown' })[0], /此外/u)).toContain(
      '。\n\n此外',
    );
  });

  it('names no place where there is none, however long the paragraph', () => {
    const message = (count: number) => findingsOf(RULE, `${'一字一句'.repeat(count)}。`)[0]?.message;
    expect(message(101)).toBe('本段 405 字，超过 400 字，听众难以跟上，请分段。');
    expect(message(151)).toBe('本段长达 605 字，超过 400 字太多，听众无法跟上，请务必分段。');
  });

  it('offers no division before the first words, nor of a single sentence', () => {
    const text = `${'一字一句'.repeat(101)}。`;
    expect(findingsOf(RULE, text)[0]?.fixes).toEqual([]);
    const led = `一是修路。${words(400)}`;
    expect(findingsOf(RULE, led)[0]?.fixes.map(({ title }) => title)).not.toContain('在“一是修路”前分段');
  });
});
