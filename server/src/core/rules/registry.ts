import { announcedCount } from './announced-count.js';
import { colonNesting } from './colon-nesting.js';
import { confusableWord } from './confusable-word.js';
import { dateWeekday } from './date-weekday.js';
import { dengPunctuation } from './deng-punctuation.js';
import { doubledWord } from './doubled-word.js';
import { dunhaoMisuse } from './dunhao-misuse.js';
import { dunhaoOverload } from './dunhao-overload.js';
import { duplicatePunctuation } from './duplicate-punctuation.js';
import { halfwidthPunctuation } from './halfwidth-punctuation.js';
import { headingEndPunctuation } from './heading-end-punctuation.js';
import { headingPatternBroken } from './heading-pattern-broken.js';
import { headingTooLong } from './heading-too-long.js';
import { lightVerb } from './light-verb.js';
import { nearDuplicate } from './near-duplicate.js';
import { numberStyleMixed } from './number-style-mixed.js';
import { ordinalLevelMixed } from './ordinal-level-mixed.js';
import { ordinalPunctuation } from './ordinal-punctuation.js';
import { ordinalSequence } from './ordinal-sequence.js';
import { overusedWord } from './overused-word.js';
import { paragraphTooLong } from './paragraph-too-long.js';
import { placeholderLeft } from './placeholder-left.js';
import { pleonasm } from './pleonasm.js';
import { quoteDunhao } from './quote-dunhao.js';
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
import { unexplainedShorthand } from './unexplained-shorthand.js';
import { unpairedPunctuation } from './unpaired-punctuation.js';
import { vagueQuantifier } from './vague-quantifier.js';

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
  stockPhrase,
  speechLength,
  headingTooLong,
  dunhaoMisuse,
  lightVerb,
  pleonasm,
  repeatedOpening,
  overusedWord,
  termInconsistent,
  numberStyleMixed,
  ordinalLevelMixed,
  ordinalPunctuation,
  dunhaoOverload,
  colonNesting,
  halfwidthPunctuation,
  duplicatePunctuation,
  dengPunctuation,
  headingEndPunctuation,
  quoteDunhao,
  vagueQuantifier,
  nearDuplicate,
  repeatedFrame,
  doubledWord,
  unexplainedShorthand,
  dateWeekday,
  headingPatternBroken,
];
