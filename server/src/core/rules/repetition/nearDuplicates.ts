import { carriedIndexBy, type Carried, type ContentChange } from '../../draft/carriedIndex.js';
import type { ParagraphContent, Prose } from '../../draft/model.js';
import { StandingParagraphs, type Standing } from '../../draft/standing.js';
import { isInsidePair } from '../../text/characters.js';
import { Comparison, type Change } from '../../text/difference.js';
import { alikeBefore, ShingleHolders, shinglesOf, type Shingled } from '../../text/shingles.js';
import { lastStartingBy, type Span } from '../../text/span.js';
import { paragraphWording, paragraphWords, type ParagraphSentence } from '../../text/wording.js';
import { ownIn } from './mask.js';

/** Longer sentences are compared no more: the time grows with the square. */
const LONGEST = 400;

/** Of the longer sentence so much must stand in the other one too, unless a clause was dropped. */
const ALIKE = 0.8;

/** A sentence from which a clause was dropped keeps so much of its wording. */
const KEPT = 0.92;

/** It is at least so long, measured by the longer one. */
const REMAINS = 0.5;

/** More changes than this make another sentence. */
const CHANGES_MAX = 3;

/** So much of the wording must be the writer's own, not fixed terms. */
const OWN_MIN = 12;

/** Sentences this near each other carry one frame on purpose. */
const SENTENCES_APART = 3;
const PARAGRAPHS_APART = 2;

/** Longer stretches are shortened in the message. */
const QUOTED_MAX = 14;

/** When an edit changes a larger part of the paragraphs than this, all are compared anew. */
const ANEW = 1 / 8;

/** A paragraph with its sentences that are compared. */
interface ComparedParagraph extends Standing {
  readonly sentences: readonly ComparedSentence[];
}

/** A sentence without the ordinal that opens it; its span is in the wording of its paragraph. */
export interface ComparedSentence extends Span, Shingled {
  readonly paragraph: ComparedParagraph;
  /** Those of the paragraph. */
  readonly codes: Uint16Array;
  readonly own: ParagraphSentence;
  /** Its place among the sentences of its paragraph, from 0. */
  readonly nth: number;
  /** The earlier sentence that it nearly repeats. */
  earlier: { readonly sentence: ComparedSentence; readonly difference: string } | undefined;
}

/** The sentences of a draft that nearly repeat an earlier one, by the fewest counted characters that are compared. */
export const nearDuplicates = carriedIndexBy((least: number) => new NearDuplicates(least));

/** The sentences of a draft, each with the earlier one that it nearly repeats. */
class NearDuplicates implements Carried {
  readonly #paragraphs: StandingParagraphs<ComparedParagraph>;
  /** Made at the first edit. */
  #holders: ShingleHolders<ComparedSentence> | undefined;
  #comparison: Comparison | undefined;

  constructor(least: number) {
    this.#paragraphs = new StandingParagraphs((content, index) => comparedParagraph(content, index, least));
  }

  get paragraphs(): readonly ComparedParagraph[] {
    return this.#paragraphs.all;
  }

  apply(change: ContentChange): void {
    const { at, removed, added } = change;
    if (removed.length + added.length > ANEW * this.paragraphs.length) {
      this.#holders = undefined;
      this.#paragraphs.apply(change);
      this.#compareAll();
      return;
    }
    const holders = (this.#holders ??= new ShingleHolders(byPlace, sentencesOf(this.paragraphs)));
    const affected = new Set<ComparedSentence>();
    const gone = sentencesOf(this.#paragraphs.removedBy(change));
    for (const sentence of gone) holders.delete(sentence, affected);
    const come = sentencesOf(this.#paragraphs.apply(change));
    for (const sentence of come) holders.add(sentence, affected);
    for (const sentence of gone) affected.delete(sentence);
    // Those that are new, and those behind them, whose distance to what stands before is another.
    const near = this.paragraphs.slice(at, at + added.length + PARAGRAPHS_APART);
    for (const sentence of sentencesOf(near)) affected.add(sentence);
    for (const sentence of affected)
      sentence.earlier = this.#earlierOf(sentence, holders.alikeBefore(sentence));
  }

  #compareAll(): void {
    const sentences = sentencesOf(this.paragraphs);
    for (const sentence of sentences) sentence.earlier = undefined;
    alikeBefore(sentences, (sentence, others) => {
      sentence.earlier = this.#earlierOf(sentence, others);
    });
  }

  /** @param others those that may be the one, best first */
  #earlierOf(b: ComparedSentence, others: readonly ComparedSentence[]): ComparedSentence['earlier'] {
    let comparison: Comparison | undefined;
    for (const a of others) {
      if (areNear(a, b) || !areAlikeInLength(a, b)) continue;
      if (comparison === undefined) {
        comparison = this.#comparison ??= new Comparison();
        comparison.compareTo(b.codes, b);
      }
      const changes = smallChanges(comparison, a, b);
      if (changes === undefined || ownIn(b.paragraph.content, b.own, b) < OWN_MIN) continue;
      const difference = changes.map((change) => describe(a, b, change)).join('、');
      return { sentence: a, difference };
    }
    return undefined;
  }
}

function comparedParagraph(content: ParagraphContent, index: number, least: number): ComparedParagraph {
  const sentences: ComparedSentence[] = [];
  const paragraph = { content, index, sentences };
  const { codes } = paragraphWording(content);
  const compared = comparedOf(content, least);
  const shingles = shinglesOf(codes, compared);
  compared.forEach(({ start, end, own }, nth) => {
    const held = shingles[nth];
    if (held === undefined) return;
    sentences.push({
      paragraph,
      codes,
      start,
      end,
      own,
      nth: own.index,
      shingles: held,
      earlier: undefined,
    });
  });
  return paragraph;
}

/** The sentences long enough, without the ordinals that open them. */
function comparedOf(paragraph: Prose, least: number): (Span & { readonly own: ParagraphSentence })[] {
  const { kind, analysis } = paragraph;
  if (kind === 'heading' || kind === 'cell') return [];
  const { offsets, sentences } = paragraphWording(paragraph);
  return sentences.flatMap((own) => {
    const { sentence, end } = own;
    let { start } = own;
    if (end - start < least) return [];
    const marker = lastStartingBy(analysis.markers, sentence.start);
    if (marker?.start === sentence.start) while (start < end && (offsets[start] ?? 0) < marker.end) start++;
    return end - start < least || end - start > LONGEST ? [] : { start, end, own };
  });
}

function sentencesOf(paragraphs: readonly ComparedParagraph[]): ComparedSentence[] {
  return paragraphs.flatMap(({ sentences }) => sentences);
}

function byPlace(a: ComparedSentence, b: ComparedSentence): number {
  return a.paragraph.index - b.paragraph.index || a.start - b.start;
}

/** Members of one parallelism or list stand near each other. */
function areNear(a: ComparedSentence, b: ComparedSentence): boolean {
  if (a.paragraph === b.paragraph) return b.nth - a.nth <= SENTENCES_APART;
  return a.nth === b.nth && b.paragraph.index - a.paragraph.index <= PARAGRAPHS_APART;
}

function areAlikeInLength(a: Span, b: Span): boolean {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  return Math.min(lengthA, lengthB) >= REMAINS * Math.max(lengthA, lengthB);
}

/**
 * What differs between two sentences that are nearly the same; undefined for others and for equal ones.
 *
 * @param comparison with the second sentence
 */
function smallChanges(
  comparison: Comparison,
  a: ComparedSentence,
  b: ComparedSentence,
): readonly Change[] | undefined {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  const common = comparison.commonWith(a.codes, a);
  if (common < ALIKE * Math.max(lengthA, lengthB) && common < KEPT * Math.min(lengthA, lengthB))
    return undefined;
  const changes = comparison.changes(CHANGES_MAX);
  return changes === undefined || changes.length === 0 || tellsOtherwise(changes, a, b) ? undefined : changes;
}

/** 扎实推进某工程 and 某工程开工建设 share a name and say two things about it. */
function tellsOtherwise(changes: readonly Change[], a: Span, b: Span): boolean {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === last) return false;
  return (
    first?.before.start === a.start &&
    first.after.start === b.start &&
    last?.before.end === a.end &&
    last.after.end === b.end
  );
}

function describe(a: ComparedSentence, b: ComparedSentence, { before, after }: Change): string {
  const old = `“${shorten(wordsOf(a, before))}”`;
  const new_ = `“${shorten(wordsOf(b, after))}”`;
  if (before.start === before.end) return `+${new_}`;
  return after.start === after.end ? `−${old}` : `${old}→${new_}`;
}

/** The words of a stretch, which may begin or end with half a character that both sentences have. */
function wordsOf({ paragraph }: ComparedSentence, { start, end }: Span): string {
  const text = paragraphWords(paragraph.content);
  return text.slice(isInsidePair(text, start) ? start - 1 : start, isInsidePair(text, end) ? end + 1 : end);
}

function shorten(words: string): string {
  const characters = Array.from(words);
  if (characters.length <= QUOTED_MAX) return words;
  return `${characters.slice(0, QUOTED_MAX - 6).join('')}…${characters.slice(-4).join('')}`;
}
