import { edit, type Fault, type Planter } from '../fault.js';
import type { Random } from '../random.js';
import { isHan, type Source } from '../source.js';

const PER_VARIANT = 2;

/** What a mark is changed to, and what must stand around it. */
interface Swap {
  readonly variant: string;
  readonly pattern: RegExp;
  readonly written: string;
}

const CONJUNCTIONS = ['从而', '因此', '所以', '但是', '而且', '并且', '以便', '才能', '才会', '使得'];

/** A comma before a conjunction becomes a 顿号. */
export const dunhaoMisused: Planter = {
  kind: '、 before a clause',
  rule: 'dunhao-misuse',
  propose: (source, random) =>
    swapped(
      source,
      random,
      CONJUNCTIONS.map((word) => ({
        variant: `、${word}`,
        pattern: new RegExp(`(?<=[\\u4e00-\\u9fff])，(?=${word}[\\u4e00-\\u9fff])`, 'gu'),
        written: '、',
      })),
    ),
};

const HALF: readonly (readonly [string, string])[] = [
  ['，', ','],
  ['。', '.'],
  ['；', ';'],
  ['：', ':'],
  ['！', '!'],
  ['？', '?'],
];

/** A mark between two Han characters is typed in half width; the two of a pair together. */
export const halfWidth: Planter = {
  kind: 'half-width mark',
  rule: 'halfwidth-punctuation',
  propose: (source, random) => [
    ...swapped(
      source,
      random,
      HALF.map(([full, half]) => ({
        variant: half,
        pattern: new RegExp(`(?<=[\\u4e00-\\u9fff])${full}(?=[\\u4e00-\\u9fff])`, 'gu'),
        written: half,
      })),
    ),
    ...random.some(halfBrackets(source), PER_VARIANT),
  ],
};

function halfBrackets(source: Source): Fault[] {
  return source.lines.flatMap((line) =>
    line.prose
      ? [...line.text.matchAll(/(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff]+）(?=[\u4e00-\u9fff，。])/gu)].map(
          (match) => {
            const start = line.start + match.index;
            const end = start + match[0].length;
            const edits = [edit(start, start + 1, '('), edit(end - 1, end, ')')];
            return { variant: '( )', edits, places: [{ start, end }] };
          },
        )
      : [],
  );
}

const DOUBLED: readonly (readonly [string, string])[] = [
  ['，', '，，'],
  ['。', '。。'],
  ['；', '；；'],
  ['、', '、、'],
  ['，', '、，'],
  ['，', '，、'],
  ['。', '，。'],
  ['。', '；。'],
  ['。', '。，'],
  ['：', '：：'],
];

/** A second mark is left beside the first. */
export const doubledMark: Planter = {
  kind: 'two marks for one',
  rule: 'duplicate-punctuation',
  propose: (source, random) =>
    swapped(
      source,
      random,
      DOUBLED.map(([mark, written]) => ({
        variant: written,
        pattern: new RegExp(`(?<=[\\u4e00-\\u9fff])${mark}(?=[\\u4e00-\\u9fff])`, 'gu'),
        written,
      })),
    ),
};

/** A 顿号 is put between a list and its 等. */
export const markBeforeDeng: Planter = {
  kind: '、 before 等',
  rule: 'deng-punctuation',
  propose: (source, random) =>
    random.some(
      source.lines.flatMap((line) =>
        line.prose
          ? [...line.text.matchAll(/、[\u4e00-\u9fff]{2,5}(?=等[\u4e00-\u9fff]{2})/gu)].flatMap((match) => {
              // 高等, 平等, 同等 are words.
              if (/[高平同中初何均优上下劣]$/u.test(match[0])) return [];
              const at = line.start + match.index + match[0].length;
              return [{ variant: '、等', edits: [edit(at, at, '、')], places: [{ start: at, end: at + 1 }] }];
            })
          : [],
      ),
      PER_VARIANT * 2,
    ),
};

function swapped(source: Source, random: Random, swaps: readonly Swap[]): Fault[] {
  return swaps.flatMap(({ variant, pattern, written }) =>
    random.some(
      source.lines.flatMap((line) =>
        line.prose && isHan(line.text.charAt(0))
          ? [...line.text.matchAll(pattern)].map((match) => {
              const start = line.start + match.index;
              const end = start + match[0].length;
              return {
                variant,
                edits: [edit(start, end, written)],
                places: [{ start: start - 1, end: end + 1 }],
              };
            })
          : [],
      ),
      PER_VARIANT,
    ),
  );
}
