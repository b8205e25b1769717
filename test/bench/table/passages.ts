import type { BenchCase } from '../benchCase.js';
import { ratioOf, type Samples } from '../samples.js';

/** What `cases/passages.ts` measures; milliseconds. */
export interface PassagesFigures {
  readonly drafts: number;
  readonly compare: Samples;
  /** Of a quarter of the drafts, for as many as all. */
  readonly quarter: Samples;
  /** One process that only reads, decodes and cuts; absent where nodejieba is missing. */
  readonly cut?: Samples;
}

export const passages: BenchCase<PassagesFigures> = {
  name: 'passages',
  about: ({ drafts }) =>
    `the passages that ${drafts} versions of one draft have in common, by the command line`,
  needsBuild: true,
  details: ({ compare, quarter, cut }) => [
    { what: 'one process that reads, decodes and cuts', samples: cut },
    { what: 'comparing, process included', samples: compare },
    { what: 'comparing a quarter of them, times four', samples: quarter },
  ],
  rows: [
    {
      id: 'passages',
      what: 'passages that 1,000 drafts share, to one process that reads, decodes and cuts them',
      bar: 10,
      unit: '×',
      figure: ({ compare, cut }) => cut && ratioOf(compare, cut),
    },
    {
      id: 'passages-growth',
      what: 'the same for each draft, to a quarter of the drafts',
      bar: 1.3,
      unit: '×',
      figure: ({ compare, quarter }) => ratioOf(compare, quarter),
    },
  ],
};
