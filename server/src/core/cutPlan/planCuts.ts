import type { CheckResult } from '../check.js';
import { DEFAULT_GUIDE, NO_WORDS, type Guide } from '../guide.js';
import { isStatute } from '../rules/repetition/statute.js';
import { CUT_KINDS, excludeOneAnother, isSure, type Cut } from './cut.js';
import { duplicateCuts } from './duplicates.js';
import { fillerCuts } from './fillers.js';
import { overShareCuts } from './overShare.js';
import { plannedSentences, type PlannedSentence } from './sentences.js';
import { soundCuts } from './soundness.js';
import { stockSentenceCuts } from './stockSentences.js';

/**
 * What can be left out of a checked draft, surest first and then by place. Any choice of cuts that do not exclude one
 * another can be made: a cut takes nothing that the draft counts, announces, quotes or owes its audience, leaves no
 * paragraph empty, and brings no error.
 */
export function planCuts({ draft, findings }: CheckResult, guide: Guide = DEFAULT_GUIDE): Cut[] {
  if (!draft.chinese || isStatute(draft)) return [];
  const words = guide.words ?? NO_WORDS;
  const sentences = plannedSentences(draft);
  const { cuts: duplicates, kept } = duplicateCuts(draft, findings, sentences);
  const cuts: Cut[] = [];
  const kinds = [
    duplicates,
    stockSentenceCuts(draft, words, sentences, kept),
    fillerCuts(draft, words, findings, sentences),
    overShareCuts(draft, findings, sentences, kept),
  ];
  for (const cut of kinds.flat().sort(bySureness)) {
    // A sentence that a surer cut takes is not offered again.
    const known = cuts.find((other) => excludeOneAnother(cut, other));
    if (known === undefined || (known.kind === 'filler' && cut.kind === 'over-share')) cuts.push(cut);
  }
  return soundCuts(draft, guide, withoutEmptied(cuts, sentences));
}

/**
 * Which cuts to make so that at least `excess` characters go: the sure ones in order, as many as are needed.
 * One flag a cut.
 */
export function chooseCuts(cuts: readonly Cut[], excess: number): boolean[] {
  const chosen: Cut[] = [];
  let left = excess;
  return cuts.map((cut) => {
    if (left <= 0 || !isSure(cut) || chosen.some((other) => excludeOneAnother(cut, other))) return false;
    chosen.push(cut);
    left -= cut.characters;
    return true;
  });
}

function bySureness(a: Cut, b: Cut): number {
  return (
    Number(b.sure) - Number(a.sure) ||
    CUT_KINDS.indexOf(a.kind) - CUT_KINDS.indexOf(b.kind) ||
    b.score - a.score ||
    (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0)
  );
}

/** Of cuts that would together empty a paragraph, the least sure is left out. */
function withoutEmptied(cuts: readonly Cut[], sentences: readonly PlannedSentence[]): Cut[] {
  const left = new Map<number, number>();
  for (const { paragraph } of sentences) left.set(paragraph.index, (left.get(paragraph.index) ?? 0) + 1);
  const byStart = new Map(sentences.map((sentence) => [sentence.start, sentence]));
  return cuts.filter((cut) => {
    const place = cut.places[0];
    const sentence = place === undefined ? undefined : byStart.get(place.start);
    if (sentence === undefined || place?.end !== sentence.end) return true;
    const rest = (left.get(sentence.paragraph.index) ?? 0) - 1;
    // A paragraph of one sentence goes by a cut of its own, with its line.
    if (rest === 0 && sentence.paragraph.analysis.sentences.length > 1) return false;
    left.set(sentence.paragraph.index, rest);
    return true;
  });
}
