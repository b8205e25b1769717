import type { DraftReport } from '../core/report/draftReport.js';
import type { Part, Rendering } from './rendering.js';
import { figuresPart } from './sections/figures.js';
import { paragraphLengthsPart } from './sections/paragraphLengths.js';
import { repetitionsPart } from './sections/repetitions.js';
import { ruleFindingsPart } from './sections/ruleFindings.js';
import { sectionMinutesPart } from './sections/sectionMinutes.js';
import { sentenceLengthsPart } from './sections/sentenceLengths.js';
import { stockPhrasesPart } from './sections/stockPhrases.js';
import { wordUsePart } from './sections/wordUse.js';

/** The sections of the report on one draft, in order. */
export function partsOf(report: DraftReport, rendering: Rendering): readonly Part[] {
  return [
    figuresPart,
    ruleFindingsPart,
    paragraphLengthsPart,
    sentenceLengthsPart,
    sectionMinutesPart,
    repetitionsPart,
    stockPhrasesPart,
    wordUsePart,
  ].map((section) => section(report, rendering));
}
