import { edit, type Planter } from '../fault.js';
import { PAIRS } from './typoPairs.js';

const PER_TEXT = 8;

/** A word is written with a wrong character, as input methods and habit produce it. */
export const typo: Planter = {
  kind: 'typo',
  rule: 'confusable-word',
  propose(source, random) {
    return random.some(
      source.lines.flatMap((line) =>
        line.prose
          ? PAIRS.flatMap(([right, wrong]) =>
              [...line.text.matchAll(new RegExp(right, 'gu'))].map((match) => {
                const start = line.start + match.index;
                const end = start + match[0].length;
                return { variant: wrong, edits: [edit(start, end, wrong)], places: [{ start, end }] };
              }),
            )
          : [],
      ),
      PER_TEXT,
    );
  },
};
