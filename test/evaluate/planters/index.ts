import type { Planter } from '../fault.js';
import { announcedCount } from './announced-count.js';
import { wrongDate } from './dates.js';
import { doubledModifier } from './doubled-modifier.js';
import { doubledWord } from './doubled-word.js';
import { headingEnd } from './heading-end.js';
import { lostMark } from './lost-mark.js';
import { doubledMark, dunhaoMisused, halfWidth, markBeforeDeng } from './marks.js';
import { nearDuplicate } from './near-duplicate.js';
import { ordinalMark } from './ordinal-mark.js';
import { doubledOrdinal, lostOrdinal } from './ordinals.js';
import { pastedSentence } from './pasted-sentence.js';
import { placeholder } from './placeholder.js';
import { pleonasm } from './pleonasm.js';
import { joinedParagraphs, joinedSentences } from './run-together.js';
import { straySpace } from './stray-space.js';
import { typo } from './typo.js';

/** Every kind of fault, in the order of the output. */
export const planters: readonly Planter[] = [
  announcedCount,
  lostOrdinal,
  doubledOrdinal,
  ordinalMark,
  pastedSentence,
  nearDuplicate,
  lostMark,
  straySpace,
  halfWidth,
  doubledMark,
  dunhaoMisused,
  markBeforeDeng,
  placeholder,
  typo,
  doubledWord,
  pleonasm,
  wrongDate,
  joinedParagraphs,
  joinedSentences,
  doubledModifier,
  headingEnd,
];
