import { carriedIndexBy, type Carried, type ContentChange } from '../../draft/carriedIndex.js';
import { isTitleLine } from '../../draft/formalities.js';
import type { Draft, ParagraphContent } from '../../draft/model.js';
import { StandingParagraphs } from '../../draft/standing.js';
import { lineStart } from '../../text/lines.js';
import { Repeats, type Piece } from '../../text/repeats.js';
import { lastStartingBy } from '../../text/span.js';
import { paragraphWording, paragraphWords } from '../../text/wording.js';
import { judge, type Judgement, type Surroundings } from './exemptions.js';
import { echoedIn, echoesOf } from './mask.js';
import type { PhraseParagraph, Place } from './place.js';
import { isStatute } from './statute.js';
import { trim } from './trim.js';

/** A string of fewer different characters (哈哈哈哈, 一二一二) is no wording. */
const FEWEST_CHARACTERS = 4;

/** A draft has an opening and a closing when it has so many paragraphs of some length. */
const ECHO_PARAGRAPHS = 8;
const ECHO_DEPTH = 3;
const ECHO_PARAGRAPH_MIN = 20;

/** So far apart paragraphs may belong to one parallelism. */
const PARAGRAPHS_APART = 2;

/** When an edit changes a larger part of the paragraphs than this, all are gone through anew. */
const ANEW = 1 / 8;

/** A wording that stands in a draft twice or more. */
export interface Phrase {
  readonly words: string;
  readonly judgement: Judgement;
}

/** Where a phrase was come upon. */
interface Mention {
  readonly phrase: KnownPhrase;
  readonly paragraph: IndexedParagraph;
  readonly start: number;
  /** The phrase itself in the paragraph. */
  readonly trimmed: { readonly start: number; readonly end: number };
}

interface KnownPhrase extends Phrase {
  judgement: Judgement;
  /** Whether what it was judged by may have changed. */
  stale: boolean;
  readonly mentions: Set<Mention>;
}

interface IndexedParagraph extends PhraseParagraph, Piece {
  /** In order. */
  mentions: readonly Mention[];
}

const UNKNOWN: Judgement = { places: [], wholeSentence: false, framed: [] };

const indexOf = carriedIndexBy((minimum: number) => new RepeatedPhrases(minimum));

/** The wordings of so many counted characters at least that stand twice, those come upon first in the draft first. */
export function repeatedPhrases(draft: Draft, minimum: number): readonly Phrase[] {
  return indexOf(draft, minimum).phrasesOf(draft);
}

class RepeatedPhrases implements Carried {
  readonly #minimum: number;
  readonly #repeats: Repeats<IndexedParagraph>;
  readonly #paragraphs = new StandingParagraphs(indexedParagraph);
  readonly #phrases = new Map<string, KnownPhrase>();
  #surroundings: Surroundings | undefined;

  constructor(minimum: number) {
    this.#minimum = minimum;
    this.#repeats = new Repeats(minimum);
  }

  apply(change: ContentChange): void {
    const { at, removed, added } = change;
    if (echoes(removed) !== echoes(added)) this.#surroundings = undefined;
    if (removed.length + added.length > ANEW * this.#paragraphs.all.length) {
      this.#paragraphs.apply(change);
      this.#repeats.reset(this.#paragraphs.all);
      this.#phrases.clear();
      for (const paragraph of this.#paragraphs.all) {
        paragraph.mentions = [];
        this.#read(paragraph);
      }
      return;
    }
    const gone = new Set(this.#paragraphs.removedBy(change));
    const touched = this.#repeats.change([...gone], () => {
      const fresh = this.#paragraphs.apply(change);
      return { added: fresh, all: this.#paragraphs.all };
    });
    // What stands right behind is farther from what stands before, or nearer to it.
    const behind = at + added.length;
    for (const paragraph of this.#paragraphs.all.slice(behind, behind + PARAGRAPHS_APART))
      this.#repeats.touch(paragraph, touched);
    for (const paragraph of touched) {
      this.#forget(paragraph);
      if (!gone.has(paragraph)) this.#read(paragraph);
    }
  }

  phrasesOf(draft: Draft): readonly Phrase[] {
    this.#tellPlaces(draft);
    const statute = isStatute(draft);
    if (this.#surroundings?.statute !== statute) {
      const known = this.#surroundings?.echoes;
      this.#surroundings = { statute, echoes: known ?? echoesOf(draft.paragraphs) };
      for (const phrase of this.#phrases.values()) phrase.stale = true;
    }
    const phrases: { readonly phrase: KnownPhrase; readonly first: Mention }[] = [];
    for (const phrase of this.#phrases.values()) {
      const [first] = phrase.mentions;
      if (first === undefined) continue;
      if (phrase.stale) phrase.judgement = judge(this.#placesOf(first), this.#surroundings);
      phrase.stale = false;
      const { places, framed } = phrase.judgement;
      if (places.length > 0 || framed.length > 0) phrases.push({ phrase, first: firstOf(phrase.mentions) });
    }
    return phrases.sort((a, b) => byPlace(a.first, b.first)).map(({ phrase }) => phrase);
  }

  #placesOf({ paragraph, trimmed }: Mention): Place[] {
    const length = trimmed.end - trimmed.start;
    return this.#repeats.placesOf(paragraph, trimmed).flatMap(({ piece, start }) => {
      const sentence = lastStartingBy(piece.wording.sentences, start);
      return sentence === undefined ? [] : { paragraph: piece, sentence, start, end: start + length };
    });
  }

  /** Notes the phrases of a paragraph. */
  #read(paragraph: IndexedParagraph): void {
    const mentions: Mention[] = [];
    for (const stretch of this.#repeats.stretchesIn(paragraph)) {
      const trimmed = trim(paragraph, stretch, this.#minimum);
      if (trimmed.end - trimmed.start < this.#minimum) continue;
      const words = paragraphWords(paragraph.content).slice(trimmed.start, trimmed.end);
      let phrase = this.#phrases.get(words);
      if (phrase === undefined) {
        if (!isWording(words)) continue;
        phrase = { words, judgement: UNKNOWN, stale: true, mentions: new Set() };
        this.#phrases.set(words, phrase);
      }
      const mention = { phrase, paragraph, start: stretch.start, trimmed };
      phrase.mentions.add(mention);
      phrase.stale = true;
      mentions.push(mention);
    }
    paragraph.mentions = mentions;
  }

  #forget(paragraph: IndexedParagraph): void {
    for (const mention of paragraph.mentions) {
      const { phrase } = mention;
      phrase.stale = true;
      phrase.mentions.delete(mention);
      if (phrase.mentions.size === 0) this.#phrases.delete(phrase.words);
    }
    paragraph.mentions = [];
  }

  /** Tells the paragraphs what they are in this draft; phrases in those that are something else now become stale. */
  #tellPlaces(draft: Draft): void {
    const { paragraphs } = draft;
    const titleEnd = paragraphs.findIndex(({ text }) => !isTitleLine(text));
    const long = paragraphs.filter(
      ({ kind, text }) => kind !== 'heading' && text.length >= ECHO_PARAGRAPH_MIN,
    );
    const framed = long.length >= ECHO_PARAGRAPHS;
    const openingEnd = framed ? (long[ECHO_DEPTH - 1]?.index ?? 0) : -1;
    const closingStart = framed ? (long.at(-ECHO_DEPTH)?.index ?? 0) : Infinity;
    const touched = new Set<IndexedParagraph>();
    let base = 0;
    for (const one of this.#paragraphs.all) {
      one.base = base;
      base += one.codes.length;
      const { kind, text } = one.content;
      const isLong = kind !== 'heading' && text.length >= ECHO_PARAGRAPH_MIN;
      const heading = kind === 'heading' || one.index < titleEnd;
      const opening = isLong && one.index <= openingEnd;
      const closing = isLong && one.index >= closingStart;
      const quoted = isQuotedBlock(draft, one.index);
      if (
        heading === one.heading &&
        opening === one.opening &&
        closing === one.closing &&
        quoted === one.quoted
      )
        continue;
      one.heading = heading;
      one.opening = opening;
      one.closing = closing;
      one.quoted = quoted;
      this.#repeats.touch(one, touched);
    }
    for (const { mentions } of touched) for (const { phrase } of mentions) phrase.stale = true;
  }
}

function indexedParagraph(content: ParagraphContent, index: number): IndexedParagraph {
  const wording = paragraphWording(content);
  return {
    content,
    index,
    wording,
    codes: wording.codes,
    base: 0,
    heading: false,
    opening: false,
    closing: false,
    quoted: false,
    mentions: [],
  };
}

function isWording(words: string): boolean {
  let different = '';
  let count = 0;
  for (const char of words) {
    if (different.includes(char)) continue;
    different += char;
    if (++count === FEWEST_CHARACTERS) return true;
  }
  return false;
}

/** What contents give for others to echo, as one string. */
function echoes(contents: readonly ParagraphContent[]): string {
  return contents.flatMap((content) => echoedIn(content)).join('\0');
}

/** A Markdown block quotation holds what somebody else wrote, or an example. */
function isQuotedBlock({ format, paragraphs, text }: Draft, index: number): boolean {
  if (format !== 'markdown') return false;
  const start = paragraphs[index]?.pieces[0]?.source ?? 0;
  return /^[ \t]*>/u.test(text.slice(lineStart(text, start), start));
}

function firstOf(mentions: Iterable<Mention>): Mention {
  const [one, ...others] = mentions;
  if (one === undefined) throw new Error('a phrase that is mentioned nowhere');
  return others.reduce((first, other) => (byPlace(other, first) < 0 ? other : first), one);
}

function byPlace(a: Mention, b: Mention): number {
  return a.paragraph.index - b.paragraph.index || a.start - b.start;
}
