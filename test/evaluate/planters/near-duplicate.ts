import { edit, type Fault, type Planter } from '../fault.js';
import type { Random } from '../random.js';
import { countHan, sentencesOf } from '../source.js';

const PER_TEXT = 4;
/** Han characters of the original, and of the copy when a clause has been dropped. */
const SHORTEST = 30;
const SHORTEST_COPY = 22;
const APART = 4;

/** Words that writers swap when they paste a sentence and want it to look new. */
const SWAPS: readonly (readonly [string, string])[] = [
  ['加强', '强化'],
  ['推进', '推动'],
  ['提高', '提升'],
  ['完善', '健全'],
  ['重要', '关键'],
  ['全面', '深入'],
  ['加快', '抓紧'],
  ['群众', '百姓'],
  ['问题', '难题'],
  ['建立', '设立'],
  ['支持', '扶持'],
  ['开展', '组织'],
  ['保障', '保证'],
  ['知道', '晓得'],
  ['时候', '时分'],
  ['没有', '未曾'],
];

/** A sentence is copied to the end of another paragraph with one word swapped or one clause dropped. */
export const nearDuplicate: Planter = {
  kind: 'sentence pasted with a change',
  rule: 'near-duplicate',
  propose(source, random) {
    const lines = source.lines.slice(2, -2).filter((line) => line.prose && line.text.endsWith('。'));
    const sentences = lines.flatMap((line, index) =>
      sentencesOf(line).map((span) => ({
        span,
        index,
        text: source.text.slice(span.start, span.end).trim(),
      })),
    );
    const worthy = sentences.filter(
      ({ text }) =>
        text.endsWith('。') &&
        countHan(text.replace(/“[^”]*”|《[^》]*》|（[^）]*）/gu, '')) >= SHORTEST &&
        !/^(?:[“（]|第?[一二三四五六七八九十百]{1,5}[、，是要条])/u.test(text) &&
        source.text.indexOf(text) === source.text.lastIndexOf(text) &&
        !/[“”（）《》]/u.test(text.replace(/“[^”]*”|《[^》]*》|（[^）]*）/gu, '')),
    );
    return random.some(worthy, PER_TEXT).flatMap(({ span, index, text }) => {
      const target = random.one(lines.filter((_, other) => Math.abs(other - index) >= APART));
      if (target === undefined) return [];
      return [wordSwapped(text, random), clauseDropped(text, random)].flatMap((copy): Fault[] =>
        copy === undefined
          ? []
          : [
              {
                variant: copy.variant,
                edits: [edit(target.end, target.end, copy.text)],
                places: [span, { start: target.end, end: target.end }],
              },
            ],
      );
    });
  },
};

interface Copy {
  readonly variant: string;
  readonly text: string;
}

function wordSwapped(text: string, random: Random): Copy | undefined {
  const swap = random.one(SWAPS.filter(([word]) => text.includes(word)));
  if (swap === undefined) return undefined;
  const [word, other] = swap;
  return { variant: 'word swapped', text: text.replace(word, other) };
}

function clauseDropped(text: string, random: Random): Copy | undefined {
  const clauses = text.slice(0, -1).split('，');
  if (clauses.length < 3 || /[“”（）《》；：]/u.test(text)) return undefined;
  const dropped = 1 + random.below(clauses.length - 1);
  const copy = `${clauses.filter((_, index) => index !== dropped).join('，')}。`;
  // What is left must be the better part of the sentence, or the two are different sentences.
  if (countHan(copy) < SHORTEST_COPY || countHan(copy) * 3 < countHan(text) * 2) return undefined;
  return { variant: 'clause dropped', text: copy };
}
