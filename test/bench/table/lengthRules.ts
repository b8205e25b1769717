import type { BenchCase } from '../benchCase.js';
import { ratioOf, type Samples } from '../samples.js';

/** What `cases/lengthRules.ts` measures; milliseconds for all drafts. */
export interface LengthRulesFigures {
  readonly drafts: number;
  /** Absent where textlint could not be installed. */
  readonly rivals?: {
    /** With its version. */
    readonly name: string;
    readonly ours: Samples;
    readonly theirs: Samples;
  };
}

export const lengthRules: BenchCase<LengthRulesFigures> = {
  name: 'lengthRules',
  about: ({ drafts }) =>
    `${drafts} drafts: all our rules by the command line, textlint’s rule on lengths alone`,
  needsBuild: true,
  details: ({ rivals }) => [
    { what: 'our command line, process included', samples: rivals?.ours },
    { what: rivals?.name ?? 'textlint', samples: rivals?.theirs, note: 'warm, in this process' },
  ],
  rows: [
    {
      id: 'folder-to-textlint',
      what: '1,000 drafts by the command line with all rules, to textlint’s rule on lengths alone',
      bar: 1 / 10,
      unit: '×',
      figure: ({ rivals }) => rivals && ratioOf(rivals.ours, rivals.theirs),
    },
  ],
};
