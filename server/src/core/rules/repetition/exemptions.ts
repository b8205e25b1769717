import { isTitleLine } from '../../draft/formalities.js';
import type { Draft } from '../../draft/model.js';
import { lineStart } from '../../text/lines.js';
import { lastStartingBy } from '../../text/span.js';
import type { Wording, WordingSentence } from '../../text/wording.js';
import { chainsOfFrames } from './frames.js';
import { maskOf, type WordingMask } from './mask.js';
import { isName } from './names.js';
import { isStatute } from './statute.js';
import type { Place } from './place.js';

type Bare = Omit<Place, 'wholeSentence'>;

/** What is not fixed, quoted or named must reach this for a wording to count. */
const REST_MIN = 5;

/** For a whole sentence less is enough: a fixed term with a verb of its own (深入推进…) was pasted. */
const SENTENCE_REST_MIN = 4;

/** So many members of one frame are parallelism, not carelessness. */
const FRAME_MEMBERS = 3;

/** A draft has an opening and a closing when it has so many paragraphs of some length. */
const ECHO_PARAGRAPHS = 8;
const ECHO_DEPTH = 3;
const ECHO_PARAGRAPH_MIN = 20;

/** Tells repetition that a writer means, or cannot avoid, from the other kind. One for a draft. */
export class Exemptions {
  readonly #draft: Draft;
  readonly #wording: Wording;
  readonly #mask: WordingMask;
  /** Counted positions that belong to the frame of a parallelism. */
  readonly #framed: Uint8Array;
  readonly #statute: boolean;
  /** Paragraphs up to here are the draft's title. */
  readonly #titleEnd: number;
  readonly #opening: ReadonlySet<number>;
  readonly #closing: ReadonlySet<number>;

  constructor(draft: Draft, wording: Wording) {
    this.#draft = draft;
    this.#wording = wording;
    this.#framed = new Uint8Array(wording.codes.length);
    this.#mask = maskOf(draft);
    this.#statute = isStatute(draft);
    this.#titleEnd = draft.paragraphs.findIndex(({ text }) => !isTitleLine(text));
    const long = draft.paragraphs.filter(
      ({ kind, text }) => kind !== 'heading' && text.length >= ECHO_PARAGRAPH_MIN,
    );
    const framed = long.length >= ECHO_PARAGRAPHS;
    this.#opening = new Set(framed ? long.slice(0, ECHO_DEPTH).map(({ index }) => index) : []);
    this.#closing = new Set(framed ? long.slice(-ECHO_DEPTH).map(({ index }) => index) : []);
  }

  /**
   * The places where a wording is worth a word to the writer: none, or at least two.
   *
   * @param starts all places of the wording, in ascending counted positions
   * @param length its length in counted characters
   */
  faultyPlaces(starts: readonly number[], length: number): Place[] {
    const all = starts.flatMap((start) => {
      const at = this.#wording.sentenceAt(start);
      return at === undefined ? [] : [{ start, end: start + length, at }];
    });
    const outsideTables = all.filter(({ at }) => at.paragraph.kind !== 'cell');
    const body = outsideTables.filter((place) => !this.#isHeading(place) && !this.#isSelfQuotation(place));
    const own = body.filter(({ at }) => !this.#isQuotedBlock(at));
    const wholeSentence = own.length > 0 && body.some((place) => this.#isWholeSentence(place));
    const prose = wholeSentence ? body : own;
    const sample = prose[0];
    if (sample === undefined || prose.length < 2) return [];
    const rest = this.#mask.rest(sample.start, sample.end, wholeSentence);
    if (rest < (wholeSentence ? SENTENCE_REST_MIN : REST_MIN)) return [];
    const places = prose.map((place) => ({ ...place, wholeSentence }));
    if (wholeSentence) return places;
    const headed = outsideTables.some((place) => this.#isHeading(place));
    if (this.#statute || headed || this.#echoes(places) || this.#isCounted(places)) return [];
    if (isName(this.#wording, sample)) return [];
    return this.#withoutParallels(places);
  }

  /**
   * The places where a wording is more than the frame of a parallelism: two of its three members may share more
   * than the third. To be asked when {@link faultyPlaces} has seen every wording.
   */
  outsideFrames(places: readonly Place[]): Place[] {
    const left = places.filter(({ start, end, wholeSentence }) => {
      if (wholeSentence) return true;
      let rest = 0;
      for (let at = start; at < end; at++) if (this.#framed[at] === 0) rest++;
      return rest === end - start || rest >= REST_MIN;
    });
    return left.length > 1 ? left : [];
  }

  #isHeading({ at: { paragraph } }: Bare): boolean {
    return paragraph.kind === 'heading' || paragraph.index < this.#titleEnd;
  }

  /** A place where the wording fills its sentence, the ordinal that opens it left out. */
  #isWholeSentence({ start, end, at }: Bare): boolean {
    if (end < at.end) return false;
    if (start === at.start) return true;
    const marker = lastStartingBy(at.paragraph.analysis.markers, at.sentence.start);
    return marker?.start === at.sentence.start && (this.#wording.offsets[start - 1] ?? 0) < marker.end;
  }

  /** A Markdown block quotation holds what somebody else wrote, or an example. */
  #isQuotedBlock({ paragraph }: WordingSentence): boolean {
    if (this.#draft.format !== 'markdown') return false;
    const start = paragraph.pieces[0]?.source ?? 0;
    const line = lineStart(this.#draft.text, start);
    return /^[ \t]*>/u.test(this.#draft.text.slice(line, start));
  }

  #echoes(places: readonly Place[]): boolean {
    return (
      places.some(({ at }) => this.#opening.has(at.paragraph.index)) &&
      places.some(({ at }) => this.#closing.has(at.paragraph.index))
    );
  }

  /** A frame that counts its members itself: 这大约是他平生第一件… 这大约是他平生第二件…. */
  #isCounted(places: readonly Place[]): boolean {
    const { offsets } = this.#wording;
    return places.every(({ end, at }) => {
      const next = (offsets[end - 1] ?? 0) + 1;
      return /^第?[一二三四五六七八九十0-9]+/u.test(at.paragraph.text.slice(next, next + 4));
    });
  }

  /** A writer who says so repeats himself on purpose. */
  #isSelfQuotation({ start, at }: Bare): boolean {
    const from = this.#wording.offsets[start] ?? 0;
    return /(?:说过|讲过|提到过|前面提到|如前所述|前面所说)(?:的)?[，：“]*$/u.test(
      at.paragraph.text.slice(Math.max(0, from - 10), from),
    );
  }

  #withoutParallels(places: readonly Place[]): Place[] {
    const left: Place[] = [];
    for (const chain of chainsOfFrames(this.#wording, places)) {
      const [first] = chain.places;
      if (first === undefined || chain.takenUp) continue;
      if (chain.places.length >= FRAME_MEMBERS || chain.items) {
        for (const { start, end } of chain.places) this.#framed.fill(1, start, end);
        continue;
      }
      const oneSentence = chain.places.length > 1 && chain.places.every(({ at }) => at === first.at);
      if (oneSentence && !chain.wholeClauses) left.push(first);
      else left.push(...chain.places);
    }
    return left.length > 1 ? left : [];
  }
}
