import { describe, expect, it } from 'vitest';
import { wordsAt } from '../findings.js';
import { amid } from './amid.js';

const RULE = 'repeated-phrase';

/** What the examples have in common, twelve characters. */
const WORDS = '拿出愚公移山的劲头来修路';

const NAMES = Array.from('甲乙丙丁戊己庚辛');

/** Short sentences, to keep what stands around them apart. */
const apart = (count: number): string =>
  ['天晴了。', '下雨了。', '起风了。', '落雪了。'].slice(0, count).join('');

const lines = (count: number): string => apart(count).replaceAll('。', '。\n');

const found = (...paragraphs: string[]): number =>
  wordsAt(RULE, amid(...paragraphs)).filter((words) => words.includes('愚公移山')).length;

/** Clauses of one frame: the same head and no tail in common. */
const clauses = (count: number): string[] =>
  NAMES.slice(0, count).map(
    (name, i) => `${name}村要${WORDS}${['好', '去啊', '呢你看', '了没有吧'][i] ?? '吗'}`,
  );

describe('members of one frame', () => {
  it.each([
    [2, 0, 2],
    [3, 0, 0],
    [3, 2, 0],
    [4, 2, 0],
  ])('%i sentences of one paragraph with %i between', (count, between, times) => {
    expect(found(clauses(count).join(`。${apart(between)}`) + '。')).toBe(times);
  });

  it.each([
    [2, 0, 2],
    [3, 0, 0],
    [3, 1, 0],
    [3, 2, 3],
  ])('%i paragraphs with %i between', (count, between, times) => {
    expect(found(clauses(count).join(`。\n${lines(between)}`) + '。')).toBe(times);
  });

  it('stand in one slot of their clauses: as far from the beginning, or from the end', () => {
    const heads = ['甲村', '乙大村', '丙村', '丁大村'].map(
      (head, i) => `${head}${WORDS}${['好', '去啊', '呢你看', '了没有吧'][i] ?? ''}。`,
    );
    expect(found(...heads.slice(0, 3))).toBe(0);
    const far = ['甲村', '乙大小村', '丙村', '丁大小村'].map(
      (head, i) => `${head}${WORDS}${['好', '去啊', '呢你看', '了没有吧'][i] ?? ''}。`,
    );
    expect(found(...far.slice(0, 3))).toBe(3);
    const tails = ['甲村', '乙大小村', '丙'].map(
      (head, i) => `${head}${WORDS}${['吧啊', '了呢', '好吗'][i] ?? ''}。`,
    );
    expect(found(...tails)).toBe(0);
    const ends = ['甲村', '乙大小村', '丙'].map((head) => `${head}${WORDS}。`);
    expect(found(...ends)).toBe(0);
  });

  it('count from their ordinal on', () => {
    const tails = ['好', '去啊', '呢你看', '了没有吧'];
    const items = (heads: readonly string[]) =>
      heads.map((head, i) => `${head}${WORDS}${tails[i] ?? ''}。`).join('\n');
    expect(found(items(['（一）甲村', '（二）乙村', '（三）丙村']))).toBe(0);
    expect(found(items(['第一，甲村', '这里说乙村', '第三，丙村']))).toBe(3);
    expect(found(items(['第一，甲村', '说乙村', '第三，丙村']))).toBe(0);
  });

  it('are those of a clause, not of the sentence', () => {
    const tails = ['好', '去啊', '呢你看', '了没有吧'];
    const inner = NAMES.slice(0, 3).map(
      (name, i) =>
        `${'今天明天后天'.slice(0, 2 * i)}说，${name}村${WORDS}${tails[i] ?? ''}，${'对对对对'.slice(0, i + 1)}。`,
    );
    expect(found(...inner)).toBe(0);
  });
});

describe('items of one list', () => {
  const item = (ordinal: string, i: number): string =>
    `${ordinal}${WORDS}${['好', '去啊', '呢你看'][i] ?? ''}。`;

  it.each([
    ['that begin with it', [item('一是', 0), item('二是', 1)], 0],
    ['of two kinds', [item('一是', 0), item('第二，', 1)], 2],
    ['of which one has a subject', [item('一是', 0), item('二是甲村', 1)], 2],
    ['that have nothing else', ['一是' + WORDS, '二是' + WORDS], 2],
    ['of which one has nothing else', [item('一是', 0), '二是' + WORDS], 2],
    ['of which only the first is one', [item('一是', 0), item('甲', 1)], 2],
  ] as const)('%s', (_, items, times) => {
    expect(found(items.join('\n'))).toBe(times);
    expect(
      found(
        items
          .map((line) => `${line}。`)
          .join('')
          .replaceAll('。。', '。'),
      ),
    ).toBe(times);
  });

  it.each([
    ['of 是 and of 要', [item('一是', 0), item('二要', 1)], 2],
    ['of which each goes on behind a mark', [`一是${WORDS}，好。`, `二是${WORDS}，去。`], 2],
    ['of which one goes on behind a mark', [`一是${WORDS}好，啊。`, `二是${WORDS}，去。`], 2],
    ['that go on at once', [`一是${WORDS}好，啊。`, `二是${WORDS}去，啊。`], 0],
  ] as const)('%s', (_, items, times) => {
    expect(found(...items)).toBe(times);
  });

  it('are told from what stands far from them in a paragraph', () => {
    const three = (between: number) => [item('一是', 0), item('甲', 1), item('乙', 2)].join(apart(between));
    expect(found(three(2))).toBe(0);
    expect(found(three(3))).toBe(3);
  });

  it('are one list however far apart they stand in a paragraph', () => {
    expect(found(item('一是', 0) + apart(4) + item('二是', 1))).toBe(0);
    expect(found(item('甲村', 0) + apart(4) + item('乙村', 1))).toBe(2);
    expect(found(`${item('一是', 0)}\n${lines(1)}${item('二是', 1)}`)).toBe(0);
    expect(found(`${item('一是', 0)}\n${lines(2)}${item('二是', 1)}`)).toBe(2);
  });
});

describe('two places of one sentence', () => {
  it.each([
    ['in different words', `甲村${WORDS}好，乙村也${WORDS}去。`, 0],
    ['that fill their clauses', `${WORDS}，天晴了，${WORDS}。`, 2],
    ['of which one fills its clause', `${WORDS}，天晴了，乙村${WORDS}。`, 0],
    ['of which one begins its clause', `${WORDS}，天晴了，${WORDS}好。`, 0],
  ] as const)('%s', (_, sentence, times) => {
    expect(found(sentence)).toBe(times);
  });

  it('are one place beside a third far away', () => {
    const [first = '', second = '', third = ''] = NAMES;
    const text = [
      `${first}村${WORDS}好，${second}小村也${WORDS}去。`,
      '天晴了。',
      '下雨了。',
      `${third}村的人都${WORDS}吧。`,
    ];
    expect(found(...text)).toBe(2);
  });
});

describe('what a sentence takes up of the one before', () => {
  it.each([
    ['at once', `甲村${WORDS}。${WORDS}好。`, 0],
    ['after three characters', `甲村${WORDS}。而在这${WORDS}好。`, 0],
    ['after four characters', `甲村${WORDS}。而就在这${WORDS}好。`, 2],
    ['from inside the one before', `甲乙丙村${WORDS}啊。${WORDS}好。`, 2],
    ['as its own end', `甲乙丙村${WORDS}。丁${WORDS}。`, 2],
    ['after another sentence', `甲村${WORDS}。天晴了。${WORDS}好。`, 2],
    ['in the next paragraph', `甲村${WORDS}。\n${WORDS}好。`, 2],
    ['and a third sentence says as well', `甲村${WORDS}。${WORDS}好。${WORDS}去。`, 0],
  ] as const)('%s', (_, text, times) => {
    expect(found(text)).toBe(times);
  });
});

describe('a longer wording of two members of a frame', () => {
  it('is found only for what goes beyond the frame', () => {
    const frame = (rest: readonly string[]) =>
      rest.map((more, i) => `${NAMES[i] ?? ''}村要${WORDS}${more}。`);
    expect(found(...frame(['通水通电', '通水通电', '架桥']))).toBe(0);
    expect(found(...frame(['通水通电通', '通水通电通', '架桥']))).toBeGreaterThan(0);
  });
});
