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

  it.each(
    '才能 才会 从而 进而 并且 而且 但是 因此 因而 所以 否则 然而 直至 以致 使得 以便'
      .split(' ')
      .map((word) => [word]),
  )('wants a comma before %s', (word) => {
    const text = `把人派下去、把钱拨下去、${word}把事办成。`;
    const [finding, ...others] = findingsOf(RULE, text);
    expect(others).toEqual([]);
    expect(finding?.message).toBe(`“${word}”引出的是结果或转折，不是又一个并列项，它前面的顿号请改成逗号。`);
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(`、${word}`);
  });

  it.each(
    '才能， 才能。 才能、 才能； 才能： 才能！ 才能？ 才能” 才能和 才能与 才能及 才能或 才能等 才能的 才能之 才能者 才能是 才能出众 才能突出 才能特长 才能专长 才能智慧 才能学识 才能水平 才能素质'
      .split(' ')
      .map((noun) => [noun]),
  )('takes 才能 for the noun in %s', (noun) => {
    expect(findingsOf(RULE, `他的聪明智慧、${noun}很好。`)).toEqual([]);
  });

  it('takes 才能 for the noun after a short member, and for the result after a clause', () => {
    expect(wordsAt(RULE, '靠聪明人、才能把事办成。')).toEqual(['、才能']);
    expect(wordsAt(RULE, '聪明人、才能办成事。')).toEqual([]);
    expect(wordsAt(RULE, '他的聪明、才能')).toEqual([]);
  });

  it.each([
    '、但是，',
    '、但是”',
    '、但是等',
    '、但是之类',
    '、但是这类词',
    '、但是这些词',
    '、但是这样',
    '、但是这两个',
    '、但是这几个',
  ])('takes a word that is named for no clause: 因为、所以%s', (named) => {
    expect(findingsOf(RULE, `连词有因为${named}不同。`)).toEqual([]);
  });

  it.each([
    ['再等一、两天。', []],
    ['再等二、三天。', ['二、三']],
    ['再等八、九天。', ['八、九']],
    ['再等三、五天。', []],
    ['再等四、三天。', []],
    ['再等九、十天。', []],
    ['来了七、八个人。', ['七、八']],
    ['改了二、三次。', ['二、三']],
    ['来了二、三位。', ['二、三']],
    ['来了四、五人。', ['四、五']],
    ['走了五、六里。', ['五、六']],
    ['称了六、七斤。', ['六、七']],
    ['过了三、四岁。', ['三、四']],
    ['来了七、八家。', ['七、八']],
    ['来了七、八户。', ['七、八']],
    ['讲了七、八遍。', ['七、八']],
    ['再等十三、四天。', []],
    ['再等二十、三、四天。', []],
    ['订了三、四本。', []],
    ['共一百三、四个。', []],
  ] as const)('takes two numbers that follow each other for an estimate: %s', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it.each(Array.from('，。、；：！？…—“”‘’（）《》', (pause) => [pause]))(
    'begins a member behind %s',
    (pause) => {
      expect(wordsAt(RULE, `我们把干部派下去${pause}聪明人、才能办成事。`)).toEqual([]);
      expect(wordsAt(RULE, `我们把干部派下去${pause}都是聪明人、才能办成事。`)).toEqual(['、才能']);
    },
  );

  it('says which word it is and that the mark goes', () => {
    expect(findingsOf(RULE, '受到通报、批评的有三、四家。').map(({ message }) => message)).toEqual([
      '“通报批评”是一个词，中间的顿号请删去。',
      '“三四”表示大概的数目，中间不用顿号，请删去。',
    ]);
    expect(wordsAt(RULE, '通报、表彰和通报、表彰。')).toEqual(['通报、表彰', '通报、表彰']);
  });

  it('takes a writer’s words as they are written, whatever signs they hold', () => {
    const options = { before: ['(于是)', '', 'a.c'], compounds: ['调查研究', ''] };
    expect(wordsAt(RULE, '水退了、(于是)大家回村、abc回村，调查研究。', { options })).toEqual(['、(于是)']);
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
