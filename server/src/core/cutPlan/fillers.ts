import type { Draft } from '../draft/model.js';
import type { Edit, Finding } from '../finding.js';
import type { GuideWords } from '../guide.js';
import { PURE_ADVERBS } from '../lexicon/emptyModifiers.js';
import { GOVERNING_VERBS } from '../lexicon/overworkedWords.js';
import { pleonasm } from '../rules/pleonasm.js';
import { repeatedWord } from '../rules/repeated-word.js';
import { stockWordsOf } from '../rules/style/stockWords.js';
import { countCharacters } from '../text/characters.js';
import { overlaps } from '../text/span.js';
import { wordingOf } from '../text/wording.js';
import type { Cut } from './cut.js';
import { sentenceAt, type PlannedSentence } from './sentences.js';

/** Where an adverb heads its clause, so that its verb can do without it. */
const HEADS_CLAUSE = /(?:^|[，。；：！？]|[们要须应需将会能上都也还且并而再就为以来]|必须|继续)$/u;

/** A change that shortens a sentence, and the words that it takes away. */
interface Shortening {
  readonly edit: Edit;
  readonly word: string;
}

/** Words without which a sentence says the same: emphatic adverbs before their verbs, and what is said twice. */
export function fillerCuts(
  draft: Draft,
  words: GuideWords,
  findings: readonly Finding[],
  sentences: readonly PlannedSentence[],
): Cut[] {
  const found = new Map<PlannedSentence, Shortening[]>();
  const note = (shortening: Shortening): void => {
    const sentence = sentenceAt(sentences, shortening.edit.span.start);
    if (sentence === undefined || shortening.edit.span.end > sentence.end) return;
    const known = found.get(sentence);
    if (known === undefined) found.set(sentence, [shortening]);
    else if (!known.some(({ edit }) => overlaps(edit.span, shortening.edit.span))) known.push(shortening);
  };
  for (const shortening of mended(draft, findings)) note(shortening);
  for (const shortening of adverbs(draft, words)) note(shortening);
  return [...found].map(([, shortenings]) => toCut(draft, shortenings));
}

/** What the rules on doubled meaning and doubled modifiers would strike out. */
function* mended(draft: Draft, findings: readonly Finding[]): Generator<Shortening> {
  for (const { rule, fixes } of findings) {
    const [edit, ...more] = fixes[0]?.edits ?? [];
    if ((rule !== pleonasm.id && rule !== repeatedWord.id) || edit === undefined || more.length > 0) continue;
    const word = draft.text.slice(edit.span.start, edit.span.end);
    if (countCharacters(edit.text) < countCharacters(word)) yield { edit, word };
  }
}

/** Emphatic adverbs that head a clause and stand right before a verb that governs it. */
function* adverbs(draft: Draft, words: GuideWords): Generator<Shortening> {
  const { offsets } = wordingOf(draft);
  const found = stockWordsOf(draft, words).filter(({ text }) => PURE_ADVERBS.has(text));
  const safe = found.filter(({ start, end, at }) => {
    const { text } = at.paragraph;
    const from = offsets[start] ?? 0;
    const to = (offsets[end - 1] ?? 0) + 1;
    return (
      to - from === end - start &&
      GOVERNING_VERBS.has(text.slice(to, to + 2)) &&
      HEADS_CLAUSE.test(text.slice(at.sentence.start, from))
    );
  });
  for (const { start, end, at, text } of safe) {
    // Where one adverb heads several clauses on purpose, all of them can go or none.
    const parallel = (all: typeof found): number =>
      all.filter((other) => other.at === at && other.text === text).length;
    if (parallel(safe) !== parallel(found)) continue;
    const span = at.paragraph.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
    if (span.end - span.start === end - start) yield { edit: { span, text: '' }, word: text };
  }
}

function toCut(draft: Draft, shortenings: readonly Shortening[]): Cut {
  const ordered = shortenings.toSorted((a, b) => a.edit.span.start - b.edit.span.start);
  const edits = ordered.map(({ edit }) => edit);
  const struck = [...new Set(ordered.filter(({ edit }) => edit.text === '').map(({ word }) => word))];
  const shortened = ordered.filter(({ edit }) => edit.text !== '');
  return {
    kind: 'filler',
    edits,
    places: edits.map(({ span }) => span),
    characters: edits.reduce(
      (sum, { span, text }) =>
        sum + countCharacters(draft.text.slice(span.start, span.end)) - countCharacters(text),
      0,
    ),
    reason: {
      zh: `${[
        ...struck.map((word) => `去掉“${word}”`),
        ...shortened.map(({ word, edit }) => `“${word}”改成“${edit.text}”`),
      ].join('、')}，意思不变。`,
      en: `${[
        ...struck.map((word) => `Without “${word}”`),
        ...shortened.map(({ word, edit }) => `With “${edit.text}” for “${word}”`),
      ].join(', ')} it says the same.`,
    },
    score: Math.min(1, edits.length / 10),
  };
}
