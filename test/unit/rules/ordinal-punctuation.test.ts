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
