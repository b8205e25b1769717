import { NAMED_TERMS } from '../../lexicon/fixedTerms.js';
import type { Clause, Prose, Segmenter, Sentence, Word } from '../../draft/model.js';
import { compileMatcher, type Matcher } from '../../text/matcher.js';
import { lastIndexBy, lastStartingBy, type Span } from '../../text/span.js';
import { isCounted } from '../../text/wording.js';

/** Where a word stands in its sentence. All offsets are the paragraph's. */
export interface Occurrence extends Span {
  readonly text: string;
  readonly clause: Clause;
  /** The clause's index in its sentence. */
  readonly index: number;
  /** What stands before the word in its clause, ordinals and opening quotation marks left out. */
  readonly before: string;
}

/** A sentence with more places of one word is no sentence; the rest is not looked at. */
const PLACES_MAX = 100;

/** What may stand before the first word of a clause. */
const OPENS = /^[“‘「『\s]+/u;

let namedTerms: Matcher | undefined;

/** A sentence in which some word may come back, with what is known of it on demand. */
export class SentenceView {
  readonly paragraph: Prose;
  readonly sentence: Sentence;
  readonly #segmenter: Segmenter;
  readonly #words = new Map<number, readonly Word[]>();
  #fixed: readonly Span[] | undefined;

  constructor(paragraph: Prose, sentence: Sentence, segmenter: Segmenter) {
    this.paragraph = paragraph;
    this.sentence = sentence;
    this.#segmenter = segmenter;
  }

  /**
   * Every place of a string in the sentence's clauses, in order, quoted and named places left out. Empty when
   * fewer than `atLeast` are there: the costly questions are asked only when they matter.
   */
  occurrencesOf(text: string, atLeast = 2): Occurrence[] {
    const places = this.#placesOf(text);
    if (places.length < atLeast) return [];
    const { clauses } = this.sentence;
    const found: Occurrence[] = [];
    for (const start of places) {
      const end = start + text.length;
      if (this.#isFixed(start, end)) continue;
      const index = lastIndexBy(clauses, start);
      const clause = clauses[index];
      if (clause === undefined) continue;
      found.push({ start, end, text, clause, index, before: this.#before(clause, start) });
    }
    return found;
  }

  /** Where a string begins inside a clause, not quoted. */
  #placesOf(text: string): number[] {
    const places: number[] = [];
    const { start, end, clauses } = this.sentence;
    const source = this.paragraph.text;
    const last = end - text.length;
    for (
      let at = source.indexOf(text, start);
      at >= 0 && at <= last && places.length < PLACES_MAX;
      at = source.indexOf(text, at + 1)
    ) {
      const clause = lastStartingBy(clauses, at);
      if (clause === undefined || at + text.length > clause.end) continue;
      if (!this.#isQuoted(at, at + text.length)) places.push(at);
    }
    return places;
  }

  /** The word that begins at `offset`, and the one after it; none where a word runs across `offset`. */
  wordsAt(offset: number): readonly [Word?, Word?] {
    const stretch = this.#stretchAt(offset);
    let words = this.#words.get(stretch.start);
    if (words === undefined) {
      words = placed(this.#segmenter.segment(this.#textOf(stretch)), stretch);
      this.#words.set(stretch.start, words);
    }
    const word = lastStartingBy(words, offset);
    if (word?.start !== offset) return [];
    const next = lastStartingBy(words, word.end);
    return next === word || next === undefined ? [word] : [word, next];
  }

  /** The part of speech of a word of {@link wordsAt}; undefined where the segmenter knows none. */
  tagOf({ start }: Word): string | undefined {
    const stretch = this.#stretchAt(start);
    const tagged = this.#segmenter.tag?.(this.#textOf(stretch));
    return tagged && lastStartingBy(tagged, start - stretch.start)?.tag;
  }

  /** The places where a word is typed twice in a row, whatever it belongs to: the span of the second. */
  typedTwice(word: string): Span[] {
    const found: Span[] = [];
    const { start, end } = this.sentence;
    let at = this.paragraph.text.indexOf(word + word, start);
    while (at >= 0 && at + 2 * word.length <= end && found.length < PLACES_MAX) {
      const second = { start: at + word.length, end: at + 2 * word.length };
      if (!this.#isQuoted(second.start, second.end)) found.push(second);
      at = this.paragraph.text.indexOf(word + word, second.start);
    }
    return found;
  }

  /** Whether an ordinal (一是, 二要, （三）) stands between the two offsets: what it parts are items of one list. */
  areInDifferentItems(from: number, to: number): boolean {
    const marker = lastStartingBy(this.paragraph.analysis.markers, to);
    return marker !== undefined && marker.start > from;
  }

  /** Whether a named term begins at `offset`. */
  namesAt(offset: number): boolean {
    return this.#fixedSpans().some(({ start, end }) => start <= offset && offset < end);
  }

  #isQuoted(start: number, end: number): boolean {
    for (const quotation of this.paragraph.analysis.quotations)
      if (quotation.start <= start && end <= quotation.end) return true;
    return false;
  }

  #isFixed(start: number, end: number): boolean {
    for (const fixed of this.#fixedSpans()) if (fixed.start < end && start < fixed.end) return true;
    return false;
  }

  #before(clause: Clause, at: number): string {
    const marker = lastStartingBy(this.paragraph.analysis.markers, at);
    const from = marker !== undefined && marker.start >= clause.start ? marker.end : clause.start;
    const before = this.paragraph.text.slice(Math.min(from, at), at);
    return OPENS.test(before) ? before.replace(OPENS, '') : before;
  }

  /**
   * The part of the sentence around `offset` up to ， on either side, the closing one included: by the contract of the
   * segmenter its words are those that the sentence has there, at a fraction of the cost.
   */
  #stretchAt(offset: number): Span {
    const { text } = this.paragraph;
    let { start, end } = this.sentence;
    for (let at = offset - 1; at >= start; at--) if (isParting(text, at)) start = at + 1;
    for (let at = offset; at < end; at++) if (isParting(text, at)) end = at + 1;
    return { start, end };
  }

  #textOf({ start, end }: Span): string {
    return this.paragraph.text.slice(start, end);
  }

  #fixedSpans(): readonly Span[] {
    if (this.#fixed !== undefined) return this.#fixed;
    namedTerms ??= compileMatcher(NAMED_TERMS.map((term) => Array.from(term).filter(counts).join('')));
    const { text } = this.paragraph;
    const codes = new Uint16Array(this.sentence.end - this.sentence.start);
    const offsets: number[] = [];
    for (let i = this.sentence.start; i < this.sentence.end; i++) {
      const code = text.charCodeAt(i);
      if (isCounted(code)) codes[offsets.push(i) - 1] = code;
    }
    const spans: Span[] = [];
    namedTerms.match(codes.subarray(0, offsets.length), (start, end) => {
      spans.push({ start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 });
    });
    return (this.#fixed = spans);
  }
}

/** A ， that no number is written with. */
function isParting(text: string, at: number): boolean {
  return text.charAt(at) === '，' && !(isDigit(text, at - 1) && isDigit(text, at + 1));
}

function isDigit(text: string, at: number): boolean {
  return /[0-9０-９]/u.test(text.charAt(at));
}

/** Words in the offsets of the text that their stretch is part of. */
function placed(words: readonly Word[], { start: by }: Span): readonly Word[] {
  return words.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}

function counts(char: string): boolean {
  return isCounted(char.charCodeAt(0));
}
