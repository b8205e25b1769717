import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from '../findings.js';

const RULE = 'announced-count';

describe('an announcement that is taken up with another number', () => {
  const ANNOUNCED = '必须“把准一个方位、抓住两个关键”。\n';

  it('is held to be wrong, unless a third mention agrees with it', () => {
    expect(wordsAt(RULE, `${ANNOUNCED}抓住三个关键，就是要抓住人和地。`)).toEqual(['两个关键']);
    expect(wordsAt(RULE, `${ANNOUNCED}　　抓住三个关键，就是人和地这两个关键。`)).toEqual(['三个关键']);
    expect(wordsAt(RULE, `${ANNOUNCED}抓住三个关键，就是人和地这两个重点。`)).toEqual(['两个关键']);
    expect(wordsAt(RULE, `${ANNOUNCED}抓住三个关键，就是人和地这两项关键。`)).toEqual(['两个关键']);
    expect(wordsAt(RULE, `${ANNOUNCED}抓住三个关键，就是人和地这五个关键。`)).toEqual(['两个关键']);
  });

  it('says what stands elsewhere, and where', () => {
    const text = `${ANNOUNCED}抓住三个关键，就是要抓住人和地。`;
    const [finding] = findingsOf(RULE, text);
    expect(finding?.message).toBe('这里说“两个关键”，别处说的是“三个关键”，请核对后统一。');
    expect(finding?.related.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual([
      ['三个关键', '这里说的是“三个关键”'],
    ]);
    expect(applyFix(text, finding, /改成/u)).toContain('抓住三个关键”');
  });

  it('is looked for in the next twelve paragraphs', () => {
    const far = (lines: number): string => `${ANNOUNCED}${'好。\n'.repeat(lines)}抓住三个关键，就是人和地。`;
    expect(wordsAt(RULE, far(11))).toEqual(['两个关键']);
    expect(wordsAt(RULE, far(12))).toEqual([]);
  });

  it.each([
    ['at the start alone', `${ANNOUNCED}要抓住三个关键，就是人和地。`],
    ['with its verb', `${ANNOUNCED}做好三个关键，就是人和地。`],
    ['with its measure word', `${ANNOUNCED}抓住三项关键，就是人和地。`],
    ['with its noun', `${ANNOUNCED}抓住三个重点，就是人和地。`],
    ['first with its own number', `${ANNOUNCED}抓住两个关键，就是人和地。\n抓住三个关键，就是要抓住人和地。`],
    ['behind it', `抓住三个关键，就是人和地。\n${ANNOUNCED}`],
    ['from one of several in a quotation', '必须抓住两个关键。\n抓住三个关键，就是人和地。'],
    ['with a verb of two characters', '必须“准一个方位、，抓两个关键”。\n抓三个关键，就是人和地。'],
    ['with a noun of two characters', '必须“把准一个方位、做好两个事”。\n做好三个事，就是人和地。'],
  ])('is taken up only %s', (_, text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });
});

describe('a slogan said with one number changed', () => {
  const slogans = (...said: string[]): readonly string[] =>
    wordsAt(RULE, said.map((one) => `大家说：${one}！\n`).join(''));

  it('is wrong where it stands alone against two or more', () => {
    const [right, wrong] = ['“三个一线、两个全程”', '“四个一线、两个全程”'];
    expect(slogans(right, right, wrong)).toEqual(['四个一线']);
    expect(slogans(wrong, right, right, right)).toEqual(['四个一线']);
    expect(slogans(right, '“三个一线、五个全程”', right)).toEqual(['五个全程']);
    expect(slogans(right, wrong)).toEqual([]);
    expect(slogans(right, wrong, right, wrong)).toEqual([]);
    expect(slogans(right, wrong, '“五个一线、两个全程”')).toEqual([]);
    expect(slogans(right, right, wrong, '“五个一线、两个全程”')).toEqual([]);
    expect(slogans(right, right, '“四个一线、两项全程”')).toEqual([]);
    expect(slogans(right, right, '“四个一线、两个到底”')).toEqual([]);
    expect(slogans('“三个一线”', '“三个一线”', '“四个一线”')).toEqual([]);
  });

  it.each(['、', '，', '、做到', '，努力做到', '”“', '”、“', '”，“'])(
    'is of two parts joined by %s',
    (join) => {
      const [right, wrong] = [`“三个一线${join}两个全程”`, `“四个一线${join}两个全程”`];
      expect(slogans(right, right, wrong)).toEqual(['四个一线']);
    },
  );

  it.each(['；', '，大家努力做到', '”和“', '”，也“', '，要，'])(
    'is not of two parts joined by %s',
    (join) => {
      const [right, wrong] = [`“三个一线${join}两个全程”`, `“四个一线${join}两个全程”`];
      expect(slogans(right, right, wrong)).toEqual([]);
    },
  );

  it('keeps slogans of one paragraph apart', () => {
    const both = (first: string): string => `“${first}个一线、两个全程”和“五个到位、六个落实”`;
    expect(slogans(both('三'), both('三'), both('四'))).toEqual(['四个一线']);
  });
});
