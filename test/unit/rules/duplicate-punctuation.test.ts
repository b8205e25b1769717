import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { fixUntilStable } from '../../../server/src/core/fixes.js';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'duplicate-punctuation';

/** A faulty text, the marks, and what fix-all makes of it. */
const safe: readonly (readonly [string, string, string])[] = [
  ['雨水多，，要早防汛。', '，，', '雨水多，要早防汛。'],
  ['要早防汛。。大家记住。', '。。', '要早防汛。大家记住。'],
  ['渠、、路都要修。', '、、', '渠、路都要修。'],
  ['要早防汛，。', '，。', '要早防汛。'],
  ['渠要修；。', '；。', '渠要修。'],
];

const chosen: readonly (readonly [string, string, string])[] = [
  ['渠要修、，路也要修。', '、，', '渠要修，路也要修。'],
  ['渠要修，。路也要修。', '，。', '渠要修。路也要修。'],
  ['他想了想。。。没有说话。', '。。。', '他想了想……没有说话。'],
  ['多好啊！。大家都笑了。', '！。', '多好啊！大家都笑了。'],
];

const lawful = [
  '谁来干？！大家一起干！！！',
  '他说：“好。”接着又说：“行！”',
  '要抓落实……不能等——等不起。',
  '他写了《问渠》《问路》，两篇。',
  '（一）修渠。',
];

describe(RULE, () => {
  it.each(safe)('mends %s', (text, marks, fixed) => {
    expect(wordsAt(RULE, text)).toEqual([marks]);
    expect(fixUntilStable(text, (draft) => findingsOf(RULE, draft)).text).toBe(fixed);
    expect(checkDraft(fixed, { format: 'plain' }).findings).toEqual([]);
  });

  it.each(chosen)('leaves the choice in %s to the writer', (text, marks, fixed) => {
    expect(wordsAt(RULE, text)).toEqual([marks]);
    const [finding] = findingsOf(RULE, text);
    expect(finding?.fixes.some((fix) => fix.safe)).toBe(false);
    const mark = fixed.includes('……') ? '……' : fixed.charAt(text.indexOf(marks));
    expect(applyFix(text, finding, new RegExp(`“${mark}”`, 'u'))).toBe(fixed);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it.each([
    ['渠要修，，，路也要修。', '，，，'],
    ['谁来！，。大家来。', '！，。'],
    ['渠要修，？！路也要修。', '，？！'],
    ['渠要修：。', '：。'],
  ])('takes all marks of %s together', (text, marks) => {
    expect(wordsAt(RULE, text)).toEqual([marks]);
  });

  it('says how many are too many, and offers each mark once', () => {
    const [same] = findingsOf(RULE, '渠要修，，，路也要修。');
    expect(same?.message).toContain('2');
    expect(same?.fixes.map(({ title }) => title)).toEqual(['只留“，”']);
    const [mixed] = findingsOf(RULE, '渠要修、，路也要修。');
    expect(mixed?.fixes.map(({ title }) => title)).toEqual(['只留“、”', '只留“，”']);
    expect(mixed?.fixes.map(({ edits }) => edits[0]?.text)).toEqual(['、', '，']);
    const [dots] = findingsOf(RULE, '他想了想。。。没有说话。');
    expect(dots?.fixes.map(({ title }) => title)).toEqual(['改成省略号“……”', '只留“。”']);
    const [commas] = findingsOf(RULE, '他想了想，，，没有说话。');
    expect(commas?.fixes).toHaveLength(1);
  });

  it('does not touch marks with Markdown’s syntax between them', () => {
    expect(findingsOf(RULE, '**要早防汛，**，要快。\n', { format: 'markdown' })).toEqual([]);
  });
});
