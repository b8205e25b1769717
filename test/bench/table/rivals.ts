import type { BenchCase } from '../benchCase.js';
import { ratioOf, type Samples } from '../samples.js';

type Checker = 'ours' | 'zhlint' | 'autocorrect' | 'textlint';

/** What `cases/rivals.ts` measures; milliseconds. */
export interface RivalsFigures {
  readonly text: string;
  /** Absent where the other checkers could not be installed. */
  readonly rivals?: Readonly<Record<Checker, Samples>> & {
    /** With their versions. */
    readonly names: Readonly<Record<Exclude<Checker, 'ours'>, string>>;
    /** How much each found in the last text. */
    readonly found: Readonly<Record<Checker, number>>;
  };
}

export const rivals: BenchCase<RivalsFigures> = {
  name: 'rivals',
  about: ({ text }) => `A full check beside other checkers, on ${text} in other wording every time`,
  details: ({ rivals: figures }) => {
    if (figures === undefined) return [{ what: 'other checkers', samples: undefined }];
    const detail = (what: string, checker: Checker) => ({
      what,
      samples: figures[checker],
      note: `${figures.found[checker]} findings`,
    });
    return [
      detail('full check', 'ours'),
      detail(figures.names.zhlint, 'zhlint'),
      detail(figures.names.autocorrect, 'autocorrect'),
      detail(figures.names.textlint, 'textlint'),
    ];
  },
  rows: [
    {
      id: 'check-to-zhlint',
      what: 'a full check of the draft, to zhlint’s',
      bar: 1 / 3,
      unit: '×',
      figure: ({ rivals: figures }) => figures && ratioOf(figures.ours, figures.zhlint),
    },
  ],
};
