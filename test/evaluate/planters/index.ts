import type { Planter } from '../fault.js';
import { announcedCount } from './announced-count.js';
import { doubledModifier } from './doubled-modifier.js';
import { lostMark } from './lost-mark.js';
import { doubledOrdinal, lostOrdinal } from './ordinals.js';
import { pastedSentence } from './pasted-sentence.js';
import { placeholder } from './placeholder.js';
import { joinedParagraphs, joinedSentences } from './run-together.js';
import { straySpace } from './stray-space.js';

/** Every kind of fault, in the order of the output. */
export const planters: readonly Planter[] = [
  announcedCount,
  lostOrdinal,
  doubledOrdinal,
  pastedSentence,
  lostMark,
  straySpace,
  placeholder,
  joinedParagraphs,
  joinedSentences,
  doubledModifier,
];
