import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../server/src/core/check.js';
import { applyFix, findingsOf, wordsAt } from '../findings.js';

const RULE = 'announced-count';
const TWO = '一是修路；二是引水。';

const FIXED = [
  '两个维护',
  '两个确立',
  '四个意识',
  '四个自信',
  '四个全面',
  '三个代表',
  '四个伟大',
  '两个务必',
  '三个务必',
  '两个毫不动摇',
  '三个区分开来',
  '两个大局',
  '三个有利于',
  '五个一',
  '两个一百年',
];

describe('a number of points', () => {
  it.each(['点', '方面', '部分', '条', '步', '招'])('needs no noun after %s', (unit) => {
    expect(wordsAt(RULE, `主要有三${unit}：${TWO}`)).toEqual([`三${unit}`]);
    expect(wordsAt(RULE, `主要有三${unit}。${TWO}`)).toEqual([`三${unit}`]);
    for (const words of ['来', '上', '着手', '入手', '发力', '讲', '谈', '说', '抓', '做']) {
      expect(wordsAt(RULE, `今年从三${unit}${words}：${TWO}`)).toEqual([`三${unit}${words}`]);
      expect(wordsAt(RULE, `今年从三${unit}努力${words}，${TWO}`)).toEqual([]);
    }
  });

  it.each(['个', '项', '件', '大', '种', '类', '层', '道', '篇', '句', '支'])(
    'needs a noun after %s',
    (unit) => {
      expect(wordsAt(RULE, `主要有三${unit}，${TWO}`)).toEqual([]);
      expect(wordsAt(RULE, `主要有三${unit}任务，${TWO}`)).toEqual([`三${unit}任务`]);
      expect(wordsAt(RULE, `主要有三${unit}艰巨任务，${TWO}`)).toEqual([`三${unit}艰巨任务`]);
    },
  );

  it.each(['二', '两', '三', '四', '五'])('may stand alone after 有: %s', (numeral) => {
    const agrees = numeral === '二' || numeral === '两';
    for (const words of ['有三：', '有三:', '有三，', '为三：', '凡三：'].map((one) =>
      one.replace('三', numeral),
    )) {
      expect(wordsAt(RULE, `原因${words}${TWO}`)).toEqual(agrees ? [] : [numeral]);
    }
    expect(wordsAt(RULE, `原因在${numeral}：${TWO}`)).toEqual([]);
    expect(wordsAt(RULE, `原因有${numeral}。${TWO}`)).toEqual([]);
  });

  it.each(['3', '9'])('may stand alone after 有 as a figure: %s', (numeral) => {
    expect(wordsAt(RULE, `原因有${numeral}：${TWO}`)).toEqual([numeral]);
    expect(wordsAt(RULE, `原因有1：${TWO}`)).toEqual([]);
    expect(wordsAt(RULE, `原因有2：${TWO}`)).toEqual([]);
  });

  const PART_OF_MORE = [
    ...Array.from('第几数每各前后另近超约余〇零百千万亿兆.．%％-—～~之'),
    '三至',
    '3到',
    '另外',
    '其他',
    '其它',
    '其余',
    '其中',
    '剩下',
    '任何',
    '至少',
    '不少于',
  ];

  it.each(PART_OF_MORE)('is none behind “%s”', (before) => {
    expect(wordsAt(RULE, `今年${before}三件大事：${TWO}`)).toEqual([]);
  });

  it.each(['的', '直至', '到', '他', '余下', '，'])('is one behind “%s”', (before) => {
    expect(wordsAt(RULE, `今年${before}三件大事：${TWO}`)).toEqual(['三件大事']);
  });

  it.each(FIXED)('is none in the term %s', (term) => {
    // One more than the term has, as would be found of any other number.
    const items = Array.from('一二三四五六').slice(
      0,
      '一二三四五六'.indexOf(term.replace('两', '二').charAt(0)) + 2,
    );
    expect(wordsAt(RULE, `要做到“${term}”：${items.map((numeral) => `${numeral}是学。`).join('')}`)).toEqual(
      [],
    );
  });

  it('is one in what is like a term', () => {
    expect(wordsAt(RULE, '要做到“两个守护”：一是学。二是做。三是讲。四是看。')).toEqual(['两个守护']);
  });

  it('is looked for two hundred times a paragraph', () => {
    const text = (phrases: number): string => `${'有一件事。'.repeat(phrases)}要做好三件事：${TWO}`;
    expect(wordsAt(RULE, text(199))).toEqual(['三件事']);
    expect(wordsAt(RULE, text(200))).toEqual([]);
  });
});

describe('the message', () => {
  const message = (text: string): string | undefined => findingsOf(RULE, text)[0]?.message;

  it.each([
    [`我讲三点意见：${TWO}`, '只有两点（一是、二是），请补上一点或改成“两点意见”'],
    [`有三个方面：${TWO}`, '只有两个方面（一是、二是），请补上一个方面或改成“两个方面”'],
    [`有三方面：${TWO}`, '只有两方面（一是、二是），请补上一方面或改成“两方面”'],
    [`有三大任务：${TWO}`, '只有两项（一是、二是），请补上一项或改成“两大任务”'],
    [`原因有三：${TWO}`, '只有两项（一是、二是），请补上一项或改成“二”'],
    [`有3件事：${TWO}`, '只有两件（一是、二是），请补上一件或改成“2件事”'],
    [`有３件事：${TWO}`, '只有两件（一是、二是），请补上一件或改成“２件事”'],
    [`有四件事：${TWO}`, '只有两件（一是、二是），请补上两件或改成“两件事”'],
    [`有两件事：${TWO}三是种树。`, '却有三件（一是、二是、三是），请改成“三件事”或删去一件'],
  ])('of %s', (text, part) => {
    expect(message(text)).toContain(part);
  });

  it('names six items and points at twelve', () => {
    const items = (count: number): string =>
      Array.from('一二三四五六七八九十')
        .concat('十一', '十二', '十三', '十四')
        .slice(0, count)
        .map((numeral) => `${numeral}是甲。`)
        .join('');
    expect(message(`有五个要求。${items(6)}`)).toContain('（一是、二是、三是、四是、五是、六是），');
    expect(message(`有五个要求。${items(7)}`)).toContain('、六是…），');
    expect(findingsOf(RULE, `有十五个要求。${items(14)}`)[0]?.related).toHaveLength(12);
  });

  it('numbers the items, and leaves the fix to the writer', () => {
    const [finding] = findingsOf(RULE, `有三件事：${TWO}`);
    expect(finding?.fixes.map(({ safe, title }) => [safe, title])).toEqual([
      [false, '把“三件事”改成“两件事”'],
    ]);
    expect(finding?.related.map(({ message: words }) => words)).toEqual(['第 1 项', '第 2 项']);
  });

  it('names the items in English too, where they have names', () => {
    const english = (text: string): string | undefined =>
      checkDraft(text, { format: 'plain', language: 'en' }).findings.find(({ rule }) => rule === RULE)
        ?.message;
    expect(english(`有三件事：${TWO}`)).toBe(
      '“三件事” is announced, but only 2 can be found (一是、二是); add what is missing or write “两件事”.',
    );
    expect(english('有三件事。\n——修路。\n——引水。\n')).toBe(
      '“三件事” is announced, but only 2 can be found; add what is missing or write “两件事”.',
    );
  });

  it('is given once a number', () => {
    expect(findingsOf(RULE, '有三个要求：快、稳。').length).toBe(1);
  });

  it('is mended in the draft’s own writing', () => {
    const text = `原因有三：${TWO}`;
    expect(applyFix(text, findingsOf(RULE, text)[0], /改成/u)).toBe(`原因有二：${TWO}`);
  });
});
