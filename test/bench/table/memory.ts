import type { BenchCase } from '../benchCase.js';
import { ratioOf, type Samples } from '../samples.js';

/** What `cases/memory.ts` measures: megabytes resident. */
export interface MemoryFigures {
  /** The server with one draft open, before it loads its words. */
  readonly structural: Samples;
  /** The same server after it loaded them and the draft was edited. */
  readonly edited: Samples;
  /** A process that loaded nodejieba with its full dictionary; absent where it cannot be loaded. */
  readonly dictionary?: Samples;
}

export const memory: BenchCase<MemoryFigures> = {
  name: 'memory',
  about: () => 'Memory of the server with one draft open',
  needsBuild: true,
  details: (figures) => [
    { what: 'a process that loaded the full dictionary', samples: figures.dictionary, unit: 'MB' },
    { what: 'server before it loads its words', samples: figures.structural, unit: 'MB' },
    { what: 'server with its words, after edits', samples: figures.edited, unit: 'MB' },
  ],
  rows: [
    {
      id: 'memory-to-dictionary',
      what: 'memory of the server with one draft open, to that of a process that loaded nodejieba’s full dictionary',
      bar: 1,
      unit: '×',
      figure: ({ edited, dictionary }) =>
        dictionary === undefined ? undefined : ratioOf(edited, dictionary),
    },
  ],
};
