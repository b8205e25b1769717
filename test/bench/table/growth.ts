import type { BenchCase } from '../benchCase.js';
import { ratioOf, type Samples } from '../samples.js';

/** What `cases/growth.ts` measures; microseconds a character. */
export interface GrowthFigures {
  /** Of the draft once. */
  readonly characters: number;
  /** How many copies the longer drafts hold. */
  readonly some: number;
  readonly most: number;
  readonly once: Samples;
  /** With other wording in each copy. */
  readonly longer: Samples;
  readonly longest: Samples;
  /** `some` copies word for word. */
  readonly verbatim: Samples;
}

export const growth: BenchCase<GrowthFigures> = {
  name: 'growth',
  about: ({ characters, most }) =>
    `Growth: microseconds a character, ${characters} characters once to ${most} times`,
  details: ({ some, most, ...figures }) => [
    { what: 'the draft', samples: figures.once, unit: 'µs' },
    { what: `${some} times as long, other wording`, samples: figures.longer, unit: 'µs' },
    { what: `${most} times as long, other wording`, samples: figures.longest, unit: 'µs' },
    { what: `${some} times as long, word for word`, samples: figures.verbatim, unit: 'µs' },
  ],
  rows: [
    {
      id: 'growth-hundredfold',
      what: 'a character of a draft a hundred times as long, to one of the draft',
      bar: 1.3,
      unit: '×',
      figure: ({ once, longest }) => ratioOf(longest, once),
    },
    {
      id: 'growth-tenfold',
      what: 'a character of a draft ten times as long, to one of the draft',
      bar: 1.3,
      unit: '×',
      figure: ({ once, longer }) => ratioOf(longer, once),
    },
    {
      id: 'growth-verbatim',
      what: 'the same where the copies are word for word, so that every one is a finding',
      bar: 4,
      unit: '×',
      figure: ({ once, verbatim }) => ratioOf(verbatim, once),
    },
  ],
};
