import type { BenchCase } from '../benchCase.js';
import { ratioOf, type Samples } from '../samples.js';

/** What `cases/words.ts` measures; milliseconds. */
export interface WordsFigures {
  /** From the server's start to the first findings that need words. */
  readonly total: Samples;
  /** A process that loads nodejieba with its full dictionary; absent where it cannot be loaded. */
  readonly dictionary?: Samples;
}

export const words: BenchCase<WordsFigures> = {
  name: 'words',
  about: () => 'Findings that need words, server process started fresh',
  needsBuild: true,
  details: (figures) => [
    { what: 'a process that loads the full dictionary', samples: figures.dictionary },
    { what: 'process start to findings about words', samples: figures.total },
  ],
  rows: [
    {
      id: 'open-to-words',
      what: 'from opening the editor to the first word-based findings, to a process that loads nodejieba’s full dictionary',
      bar: 1.2,
      unit: '×',
      figure: ({ total, dictionary }) => (dictionary === undefined ? undefined : ratioOf(total, dictionary)),
    },
  ],
};
