import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';
import { amid, SPARE } from './amid.js';

const RULE = 'repeated-phrase';

/** What is found of two sentences that stand far from each other; they are told apart by what surrounds them. */
const shared = (first: string, second: string, options = {}): readonly string[] => [
  ...new Set(
    wordsAt(RULE, amid(`沿河${first}，好。`, SPARE[0] ?? '', SPARE[1] ?? '', `山上${second}也是。`), {
      options,
    }),
  ),
];

const WORDS = '茶园道路修通到村口去了';

describe('the edges of a wording', () => {
  it('are not cut where it is whole', () => {
    expect(shared(`的人${WORDS}`, `有人${WORDS}`)).toEqual([`人${WORDS}`]);
  });

  it.each([
    ['part of a Latin word before it', `ABC${WORDS}`, `XBC${WORDS}`, WORDS],
    ['part of a number before it', `12${WORDS}`, `32${WORDS}`, WORDS],
    ['part of a Latin word after it', `${WORDS}AB`, `${WORDS}AC`, WORDS],
    ['a whole Latin word before it', `人GPS${WORDS}`, `水GPS${WORDS}`, `GPS${WORDS}`],
    ['a whole number after it', `人${WORDS}12里`, `水${WORDS}12丈`, `${WORDS}12`],
    ['a 的 before it', `人的${WORDS}`, `水的${WORDS}`, WORDS],
    ['two 的 before it', `人的的${WORDS}`, `水的的${WORDS}`, WORDS],
    ...Array.from(
      '的和与及并第对把将被',
      (tail) => [`a ${tail} after it`, `人${WORDS}${tail}天`, `水${WORDS}${tail}地`, WORDS] as const,
    ),
    ['了 after it', `人${WORDS}了天`, `水${WORDS}了地`, `${WORDS}了`],
    ['the end of another clause before it', `大好，${WORDS}`, `不好，${WORDS}`, WORDS],
    ['two characters of another clause before it', `大家好，${WORDS}`, `人家好，${WORDS}`, WORDS],
    [
      'three characters of another clause before it',
      `大人家好，${WORDS}`,
      `小人家好，${WORDS}`,
      `人家好，${WORDS}`,
    ],
    ['two characters after a semicolon before it', `大家好；${WORDS}`, `人家好；${WORDS}`, WORDS],
    ['two characters after a colon before it', `大家好：${WORDS}`, `人家好：${WORDS}`, WORDS],
    ['two characters and a 、 before it', `大家好、${WORDS}`, `人家好、${WORDS}`, `家好、${WORDS}`],
    ['the beginning of another clause after it', `人${WORDS}，好天`, `水${WORDS}，好地`, WORDS],
    ['two characters of another clause after it', `人${WORDS}，好在天`, `水${WORDS}，好在地`, WORDS],
    [
      'three characters of another clause after it',
      `人${WORDS}，好在有天`,
      `水${WORDS}，好在有地`,
      `${WORDS}，好在有`,
    ],
    [
      'a whole clause of two characters before it',
      `天晴，好事，${WORDS}`,
      `下雨，好事，${WORDS}`,
      `好事，${WORDS}`,
    ],
    [
      'a whole clause of two characters after it',
      `人${WORDS}，好事，天晴`,
      `水${WORDS}，好事，下雨`,
      `${WORDS}，好事`,
    ],
  ] as const)('leave out what is shared by chance: %s', (_, first, second, words) => {
    expect(shared(first, second)).toEqual([words]);
  });

  it('keep the rest of another clause where the wording would be too short without it', () => {
    const nine = WORDS.slice(0, 9);
    expect(shared(`大好，${nine}吧`, `不好，${nine}吗`)).toEqual([`好，${nine}`]);
    expect(shared(`大家好，${nine}吧`, `人家好，${nine}吗`)).toEqual([`家好，${nine}`]);
    expect(shared(`人${nine}，好天`, `水${nine}，好地`)).toEqual([`${nine}，好`]);
    const ten = WORDS.slice(0, 10);
    expect(shared(`大家好，${ten}吧`, `人家好，${ten}吗`)).toEqual([ten]);
    expect(shared(`人${ten}，好在天`, `水${ten}，好在地`)).toEqual([ten]);
  });

  it('leave out what makes the wording long enough only by chance', () => {
    const nine = WORDS.slice(0, 9);
    expect(shared(`人的${nine}吧`, `水的${nine}吗`)).toEqual([]);
    expect(shared(`人${nine}的天`, `水${nine}的地`)).toEqual([]);
    expect(shared(`A1${nine}吧`, `B1${nine}吗`)).toEqual([]);
  });

  it('leave the ordinals out, and take a 的 at the end of a sentence along', () => {
    const far = (first: string, second: string) => [
      ...new Set(wordsAt(RULE, amid(first, SPARE[0] ?? '', SPARE[1] ?? '', second))),
    ];
    expect(far(`一是${WORDS}，好。`, `二是${WORDS}，妙。`)).toEqual([WORDS]);
    expect(far(`第一，${WORDS}，好。`, `第二，${WORDS}，妙。`)).toEqual([WORDS]);
    expect(far(`天晴，${WORDS}的。`, `下雨，${WORDS}的。`)).toEqual([`${WORDS}的`]);
  });
});

describe('what a wording is', () => {
  it('has four different characters', () => {
    expect(shared('大山水路山水路山水路山呢', '小山水路山水路山水路山吧')).toEqual([]);
    expect(shared('大山水路桥山水路桥山水呢', '小山水路桥山水路桥山水吧')).toEqual(['山水路桥山水路桥山水']);
  });

  it('is longer than the option says', () => {
    expect(shared(`人${WORDS}吧`, `水${WORDS}吗`, { minChars: 11 })).toEqual([WORDS]);
    expect(shared(`人${WORDS}吧`, `水${WORDS}吗`, { minChars: 12 })).toEqual([]);
  });

  it('gives way to a longer one', () => {
    const text = amid(
      `沿河的${WORDS}，好。`,
      SPARE[0] ?? '',
      SPARE[1] ?? '',
      `山上人家把${WORDS}呢，还要修桥也是。`,
      SPARE[2] ?? '',
      SPARE[3] ?? '',
      `老人说${WORDS}呢，还要修桥吧。`,
    );
    const found = wordsAt(RULE, text);
    expect(found).toEqual([WORDS, `${WORDS}呢，还要修桥`, `${WORDS}呢，还要修桥`]);
  });
});

describe('how a wording is quoted', () => {
  const message = (words: string) =>
    findingsOf(
      RULE,
      amid(`沿河的人${words}，好。`, SPARE[0] ?? '', SPARE[1] ?? '', `山上人家说${words}也是。`),
    )[0]?.message;

  it('whole up to twenty-four characters, and without its middle when it is longer', () => {
    const words = '茶园道路修通到村口去了水渠沟坝塘井泵站桥涵闸门';
    expect(words).toHaveLength(23);
    expect(message(`${words}灯`)).toContain(`“${words}灯”`);
    expect(message(`${words}灯牌`)).toContain('“茶园道路修通到村口去了水渠沟坝塘…桥涵闸门灯牌”');
  });

  it('with one blank for several', () => {
    expect(message('茶园道路 　修通到村口去了')).toContain('“茶园道路 修通到村口去了”');
  });
});

describe('the nearest other places', () => {
  it('are those before where two are as far', () => {
    const names = Array.from('甲乙丙丁戊己庚辛壬癸子');
    const text = names
      .map((name, i) =>
        [`${name}${WORDS}${'好妙佳优良稳实快准新美'.charAt(i)}。`, '天晴。', '下雨。', '起风。'].join('\n'),
      )
      .join('\n');
    const related = findingsOf(RULE, text)[5]?.related.map((place) => place.message);
    expect(related).toEqual([2, 3, 4, 5, 7, 8, 9, 10].map((nth) => `第 ${String(nth)} 次出现`));
    const sixth = findingsOf(RULE, text)[0]?.related.map((place) => place.message);
    expect(sixth).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `第 ${String(nth)} 次出现`));
  });
});
