import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'dunhao-misuse';

/** A faulty text, the words pointed at, and the text after the fix. */
const faulty: readonly (readonly [string, string, string])[] = [
  ['把人派下去、把钱拨下去、才能把事办成。', '、才能', '把人派下去、把钱拨下去，才能把事办成。'],
  ['要挂图作战、逐户登记、直至清零。', '、直至', '要挂图作战、逐户登记，直至清零。'],
  ['堤坝加高、加固、但是涵洞还没有修。', '、但是', '堤坝加高、加固，但是涵洞还没有修。'],
  ['水清、岸绿、而且路也通了。', '、而且', '水清、岸绿，而且路也通了。'],
  ['会议对受到通报、表彰的班组表示祝贺。', '通报、表彰', '会议对受到通报表彰的班组表示祝贺。'],
  ['再等三、四天就能开镰。', '三、四', '再等三四天就能开镰。'],
];

const lawful = [
  '选干部要看学识、才能和作风。',
  '他的聪明智慧、才能出众，大家都看在眼里。',
  '一个人的品德、才能，要放到事上看。',
  '“虽然、但是”这样的话，会上少说。',
  '连词有因为、所以、但是等。',
  '把人派下去、把钱拨下去，才能把事办成。',
  '订单集中在二、三季度，三、四年级的同学参加。',
  '第三、四组留下，十一、十二月份再议。',
  '紧跟形势变化、紧跟群众需要，抓好落实。',
];

describe(RULE, () => {
  it.each(faulty)('finds the fault in %s', (text, words, fixed) => {
    expect(wordsAt(RULE, text)).toEqual([words]);
    const [finding] = findingsOf(RULE, text);
    expect(finding?.fixes[0]?.safe).toBe(false);
    expect(applyFix(text, finding, /顿号/u)).toBe(fixed);
    expect(findingsOf(RULE, fixed)).toEqual([]);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('takes a writer’s own words', () => {
    const options = { before: ['于是'], compounds: ['调查、研究'] };
    expect(wordsAt(RULE, '水退了、于是大家回村、才能调查、研究。', { options })).toEqual([
      '、于是',
      '调查、研究',
    ]);
    expect(findingsOf(RULE, '水退了、才能回村。', { options: { before: [], compounds: [] } })).toEqual([]);
  });
});
