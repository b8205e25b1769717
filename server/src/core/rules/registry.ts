import { announcedCount } from './announced-count.js';
import { ordinalSequence } from './ordinal-sequence.js';
import { paragraphTooLong } from './paragraph-too-long.js';
import { confusableWord } from './confusable-word.js';
import { placeholderLeft } from './placeholder-left.js';
import { repeatedPhrase } from './repeated-phrase.js';
import { repeatedWord } from './repeated-word.js';
import type { Rule } from './rule.js';
import { sentenceTooLong } from './sentence-too-long.js';
import { speechLength } from './speech-length.js';
import { straySpace } from './stray-space.js';
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
  confusableWord,
  speechLength,
];
