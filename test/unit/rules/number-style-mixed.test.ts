import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'number-style-mixed';

/** Three counts in Chinese numerals, so that the draft has a habit. */
const HABIT = '下面讲三点意见。要抓住两个重点。要做到四个方面。\n';

describe(RULE, () => {
  it.each([
    ['必须解决3个突出问题。', '3个突出问题', '必须解决三个突出问题。'],
    ['今年要办好2项任务。', '2项任务', '今年要办好两项任务。'],
    ['必须守住3条底线。', '3条底线', '必须守住三条底线。'],
    ['全年花了40万元。要从3方面入手。人均2万。', '3方面入手', '全年花了40万元。要从三方面入手。人均2万。'],
    ['今年要办好20项任务。', '20项任务', '今年要办好二十项任务。'],
    ['我提５点要求。', '５点要求', '我提五点要求。'],
  ])('finds the count in %s', (text, words, fixed) => {
    expect(wordsAt(RULE, HABIT + text)).toEqual([words]);
    const [finding] = findingsOf(RULE, HABIT + text);
    expect(finding?.fixes[0]?.safe).toBe(false);
    expect(applyFix(HABIT + text, finding, /汉字/u)).toBe(HABIT + fixed);
    expect(findingsOf(RULE, HABIT + fixed)).toEqual([]);
  });

  it.each([
    `${HABIT}全镇建了4个微信群，修了3座桥。`,
    `${HABIT}全年办了12件，解决3个问题，花了40万元。`,
    `${HABIT}2026年5月22日，镇里开了3次会。`,
    `${HABIT}镇党委十二届十次全会开过以后，“十四五”任务都完成了。`,
    '下面讲三点意见。必须解决3个突出问题。',
    `${HABIT}今年要办好21项任务。`,
    `${HABIT}要解决3个问题。要办好2项任务。要守住5条底线。要做到6个方面。`,
    `${HABIT}解决3个问题，花了40万元。`,
    `${HABIT}花了40万元，解决3个问题。`,
    '要解决3个问题。要办好2项任务。要做到四个方面。',
  ])('says nothing about %j', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('asks for as many counts in Chinese numerals as in Arabic ones', () => {
    const text = `${HABIT}要解决3个问题。要办好2项任务。要守住5条底线。`;
    expect(findingsOf(RULE, text)).toHaveLength(1);
  });

  it('makes one finding of several counts', () => {
    const [finding, ...others] = findingsOf(RULE, `${HABIT}要解决3个问题。\n要办好2项任务。`);
    expect(others).toEqual([]);
    expect(finding?.related).toHaveLength(1);
  });

  it('compares the measure words that the writer names', () => {
    expect(findingsOf(RULE, `${HABIT}要解决3个问题。`, { options: { measure: ['项'] } })).toEqual([]);
  });
});
