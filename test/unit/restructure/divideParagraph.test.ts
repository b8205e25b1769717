import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/core/fixes.js';
import { outcomeOf, restructured, titleOf } from './restructured.js';

const sentence = '今年我们把路修到了村口，把水引到了田边。';
const words = (count: number): string => sentence.repeat(Math.ceil(count / sentence.length));

describe('dividing a paragraph', () => {
  it('says into how many it divides, and where', () => {
    const text = `去年做了几件事。一是|修路。${words(60)}二是架桥。${words(60)}`;
    expect(titleOf('divideParagraph', text)).toBe('把这段分成 3 段');
    const outcome = outcomeOf('divideParagraph', text);
    expect('changes' in outcome && outcome.changes.map(({ label }) => label.zh)).toEqual([
      '在“一是修路”前分段',
      '在“二是架桥”前分段',
    ]);
    expect(restructured('divideParagraph', text).split('\n')).toHaveLength(3);
  });

  it('can be done at some of the places only', () => {
    const text = `去年做了几件事。一是修路。${words(60)}二是架桥。${words(60)}`;
    const outcome = outcomeOf('divideParagraph', text);
    if ('reason' in outcome) throw new Error(outcome.reason.en);
    expect(outcome.separable).toBe(true);
    expect(applyEdits(text, outcome.changes.slice(1)).split('\n')).toEqual([
      `去年做了几件事。一是修路。${words(60)}`,
      `二是架桥。${words(60)}`,
    ]);
  });

  it('makes even pieces of at most the limit where the text gives no sign', () => {
    const pieces = restructured('divideParagraph', words(900), { most: 300 }).split('\n');
    expect(pieces.map((piece) => piece.length)).toEqual([300, 300, 300]);
  });

  it('keeps the indent and the blank line of the draft', () => {
    const text = `　　短段。\n\n　　${words(200)}此外|，${words(220)}\n`;
    expect(restructured('divideParagraph', text)).toContain('。\n\n　　此外');
    const spaced = `    ${words(200)}此外|，${words(220)}`;
    expect(restructured('divideParagraph', spaced)).toContain('。\n    此外');
  });

  it('divides before the sentence that names a point, not behind it', () => {
    const text = `${words(60)}巡渠要勤。要|一天走两趟，${words(60)}修渠要快。要三天之内完工，${words(60)}`;
    expect(
      restructured('divideParagraph', text)
        .split('\n')
        .map((piece) => piece.slice(0, 5)),
    ).toEqual(['今年我们把', '巡渠要勤。', '修渠要快。']);
  });

  it('tears no quotation and no answer from its question', () => {
    const quoted = `老乡说：“${'水到了地头。'.repeat(30)}”`;
    expect(restructured('divideParagraph', quoted, { most: 60 })).toMatch(/没有合适/u);
    const asked = `${'山上的渠修好了，山下的田也有水了，'.repeat(3)}谁来管？${'村里的人一户一户轮着管，'.repeat(4)}一天也不断。`;
    expect(restructured('divideParagraph', asked, { most: 60 })).toMatch(/没有合适/u);
  });

  it('offers nothing in a menu for a paragraph that is short enough', () => {
    const text = `${words(200)}此外|，${words(120)}`;
    expect(restructured('divideParagraph', text, { onlyHere: true })).toMatch(/没有合适/u);
    expect(restructured('divideParagraph', text, { onlyHere: true, most: 300 })).toContain('\n此外');
  });

  it('names a place by whole words and no half of a quotation', () => {
    const labels = (text: string): string[] => {
      const outcome = outcomeOf('divideParagraph', text);
      return 'reason' in outcome ? [] : outcome.changes.map(({ label }) => label.zh);
    };
    expect(labels(`${words(60)}要把渠道的管护责任落实到每一户。${words(60)}`)).toEqual([
      '在“要把渠道的管护责…”前分段',
    ]);
    expect(labels(`${words(60)}关键是要“一把尺子”量到底。${words(60)}`)).toEqual(['在“关键是要…”前分段']);
  });

  it.each([
    ['在空行上', '第一段。\n|\n第二段。', /光标不在段落里/u],
    ['在小标题上', '一、抓好|秋粮收购', /小标题/u],
    ['只有一句', '路修|到了村口。', /不长/u],
    ['两句短话', '路修|到了村口。水引到了田边。', /不长/u],
  ])('says why there is nothing to divide: %s', (_, text, reason) => {
    expect(restructured('divideParagraph', text)).toMatch(reason);
  });

  it.each([
    ['列表', `- ${words(200)}此外|，${words(220)}`],
    ['引用', `> ${words(200)}此外|，${words(220)}`],
    ['加粗', `**${words(200)}此外|，${words(220)}**`],
  ])('leaves Markdown’s own syntax alone: %s', (_, text) => {
    expect(restructured('divideParagraph', text, { format: 'markdown' })).toMatch(/Markdown/u);
  });
});
