import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'speech-length';
const text = `同志们：\n${'今天天气很好。'.repeat(60)}\n${'我们去修路吧。'.repeat(60)}\n`;

describe(RULE, () => {
  it('is no finding without a limit', () => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('says by how much the time is exceeded, and where it runs out', () => {
    const [finding] = findingsOf(RULE, text, { options: { maxMinutes: 3 } });
    expect(finding?.message).toBe('全文 844 字，约讲 5 分钟，超过 3 分钟，需要删去约 304 字。');
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['我们去修路吧']);
  });

  it('takes the reading rate and the limit of characters from the options', () => {
    expect(findingsOf(RULE, text, { options: { maxMinutes: 3, charactersPerMinute: 300 } })).toEqual([]);
    expect(wordsAt(RULE, text, { options: { maxCharacters: 800 } })).toEqual(['同志们']);
    expect(findingsOf(RULE, text, { options: { maxCharacters: 844 } })).toEqual([]);
  });

  it('points at the paragraph in which the limit is passed, by its first words', () => {
    const place = (draft: string, maxCharacters: number) =>
      findingsOf(RULE, draft, { options: { maxCharacters } })[0]?.related.map(({ span }) =>
        draft.slice(span.start, span.end),
      );
    expect(place('天晴了。\n下雨了。\n起风了。\n', 4)).toEqual(['下雨了']);
    expect(place('天晴了。\n下雨了。\n起风了。\n', 3)).toEqual(['天晴了']);
    expect(place('天晴了。\n  下雨了。\n起风了。\n', 5)).toEqual(['下雨了']);
    expect(place(`天晴了。\n${'雨'.repeat(21)}。\n`, 5)).toEqual(['雨'.repeat(20)]);
    expect(place('天晴了。\n，下雨了。\n', 5)).toEqual(['，']);
  });

  it('does not count blanks, nor the syntax of Markdown', () => {
    const markdown = '---\ntitle: 讲话\n---\n\n# 讲话稿\n\n**同志们**，　大家好。\n\n```\n代码\n```\n';
    const [finding] = findingsOf(RULE, markdown, { format: 'markdown', options: { maxCharacters: 10 } });
    expect(finding?.message).toContain('全文 11 字');
  });

  it('copes with an empty draft', () => {
    expect(findingsOf(RULE, '', { options: { maxMinutes: 1 } })).toEqual([]);
  });
});
