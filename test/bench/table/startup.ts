import type { BenchCase } from '../benchCase.js';
import { ratioOf, type Samples } from '../samples.js';

/** What `cases/startup.ts` measures; milliseconds. */
export interface StartupFigures {
  /** `node -e 0`, from start to end. */
  readonly node: Samples;
  /** From the server's start to its being initialized, from there to the first findings, and both together. */
  readonly initialized: Samples;
  readonly opened: Samples;
  readonly total: Samples;
}

export const startup: BenchCase<StartupFigures> = {
  name: 'startup',
  about: () => 'Opening a draft, server process started fresh',
  needsBuild: true,
  details: (figures) => [
    { what: 'node -e 0', samples: figures.node },
    { what: 'process start to initialized', samples: figures.initialized },
    { what: 'didOpen to first findings', samples: figures.opened },
    { what: 'process start to first findings', samples: figures.total },
  ],
  rows: [
    {
      id: 'open-to-structural',
      what: 'from opening the editor to the first structural findings, server start included, to `node -e 0`',
      bar: 4,
      unit: '×',
      figure: ({ node, total }) => ratioOf(total, node),
    },
  ],
};
