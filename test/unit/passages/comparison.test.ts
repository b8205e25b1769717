import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import { NO_WORDS } from '../../../server/src/core/guide.js';
import {
  PassageComparison,
  type ComparisonOptions,
  type DraftPair,
  type DraftShare,
} from '../../../server/src/core/passages/comparison.js';
import { Random } from '../../evaluate/random.js';
import { cases } from '../../arbitraries/cases.js';

const PASTED =
  '去年冬天，柳岸渠清了淤，十一个村的劳力一起上堤，早出晚归干了四十天，把淤了二十年的渠底整整挖深了一尺。';
const ONE = '在柳岸县春耕会议上的讲话\n同志们：\n今天说说春耕的事，种子、化肥、农机三样都要备齐。';
const TWO = '在石桥镇水利会议上的讲话\n同志们：\n开这个会，是要把今年夏天的水管好、用好、分好。';

interface Compared {
  readonly pairs: readonly DraftPair[];
  readonly shares: readonly DraftShare[];
}

function compare(
  drafts: Readonly<Record<string, string>>,
  options: ComparisonOptions = {},
  format: DraftFormat = 'plain',
): Compared {
  const comparison = new PassageComparison(options);
  for (const [id, text] of Object.entries(drafts)) comparison.add(id, buildDraft(text, format));
  return { pairs: [...comparison.compare()].flat(), shares: comparison.shares() };
}

/** What the pairs say, as words of the two drafts. */
function wordsOf(drafts: Readonly<Record<string, string>>, { pairs }: Compared): string[][] {
  return pairs.flatMap((pair) =>
    pair.passages.map(({ a, b }) => [
      drafts[pair.a]?.slice(a.start, a.end) ?? '',
      drafts[pair.b]?.slice(b.start, b.end) ?? '',
    ]),
  );
}

describe('passages of several drafts', () => {
  it('finds one word for word, with both places and the shares', () => {
    const drafts = { one: `${ONE}\n${PASTED}`, two: `${TWO}${PASTED}散会以后就动手。` };
    const compared = compare(drafts);
    const words = PASTED.slice(0, -1);
    expect(wordsOf(drafts, compared)).toEqual([[words, words]]);
    const [pair] = compared.pairs;
    expect(pair).toMatchObject({ a: 'one', b: 'two' });
    expect(pair?.passages[0]).toMatchObject({ characters: 46, alike: 1 });
    expect(pair?.shareOfA).toBeGreaterThan(0.4);
    expect(compared.shares.map(({ id, share }) => [id, share])).toEqual([
      ['one', pair?.shareOfA],
      ['two', pair?.shareOfB],
    ]);
  });

  it('finds one in which words were changed, dropped and put in', () => {
    const changed = PASTED.replace('十一个村', '九个村').replace('早出晚归', '').replace('整整', '足足地');
    const drafts = { one: `${ONE}\n${PASTED}`, two: `${TWO}${changed}散会以后就动手。` };
    const compared = compare(drafts);
    expect(wordsOf(drafts, compared)).toEqual([[PASTED.slice(0, -1), changed.slice(0, -1)]]);
    expect(compared.pairs[0]?.passages[0]?.alike).toBeLessThan(1);
    expect(compared.pairs[0]?.passages[0]?.alike).toBeGreaterThan(0.75);
  });

  it.each([
    '现在，我代表柳岸县人民政府，向大会报告全县的工作，请各位代表予以审议，并请列席的同志们提出宝贵意见。',
    '在这里，我代表县委、县政府，向长年守在渠上、守在山上、守在库区的全体护渠员和他们的家人，表示衷心的感谢和崇高的敬意！',
    '我们自觉接受县人大及其常委会的法律监督，自觉接受县政协的民主监督，主动接受社会各界和新闻媒体的舆论监督。',
  ])('tells no formula that every report has: %s', (formula) => {
    expect(compare({ one: `${ONE}\n${formula}`, two: `${TWO}${formula}散会以后就动手。` }).pairs).toEqual([]);
  });

  it('does not mind other marks, blanks and line breaks', () => {
    const drafts = { one: `${ONE}\n${PASTED}`, two: `${TWO}\n${PASTED.replace(/，/gu, '。\n　　')}` };
    expect(compare(drafts).pairs[0]?.passages).toHaveLength(1);
    expect(compare(drafts).pairs[0]?.passages[0]?.alike).toBe(1);
  });

  it('tells a passage in three drafts once for each pair, and once in each share', () => {
    const drafts = { one: ONE + PASTED, two: TWO + PASTED, three: `${PASTED}别的都是新话，谁也没有写过。` };
    const { pairs, shares } = compare(drafts);
    expect(pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(['one three', 'one two', 'three two']);
    expect(shares.every(({ share }) => share > 0.3 && share < 0.8)).toBe(true);
  });

  it('heeds the minimum', () => {
    const drafts = { one: `${ONE}${PASTED.slice(0, 26)}。`, two: `${TWO}${PASTED.slice(0, 26)}。` };
    expect(compare(drafts).pairs).toEqual([]);
    expect(compare(drafts, { minCharacters: 15 }).pairs).toHaveLength(1);
  });

  it.each([
    [
      'fixed political terms',
      '习近平新时代中国特色社会主义思想、中国特色社会主义制度、完整、准确、全面贯彻新发展理念、加快构建新发展格局。',
    ],
    ['the title, the salutation and the thanks', ''],
    ['short common wording', '我们要把工作做好。'],
  ])('does not tell %s', (_, common) => {
    const title =
      '在柳岸县委农村工作会议暨全县春季农业生产现场推进会议上的讲话提纲\n尊敬的各位领导、各位来宾：\n';
    const leave = '\n我就讲到这里，最后祝大家身体健康、工作顺利、阖家幸福、万事如意，谢谢大家！';
    const drafts = {
      one: `${title}今天说种子的事，说到底是粮食的事。\n${common}\n种子要备齐。${leave}`,
      two: `${title}今天说水的事，一渠一渠地说清楚。\n${common}\n水要管好。${leave}`,
    };
    expect(compare(drafts).pairs).toEqual([]);
  });

  it('does not tell the fixed terms of the guide', () => {
    const comparison = new PassageComparison();
    const words = { ...NO_WORDS, fixedTerms: [PASTED.slice(0, -1)] };
    comparison.add('one', buildDraft(ONE + PASTED, 'plain'), words);
    comparison.add('two', buildDraft(TWO + PASTED, 'plain'), words);
    expect([...comparison.compare()].flat()).toEqual([]);
  });

  it('looks inside one draft only when asked, and takes it into no share', () => {
    const drafts = { one: `${ONE}\n${PASTED}\n中间隔着别的话，说的是另一件事情。\n${PASTED}` };
    expect(compare(drafts).pairs).toEqual([]);
    const within = compare(drafts, { within: true });
    expect(wordsOf(drafts, within)).toEqual([[PASTED.slice(0, -1), PASTED.slice(0, -1)]]);
    expect(within.shares[0]?.share).toBe(0);
  });

  it('takes what stands in a hundred drafts into every share without telling every pair', () => {
    const drafts = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `draft ${String(n).padStart(3, '0')}`,
        `${PASTED}\n本稿第${String(n)}份。`,
      ]),
    );
    const { pairs, shares } = compare(drafts);
    expect(pairs.length).toBeLessThan(400);
    expect(shares.every(({ share }) => share > 0.8)).toBe(true);
  });

  it('replaces a draft that is added again, and can be asked again', () => {
    const comparison = new PassageComparison();
    comparison.add('one', buildDraft(ONE + PASTED, 'plain'));
    comparison.add('two', buildDraft(TWO + PASTED, 'plain'));
    const before = [...comparison.compare()];
    expect([...comparison.compare()]).toEqual(before);
    comparison.add('two', buildDraft(TWO, 'plain'));
    expect([...comparison.compare()].flat()).toEqual([]);
    expect(comparison.shares().map(({ share }) => share)).toEqual([0, 0]);
  });

  it('accepts empty drafts and text without Chinese', () => {
    expect(compare({ a: '', b: '   \n', c: 'The meeting is over.' }).pairs).toEqual([]);
    expect(compare({}).shares).toEqual([]);
  });
});

describe('laws', () => {
  const HAN = Array.from(
    '春耕水渠种子农机田头村里山上河边旱地薄田豆麦油菜牛羊猪鸡塘坝闸门泵站堤岸淤泥石桥柳树老人孩子学校灯路车船集市账本锣鼓雨雪风霜早晚冬夏',
  );

  function prose(random: Random, length: number): string {
    let text = '';
    for (let at = 1; at <= length; at++) {
      text += random.one(HAN) ?? '';
      if (at % 9 === 0) text += at % 27 === 0 ? '。' : '，';
    }
    return text;
  }

  function edited(random: Random, text: string): string {
    const characters = Array.from(text);
    for (let left = Math.floor(characters.length / 10); left > 0; left--) {
      const at = random.below(characters.length);
      const other = random.one(HAN) ?? '';
      const kind = random.below(3);
      if (kind === 0) characters[at] = other;
      else if (kind === 1) characters.splice(at, 1);
      else characters.splice(at, 0, other);
    }
    return characters.join('');
  }

  it('finds nineteen in twenty passages of which a tenth was changed, and nothing else', () => {
    const random = new Random(20);
    const trials = 300;
    let found = 0;
    let more = 0;
    for (let trial = 0; trial < trials; trial++) {
      const passage = prose(random, 36 + random.below(120));
      const changed = edited(random, passage);
      const before = `${prose(random, 200)}。\n`;
      const two = `${before}${changed}\n${prose(random, 200)}`;
      const one = `${prose(random, 150)}\n${passage}\n${prose(random, 150)}`;
      const passages = compare({ one, two }).pairs.flatMap((pair) => pair.passages);
      const start = before.length;
      const end = start + changed.length;
      const covers = passages.filter(
        ({ b }) => Math.min(b.end, end) - Math.max(b.start, start) >= 0.6 * changed.length,
      );
      if (covers.length > 0) found++;
      more += passages.filter(({ b }) => b.end <= start || b.start >= end).length;
    }
    expect(found / trials).toBeGreaterThanOrEqual(0.95);
    expect(more).toBe(0);
  });

  it('tells of many versions of one draft pairs in proportion to their number, and each with all of its share', () => {
    const random = new Random(11);
    const draft = prose(random, 300);
    const versions = (count: number) =>
      compare(
        Object.fromEntries(
          Array.from(
            { length: count },
            (_, n) => [`draft ${String(1000 + n)}`, edited(random, draft)] as const,
          ),
        ),
      );
    const [some, more] = [versions(30), versions(90)];
    expect(more.pairs.length / 90).toBeLessThan((1.3 * some.pairs.length) / 30 + 8);
    for (const { share } of more.shares) expect(share).toBeGreaterThan(0.8);
  });

  it('finds what a draft took from each of many others, however alike these are', () => {
    const random = new Random(12);
    const common = prose(random, 60);
    const own = Array.from({ length: 40 }, () => prose(random, 60));
    const drafts = own.map(
      (part, n) => [`a ${String(100 + n)}`, `${edited(random, common)}\n${part}`] as const,
    );
    const taken = [...own, common].join('\n');
    const { pairs, shares } = compare(Object.fromEntries([...drafts, ['b', taken] as const]));
    expect(pairs.filter(({ b }) => b === 'b')).toHaveLength(40);
    expect(shares.find(({ id }) => id === 'b')?.share).toBeGreaterThan(0.95);
  });

  it('begins and ends passages with whole characters, where two have one half in common', () => {
    const drafts = { a: `𠮷${PASTED}𠮷。`, b: `𠮸${PASTED}𠮸。` };
    const [passage] = compare(drafts).pairs[0]?.passages ?? [];
    const words = drafts.a.slice(passage?.a.start, passage?.a.end);
    expect(words).toContain(PASTED.slice(0, -1));
    expect(words).not.toMatch(/\p{Cs}/u);
    expect(drafts.b.slice(passage?.b.start, passage?.b.end)).not.toMatch(/\p{Cs}/u);
  });

  it('does not depend on the order of the drafts', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        const pool = Array.from({ length: 6 }, () => prose(random, 50));
        const drafts = Array.from({ length: 6 }, (_, n) => {
          const parts = random.some(pool, 3).map((part) => edited(random, part));
          return [`draft ${String(n)}`, `${prose(random, 60)}\n${parts.join('\n')}`] as const;
        });
        const one = compare(Object.fromEntries(drafts));
        const other = compare(Object.fromEntries(random.shuffled(drafts)));
        expect(other).toEqual(one);
        expect(one.pairs.length).toBeGreaterThan(0);
      }),
      cases(30),
    );
  });

  it('keeps shares between nothing and all, and spans inside the drafts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(PASTED, ONE, TWO, '\n', 'Wenfeng', '𠮷', '，。'), { maxLength: 12 }),
        (parts) => {
          const drafts = { a: parts.join(''), b: parts.toReversed().join('\n') };
          const { pairs, shares } = compare(drafts, { within: true });
          for (const { share } of shares) expect(share >= 0 && share <= 1).toBe(true);
          for (const { a, b, passages } of pairs) {
            for (const passage of passages) {
              expect(passage.a.start).toBeLessThan(passage.a.end);
              expect(passage.a.end).toBeLessThanOrEqual((a === 'a' ? drafts.a : drafts.b).length);
              expect(passage.b.end).toBeLessThanOrEqual((b === 'a' ? drafts.a : drafts.b).length);
              expect(passage.alike > 0.7 && passage.alike <= 1).toBe(true);
              if (a === b) expect(passage.a.end).toBeLessThanOrEqual(passage.b.start);
            }
          }
        },
      ),
      cases(100),
    );
  });
});
