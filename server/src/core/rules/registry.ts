import { announcedCount } from './announced-count.js';
import { nearDuplicate } from './near-duplicate.js';
import { ordinalSequence } from './ordinal-sequence.js';
import { overusedWord } from './overused-word.js';
import { paragraphTooLong } from './paragraph-too-long.js';
import { placeholderLeft } from './placeholder-left.js';
import { repeatedFrame } from './repeated-frame.js';
import { repeatedOpening } from './repeated-opening.js';
import { repeatedPhrase } from './repeated-phrase.js';
import { repeatedWord } from './repeated-word.js';
import type { Rule } from './rule.js';
import { sentenceTooLong } from './sentence-too-long.js';
import { speechLength } from './speech-length.js';
import { stockPhrase } from './stock-phrase.js';
import { straySpace } from './stray-space.js';
import { termInconsistent } from './term-inconsistent.js';
import { unpairedPunctuation } from './unpaired-punctuation.js';

/** Every rule, in the order of the docs. A bundler cannot follow a directory scan, so each is named here. */
export const rules: readonly Rule[] = [
  paragraphTooLong,
  sentenceTooLong,
  announcedCount,
  ordinalSequence,
  unpairedPunctuation,
  placeholderLeft,
  repeatedPhrase,
  repeatedWord,
  straySpace,
  stockPhrase,
  speechLength,
  repeatedOpening,
  overusedWord,
  termInconsistent,
  nearDuplicate,
  repeatedFrame,
];
