import { edit, type Fault, type Planter } from '../fault.js';
import { pairsOf, sentenceAt, type Source } from '../source.js';

const PER_TEXT = 4;
const OPENING = ['“', '（', '《', '‘'];

/** One of a pair of marks is deleted. */
export const lostMark: Planter = {
  kind: 'mark lost',
  rule: 'unpaired-punctuation',
  propose(source, random) {
    const all = losses(source);
    return OPENING.flatMap((mark) =>
      ['opening', 'closing'].flatMap((which) =>
        random.some(
          all.filter(({ variant }) => variant.startsWith(`${mark} ${which}`)),
          PER_TEXT,
        ),
      ),
    );
  },
};

function losses(source: Source): Fault[] {
  return source.lines.flatMap((line, index) => {
    const pairs = line.prose ? pairsOf(line) : undefined;
    if (pairs === undefined) return [];
    const previous = source.lines[index - 1];
    const next = source.lines[index + 1];
    // A quotation that runs on from the paragraph before, or into the next, is lawful without its mark.
    const runsOn = previous !== undefined && pairsOf(previous) === undefined;
    const runsInto = next !== undefined && /^[“‘]/u.test(next.text);
    return pairs.flatMap(({ open, close, depth }) => {
      const mark = source.text.charAt(open);
      const nested = depth > 0 ? ', nested' : '';
      const partner = (at: number) => ({ start: at, end: at + 1 });
      const faults: Fault[] = [];
      if (!runsOn) {
        faults.push({
          variant: `${mark} opening${nested}`,
          edits: [edit(open, open + 1, '')],
          places: [sentenceAt(line, open), partner(close)],
        });
      }
      if (!runsInto) {
        faults.push({
          variant: `${mark} closing${nested}`,
          edits: [edit(close, close + 1, '')],
          places: [sentenceAt(line, close), partner(open)],
        });
      }
      return faults;
    });
  });
}
