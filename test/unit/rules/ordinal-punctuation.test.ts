import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { fixUntilStable } from '../../../server/src/core/fixes.js';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'ordinal-punctuation';

/** A faulty text, the ordinals pointed at, and what fix-all makes of it. */
const faulty: readonly (readonly [string, string, string])[] = [
  ['一.修渠\n渠要通。\n二、修路\n路要平。', '一.', '一、修渠\n渠要通。\n二、修路\n路要平。'],
  ['一、修渠\n渠要通。\n二． 修路\n路要平。', '二．', '一、修渠\n渠要通。\n二、 修路\n路要平。'],
  ['一、修渠\n渠要通。\n二，修路\n路要平。', '二，', '一、修渠\n渠要通。\n二、修路\n路要平。'],
  ['1、修渠\n渠要通。\n2、修路\n路要平。', '1、', '1.修渠\n渠要通。\n2.修路\n路要平。'],
  ['（一）、修渠\n渠要通。\n（二）修路\n路要平。', '（一）、', '（一）修渠\n渠要通。\n（二）修路\n路要平。'],
  ['要办三件事：①、修渠；②修路；③栽树。', '①、', '要办三件事：①修渠；②修路；③栽树。'],
  ['第一、修渠。第二，修路。', '第一、', '第一，修渠。第二，修路。'],
  ['其一，修渠。其二、修路。', '其二、', '其一，修渠。其二，修路。'],
  ['首先、修渠。其次，修路。', '首先、', '首先，修渠。其次，修路。'],
  ['一是，修渠；二是修路。', '一是，', '一是修渠；二是修路。'],
  ['一要修渠。二要：修路。', '二要：', '一要修渠。二要修路。'],
];

const lawful = [
  '一，修渠要快。\n渠要通。\n二，修路要平。\n路要平。',
  '1、2026年修渠。\n2、3月修路。',
  '第一、其二都要抓。第二，快。',
  '一、修渠\n渠要通。\n一，二，三，大家一起喊着号子。\n二、修路\n路要平。',
  '一、修渠\n渠要通。\n二、修路\n路要平。',
  '1. 修渠\n渠要通。\n2. 修路\n路要平。',
  '（一）修渠\n渠要通。\n（二）修路\n路要平。',
  '第一，修渠。第二，修路。首先要快，其次要好。',
  '第一、第二组先走。第三、四组断后。',
  '第一、二、三产业都要抓。',
  '一是修渠；二是修路；三是栽树。',
  '1、2026年修渠。',
  '二、三季度的任务最重。',
];

describe(RULE, () => {
  it.each(faulty)('mends %j', (text, words, fixed) => {
    expect(wordsAt(RULE, text)).toEqual([words]);
    expect(fixUntilStable(text, (draft) => findingsOf(RULE, draft)).text).toBe(fixed);
    expect(checkDraft(fixed, { format: 'plain' }).findings).toEqual([]);
  });

  it.each(lawful)('says nothing about %j', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it.each([
    ['一. 修渠\n渠要通。\n二、修路\n路要平。', ['一.']],
    ['（1）、修渠。\n（2）修路。', ['（1）、']],
    ['1、修渠。', []],
    ['1、修渠。\n2、修路。', ['1、']],
    ['1、5月修渠。\n2、ABC组修路。\n3、８月修桥。', []],
    ['要办的事：①、②修渠。', []],
    ['要办的事：①、修渠。', ['①、']],
    ['第一、修渠。', []],
    ['第一、修渠。第二、修路。', ['第一、']],
    ['其一、修渠。其二、修路。', ['其一、']],
    ['第一、其余的人修渠。第二、3号渠先修。', []],
    ['第一、九号渠先修。第二、十号渠后修。', []],
    ['一是、修渠；二是修路。', ['一是、']],
    ['一是：修渠；二是修路。', ['一是：']],
    ['一是，修渠要快。', []],
    ['首先、修渠。', ['首先、']],
    ['其次、修渠。', ['其次、']],
    ['再次、修渠。', ['再次、']],
    ['最后、修渠。', []],
    ['先修路，首先、修渠。', []],
  ] as const)('tells a wrong mark from a right one in %j', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it.each([
    ['汉字序号后面用顿号，“一.”请改成“一、”（全文 1 处）。', '一.修渠\n渠要通。\n二、修路\n路要平。'],
    ['阿拉伯数字序号后面用下脚点，“1、”请改成“1.”（全文 2 处）。', '1、修渠。\n2、修路。'],
    [
      '序号带括号或圈的，后面不用顿号，“（一）、”请改成“（一）”（全文 1 处）。',
      '（一）、修渠\n渠要通。\n（二）修路\n路要平。',
    ],
    ['“第一”“其一”后面用逗号，“第一、”请改成“第一，”（全文 1 处）。', '第一、修渠。第二，修路。'],
    ['“首先”“其次”后面用逗号，“首先、”请改成“首先，”（全文 1 处）。', '首先、修渠。'],
    ['“一是”“一要”后面不用标点，“一是，”请改成“一是”（全文 1 处）。', '一是，修渠；二是修路。'],
  ])('says: %s', (message, text) => {
    expect(findingsOf(RULE, text).map((finding) => finding.message)).toEqual([message]);
  });

  it('takes a comma for a heading’s mark beside one neighbour that counts on', () => {
    expect(wordsAt(RULE, '一、修渠\n渠要通。\n二,修路\n路要平。')).toEqual(['二,']);
    expect(wordsAt(RULE, '  二，修路\n路要平。\n三、栽树\n树要活。')).toEqual(['二，']);
    expect(wordsAt(RULE, '一，修渠\n渠要通。\n二、修路\n路要平。')).toEqual(['一，']);
    expect(wordsAt(RULE, '二、修渠\n渠要通。\n二，修路\n路要平。\n三、栽树\n树要活。')).toEqual([]);
    expect(wordsAt(RULE, '一、修渠\n渠要通。\n二，，修路\n路要平。')).toEqual([]);
    expect(wordsAt(RULE, '一、修渠\n渠要通。\n我们二，修路\n路要平。')).toEqual([]);
    const long = (length: number): string =>
      `一、修渠\n渠要通。\n${`二，${'修路'.repeat(40)}`.slice(0, length)}\n`;
    expect(wordsAt(RULE, long(50))).toEqual(['二，']);
    expect(wordsAt(RULE, long(51))).toEqual([]);
  });

  it('writes a point in Markdown only where it makes no list', () => {
    const fixed = (text: string) =>
      fixUntilStable(text, (draft) => findingsOf(RULE, draft, { format: 'markdown' })).text;
    expect(fixed('1、修渠。\n\n2、修路。\n')).toBe('1.修渠。\n\n2.修路。\n');
  });

  it.each([
    ['一、修渠3.5里\n渠要通。\n二、修路\n路要平。', []],
    ['第一、修第二渠。第二、修路。', ['第一、']],
    ['一是修，渠要快；二是种，茶要香。', []],
    ['1、修3号渠。\n2、修路。', ['1、']],
    ['1、 修渠。\n2、 修路。', ['1、']],
    ['二十、修渠\n渠要通。\n二十一，修路\n路要平。', ['二十一，']],
    ['二、修渠\n渠要通。\n一，修路\n路要平。', []],
  ] as const)('looks at the mark right behind the ordinal: %j', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it('makes one finding of a habit and points at all its places', () => {
    const [finding, ...others] = findingsOf(RULE, '1、修渠。\n2、修路。\n3、栽树。');
    expect(others).toEqual([]);
    expect(finding?.message).toContain('全文 3 处');
    expect(finding?.related).toHaveLength(2);
  });

  it('makes one finding of each kind of fault', () => {
    const text = '1、修渠。\n2、修路。\n第一、修渠。第二、修路。';
    expect(wordsAt(RULE, text)).toEqual(['1、', '第一、']);
    expect(findingsOf(RULE, text).map(({ related }) => related.length)).toEqual([1, 1]);
  });

  it('takes a comma for a heading’s mark only in a line as short as a heading', () => {
    const around = (line: string): string => `一、修渠\n渠要通。\n${line}\n三、栽树\n树要活。`;
    expect(wordsAt(RULE, around('二，修路'))).toEqual(['二，']);
    expect(findingsOf(RULE, around(`二，${'修路'.repeat(40)}`))).toEqual([]);
    expect(findingsOf(RULE, around('五，修路'))).toEqual([]);
  });

  it('never makes a Markdown list of a line', () => {
    const text = '1、 修渠。\n\n2、 修路。\n';
    expect(findingsOf(RULE, text, { format: 'markdown' })).toEqual([]);
  });
});
