import { availableParallelism } from 'node:os';
import type { BenchCase } from '../benchCase.js';
import { ratioOf, figureOf, type Samples } from '../samples.js';

/** What `cases/bulk.ts` measures; milliseconds. */
export interface BulkFigures {
  readonly drafts: number;
  readonly commandLine: Samples;
  readonly server: Samples;
  /** From each question to its answer, while the server checked. */
  readonly hovers: Samples;
  /** One process that only reads, decodes and cuts; absent where nodejieba is missing. */
  readonly cut?: Samples;
}

/** Twice the process that only cuts, divided by the cores, of which no more than eight are used. */
const BAR = 2 / Math.min(availableParallelism(), 8);

export const bulk: BenchCase<BulkFigures> = {
  name: 'bulk',
  about: ({ drafts }) =>
    `${drafts} drafts by the command line and by the server, on ${availableParallelism()} cores`,
  needsBuild: true,
  details: ({ commandLine, server, hovers, cut }) => [
    { what: 'one process that reads, decodes and cuts', samples: cut },
    { what: 'our command line, process included', samples: commandLine },
    { what: 'bulk check of a server that runs', samples: server },
    { what: 'a hover meanwhile', samples: hovers, note: `slowest ${Math.max(...hovers).toFixed(1)} ms` },
  ],
  rows: [
    {
      id: 'bulk-command-line',
      what: '1,000 drafts by the command line, to one process that reads, decodes and cuts them',
      bar: BAR,
      unit: '×',
      figure: ({ commandLine, cut }) => cut && ratioOf(commandLine, cut),
    },
    {
      id: 'bulk-server',
      what: '1,000 drafts by the editor’s bulk check, to the same',
      bar: BAR,
      unit: '×',
      figure: ({ server, cut }) => cut && ratioOf(server, cut),
    },
    {
      id: 'bulk-hover',
      what: 'the slowest hover during that check',
      bar: 50,
      unit: 'ms',
      figure: ({ hovers }) => figureOf([Math.max(...hovers)]),
    },
  ],
};
