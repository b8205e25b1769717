import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { Finding } from '../../server/src/core/finding.js';
import {
  nextPlace,
  repeatedWordings,
  wordingPlaceAt,
  type RepeatedWording,
} from '../../server/src/core/repeatedWordings.js';

const REPEATED = '茶农用一片叶子富了一方百姓';
const BETWEEN = ['今天开个短会。', '先说看到的。', '再说要办的。'];
const TEXT = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯')
  .map((head, i) =>
    [`${head}${REPEATED}${'好妙佳优良稳实快准新美强高远'.charAt(i)}。`, ...BETWEEN].join('\n'),
  )
  .join('\n');

const finding = (
  rule: string,
  span: readonly [number, number],
  ...related: (readonly [number, number])[]
): Finding => {
  const toSpan = ([start, end]: readonly [number, number]) => ({ start, end });
  return {
    rule,
    severity: 'information',
    message: '',
    span: toSpan(span),
    related: related.map((one) => ({ span: toSpan(one), message: '' })),
    fixes: [],
  };
};

describe('repeated wordings', () => {
  it('have all their places, however few each finding names', () => {
    const { findings } = checkDraft(TEXT, { format: 'plain' });
    const repeated = findings.filter(({ rule }) => rule === 'repeated-phrase');
    expect(Math.max(...repeated.map(({ related }) => related.length))).toBe(8);
    const wording = wordingPlaceAt(repeatedWordings(findings), TEXT.indexOf(REPEATED))?.wording;
    expect(wording?.places.map(({ start, end }) => TEXT.slice(start, end))).toEqual(
      Array.from({ length: 14 }, () => REPEATED),
    );
  });

  it('are joined where findings of one rule share a place, and only there', () => {
    const wordings = repeatedWordings([
      finding('repeated-phrase', [0, 4], [10, 14]),
      finding('repeated-phrase', [30, 34], [40, 44]),
      finding('repeated-phrase', [40, 44], [10, 14]),
      finding('repeated-phrase', [60, 66], [70, 76]),
      finding('near-duplicate', [10, 14], [90, 94]),
    ]);
    expect(wordings.map(({ rule, places }) => [rule, places.map(({ start }) => start)])).toEqual(
      expect.arrayContaining([
        ['repeated-phrase', [0, 10, 30, 40]],
        ['repeated-phrase', [60, 70]],
        ['near-duplicate', [10, 90]],
      ]),
    );
    expect(wordings).toHaveLength(3);
  });

  it('are none of a single place, nor of rules whose related places are others', () => {
    expect(
      repeatedWordings([finding('term-inconsistent', [0, 4]), finding('announced-count', [0, 4], [9, 12])]),
    ).toEqual([]);
  });
});

describe('steps', () => {
  const long: RepeatedWording = {
    rule: 'repeated-phrase',
    places: [
      { start: 10, end: 20 },
      { start: 40, end: 50 },
      { start: 70, end: 80 },
    ],
  };
  const short: RepeatedWording = {
    rule: 'repeated-word',
    places: [
      { start: 12, end: 14 },
      { start: 40, end: 42 },
    ],
  };
  const both = [long, short];
  const step = (offset: number, by: 1 | -1, from?: { start: number; end: number }): unknown => {
    const place = nextPlace(both, offset, by, from);
    return place === undefined ? undefined : [place.wording.rule, place.wording.places[place.index]?.start];
  };

  it('go on in the wording around the offset, the shortest first, and round again', () => {
    expect(step(16, 1)).toEqual(['repeated-phrase', 40]);
    expect(step(13, 1)).toEqual(['repeated-word', 40]);
    expect(step(41, 1)).toEqual(['repeated-word', 12]);
    expect(step(75, 1)).toEqual(['repeated-phrase', 10]);
    expect(step(11, -1)).toEqual(['repeated-phrase', 70]);
    expect(step(80, -1)).toEqual(['repeated-phrase', 40]);
  });

  it('keep to the wording of the step before', () => {
    expect(step(40, 1)).toEqual(['repeated-word', 12]);
    expect(step(40, 1, { start: 40, end: 50 })).toEqual(['repeated-phrase', 70]);
    expect(step(40, 1, { start: 3, end: 4 })).toEqual(['repeated-word', 12]);
  });

  it('go elsewhere to the nearest place of any wording, and round again', () => {
    expect(step(0, 1)).toEqual(['repeated-phrase', 10]);
    expect(step(30, 1)).toEqual(['repeated-phrase', 40]);
    expect(step(90, 1)).toEqual(['repeated-phrase', 10]);
    expect(step(30, -1)).toEqual(['repeated-word', 12]);
    expect(step(0, -1)).toEqual(['repeated-phrase', 70]);
  });

  it('go nowhere when nothing is repeated', () => {
    expect(nextPlace([], 5, 1)).toBeUndefined();
  });
});
