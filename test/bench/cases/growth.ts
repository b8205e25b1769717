// Time per character when the draft is longer: other wording in each copy, and word for word.
import { checkDraft } from '../../../server/src/core/check.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, quick, rounds, time } from '../measure.js';
import type { GrowthFigures } from '../table/growth.js';
import { benchText, lengthened, varied, warmUpTexts } from '../texts.js';

/** How many copies the longest draft holds, and the one between. */
const MOST = quick ? 4 : 100;
const SOME = quick ? 2 : 10;
/** Short drafts measured before each long one: one alone would be at the mercy of a moment. */
const SHORT_RUNS = rounds(10);

const { segmenter } = loadSegmenter();
const { text } = benchText();
const check = (draft: string) => checkDraft(draft, { format: 'plain', segmenter });
for (let i = 0; i < rounds(3); i++) for (const other of warmUpTexts()) check(other);

const once: number[] = [];
const some: number[] = [];
const most: number[] = [];
const verbatim: number[] = [];
let turn = 0;
for (let run = 0; run < rounds(5); run++) {
  once.push(middle(Array.from({ length: SHORT_RUNS }, () => perCharacter(varied(text, ++turn)))));
  some.push(middle(Array.from({ length: rounds(3) }, () => perCharacter(lengthened(text, SOME, ++turn)))));
  verbatim.push(perCharacter(`${varied(text, ++turn)}\n`.repeat(SOME)));
  most.push(perCharacter(lengthened(text, MOST, ++turn)));
}

const long = lengthened(text, MOST, turn);
const [fresh = []] = freshFindings([long]);
requireFresh('growth', check(long).findings, fresh);
emit({
  characters: text.length,
  some: SOME,
  most: MOST,
  once,
  longer: some,
  longest: most,
  verbatim,
} satisfies GrowthFigures);

/** Microseconds a character. */
function perCharacter(draft: string): number {
  return (time(() => check(draft)) * 1000) / draft.length;
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
