import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'deng-punctuation';

const faulty: readonly (readonly [string, string, string])[] = [
  ['要种好水稻、玉米、等作物。', '、等', '要种好水稻、玉米等作物。'],
  ['要管好用水、用电、道路、等，一样不落。', '、等', '要管好用水、用电、道路等，一样不落。'],
  ['建好粮库、冷库、等一批项目。', '、等', '建好粮库、冷库等一批项目。'],
  ['“门前三包”、“一家一表”、等做法很好。', '、等', '“门前三包”、“一家一表”等做法很好。'],
  ['今年种了水稻、玉米……等作物。', '……等', '今年种了水稻、玉米等作物。'],
  ['今年种了水稻、玉米等……。', '等……', '今年种了水稻、玉米等。'],
  ['今年种了水稻、玉米……等，收成好。', '……等', '今年种了水稻、玉米等，收成好。'],
  ['他们说“要种好水稻、玉米、等作物”。', '、等', '他们说“要种好水稻、玉米等作物”。'],
];

const lawful = [
  '走一走、等一等，再看一看。',
  '要种好水稻、玉米等作物。',
  '修渠，修路，栽树，等等，都要抓。',
  '水稻、玉米、棉花、等等，都要种。',
  '不能有等、靠、要的思想，也不能慢、等、看。',
  '走到村口、等你们来。',
  '按年龄、等级分组。',
  '遇事推、拖、等，是大忌。',
  '他说：“等……等一下！”',
  '推、等……都不行。',
  '有水稻、玉米……等我。',
  '他们常说“水、电、路、等，样样要管”。',
  '“有水稻、玉米……等作物”是他的话。',
];

describe(RULE, () => {
  it.each(faulty)('finds the fault in %s', (text, words, fixed) => {
    expect(wordsAt(RULE, text)).toEqual([words]);
    expect(applyFix(text, findingsOf(RULE, text)[0], /删去/u)).toBe(fixed);
    expect(findingsOf(RULE, fixed)).toEqual([]);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('names the further ellipses', () => {
    const [finding] = findingsOf(RULE, '种水稻、玉米……等作物，喂鸡、鸭……等家禽。');
    expect(finding?.related.map(({ message }) => message)).toEqual(['这里也是']);
  });

  it('makes one finding of several places', () => {
    const [finding, ...others] = findingsOf(RULE, '种水稻、玉米、等，喂鸡、鸭、等家禽。\n养猪、羊、等牲畜。');
    expect(others).toEqual([]);
    expect([finding, ...(finding?.related ?? [])].map((place) => place?.span.start)).toEqual([6, 13, 23]);
  });
});
