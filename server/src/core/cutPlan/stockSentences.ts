import type { Draft } from '../draft/model.js';
import type { GuideWords } from '../guide.js';
import { stockWordsOf, type StockWord } from '../rules/style/stockWords.js';
import { wordingOf } from '../text/wording.js';
import type { Cut } from './cut.js';
import { tellsFact } from './facts.js';
import { sentenceRemoval } from './removal.js';
import { sentenceAt, type PlannedSentence } from './sentences.js';

/** So much of a sentence's wording must be stock phrases. */
const SHARE = 0.4;

/** Fewer stock phrases make no stock sentence. */
const FEWEST = 3;

/** Most stock phrases that a reason names. */
const NAMED = 4;

/** The sentences that say little but stock phrases. */
export function stockSentenceCuts(
  draft: Draft,
  words: GuideWords,
  sentences: readonly PlannedSentence[],
  kept: ReadonlySet<PlannedSentence>,
): Cut[] {
  const wording = wordingOf(draft);
  const cuts: Cut[] = [];
  for (const [at, places] of bySentence(stockWordsOf(draft, words))) {
    const share = places.reduce((sum, { start, end }) => sum + end - start, 0) / (at.end - at.start);
    if (places.length < FEWEST || share < SHARE) continue;
    const offset = wording.offsets[at.start] ?? 0;
    const sentence = sentenceAt(sentences, at.paragraph.span(offset, offset + 1).start);
    if (sentence?.free !== true || !sentence.loose || kept.has(sentence) || tellsFact(sentence.text))
      continue;
    const edit = sentenceRemoval(draft, sentence);
    if (edit === undefined) continue;
    const named = [...new Set(places.map(({ text }) => text))].slice(0, NAMED).join('、');
    cuts.push({
      kind: 'stock-sentence',
      sure: true,
      edits: [edit],
      places: [{ start: sentence.start, end: sentence.end }],
      characters: sentence.sentence.characters,
      reason: {
        zh: `整句差不多都是套话（${named}），删了也不影响意思。`,
        en: `Little but stock phrases (${named}); nothing is lost without it.`,
      },
      score: Math.min(1, share),
    });
  }
  return cuts;
}

function bySentence(found: readonly StockWord[]): Map<StockWord['at'], StockWord[]> {
  const sentences = new Map<StockWord['at'], StockWord[]>();
  for (const word of found) {
    const places = sentences.get(word.at);
    if (places === undefined) sentences.set(word.at, [word]);
    else places.push(word);
  }
  return sentences;
}
