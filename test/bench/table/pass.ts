import type { BenchCase } from '../benchCase.js';
import { figureOf, ratioOf, type Samples } from '../samples.js';

/** What `cases/pass.ts` measures; milliseconds. */
export interface PassFigures {
  readonly text: string;
  readonly characters: number;
  readonly segmenter: string;
  /** A full check of the text in other wording each time, and as it is. */
  readonly pass: Samples;
  readonly asItIs: Samples;
  /** A check without the rules that need words. */
  readonly structural: Samples;
  /** nodejieba's `cut(text)` and `cut(text, true)`; absent where it cannot be loaded. */
  readonly cut?: Samples;
  readonly cutStrict?: Samples;
}

export const pass: BenchCase<PassFigures> = {
  name: 'pass',
  about: ({ text, characters, segmenter }) =>
    `A full check of ${text}, ${characters} characters, words by ${segmenter}, warmed, no cache`,
  details: (figures) => [
    { what: 'full check, other wording every time', samples: figures.pass },
    { what: 'full check, the text as it is', samples: figures.asItIs },
    { what: 'check without words', samples: figures.structural },
    { what: 'nodejieba cut(text)', samples: figures.cut },
    { what: 'nodejieba cut(text, true)', samples: figures.cutStrict },
  ],
  rows: [
    {
      id: 'check-to-cut',
      what: 'a full check of the draft, to nodejieba’s cut of it',
      bar: 2,
      unit: '×',
      // The slower of our two by the faster of its two ways.
      figure: ({ pass: varied, asItIs, cut, cutStrict }) => {
        if (cut === undefined || cutStrict === undefined) return undefined;
        const base = figureOf(cut).value < figureOf(cutStrict).value ? cut : cutStrict;
        const [one, other] = [ratioOf(varied, base), ratioOf(asItIs, base)];
        return one.value > other.value ? one : other;
      },
    },
  ],
};
