import { isLead } from '../draft/cohesion.js';
import type { Draft } from '../draft/model.js';
import type { Edit, Finding } from '../finding.js';
import type { GuideWords } from '../guide.js';
import { EMPTY_MODIFIERS, PURE_ADVERBS } from '../lexicon/emptyModifiers.js';
import { FIXED_TERMS } from '../lexicon/fixedTerms.js';
import { GOVERNING_VERBS } from '../lexicon/overworkedWords.js';
import { pleonasm } from '../rules/pleonasm.js';
import { repeatedWord } from '../rules/repeated-word.js';
import { stockWordsOf } from '../rules/style/stockWords.js';
import { countCharacters } from '../text/characters.js';
import { codesOf } from '../text/codes.js';
import { compileMatcher, type Matcher } from '../text/matcher.js';
import { overlaps } from '../text/span.js';
import { wordingOf } from '../text/wording.js';
import type { Cut } from './cut.js';
import { sentenceAt, type PlannedSentence } from './sentences.js';

/** Where an adverb heads its clause, so that its verb can do without it; 效能, 社会 and their like end a noun. */
const HEADS_CLAUSE =
  /(?:^|[，。；：！？]|[们要须应需将上也还且并而再就以]|(?<![效功职动才智潜产技机性可])能|(?<![社大协机员议委全两])会|(?<!首)都|(?<![作行])为|(?<!未)来|必须|继续)$/u;

/** What takes a stand: without it a sentence says less. */
const STANDS: ReadonlySet<string> = new Set(['坚决']);

/** So many clauses in a row that begin with adverbs are a parallelism. */
const PARALLEL_MIN = 3;

/** Characters of the verb that follows an adverb. */
const VERB_LENGTH = 2;

const MODIFIERS: ReadonlySet<string> = new Set(EMPTY_MODIFIERS);

/** How a clause opens that an adverb heads. */
const ADVERB_OPENING = new RegExp(
  `^[\\s\u3000]*(?:[要须应还再并]|必须|继续|要把)?(${EMPTY_MODIFIERS.join('|')}|持续|自觉|主动|严格|广泛|稳步|牢牢|坚定|始终|统筹|精准|着眼|加快)(?!的)`,
  'u',
);

let fixed: Matcher | undefined;

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
  fixed ??= compileMatcher(FIXED_TERMS.map(bare));
  const own = compileMatcher(words.fixedTerms.map(bare));
  return [...found].flatMap(([sentence, shortenings]) => {
    const kept = inRhythm(sentence, shortenings, (text) => holdsAny(fixed, text) || holdsAny(own, text));
    return kept.length === 0 ? [] : [toCut(draft, kept)];
  });
}

/**
 * The shortenings that leave no half of a parallelism: of three clauses or more in a row that begin with adverbs all are
 * stripped or none, and none of what begins with the same adverb and verb. What names a point keeps its words, and so
 * does a clause with a fixed term in it, which is mostly part of a longer formula.
 */
function inRhythm(
  { paragraph, sentence, index, text, start, end }: PlannedSentence,
  shortenings: readonly Shortening[],
  holdsFixed: (text: string) => boolean,
): Shortening[] {
  const isAdverb = ({ edit, word }: Shortening): boolean => edit.text === '' && MODIFIERS.has(word);
  const names =
    index < paragraph.analysis.sentences.length - 1 &&
    (isLead(paragraph, sentence) || (index === 0 && sentence.clauses.length === 1));
  // Only where nothing of the source stands between the words can places in the one be found in the other.
  if (end - start !== text.length) return shortenings.filter((shortening) => !isAdverb(shortening));
  const struck = new Set(shortenings.filter(isAdverb).map(({ edit }) => edit.span.start - start));
  const kept = new Set(struck);
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= PARALLEL_MIN && !run.every((at) => struck.has(at)))
      run.forEach((at) => kept.delete(at));
    run = [];
  };
  for (const clause of sentence.clauses) {
    const from = clause.start - sentence.start;
    const opening = ADVERB_OPENING.exec(text.slice(from, clause.end - sentence.start));
    if (opening === null) close();
    else run.push(from + opening[0].length - (opening[1] ?? '').length);
  }
  close();
  return shortenings.filter((shortening) => {
    if (!isAdverb(shortening)) return true;
    const at = shortening.edit.span.start - start;
    const phrase = text.slice(at, at + shortening.word.length + VERB_LENGTH);
    const again = text.indexOf(phrase) !== text.lastIndexOf(phrase);
    const clause = sentence.clauses.find((one) => at < one.end - sentence.start);
    const rest = text.slice(at, (clause?.end ?? sentence.end) - sentence.start);
    return (
      kept.has(at) &&
      !names &&
      !again &&
      !STANDS.has(shortening.word) &&
      !holdsFixed(rest) &&
      HEADS_CLAUSE.test(text.slice(0, at))
    );
  });
}

/** Without marks, which writers of a fixed term use as they like. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function holdsAny(matcher: Matcher | undefined, text: string): boolean {
  let holds = false;
  matcher?.match(codesOf(bare(text)), () => (holds = true));
  return holds;
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
    sure: true,
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
