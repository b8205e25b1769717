import type { Windows } from '../../text/windows.js';
import { lastStartingBy } from '../../text/span.js';
import { chainsOfFrames } from './frames.js';
import { restOf } from './mask.js';
import { isName } from './names.js';
import type { Place } from './place.js';

/** What is not fixed, quoted or named must reach this for a wording to count. */
const REST_MIN = 5;

/** For a whole sentence less is enough: a fixed term with a verb of its own (深入推进…) was pasted. */
const SENTENCE_REST_MIN = 4;

/** So many members of one frame are parallelism, not carelessness. */
const FRAME_MEMBERS = 3;

/** What a draft says of all its wordings. */
export interface Surroundings {
  /** Whether it is a text of law or rules, whose terms must come back word for word. */
  readonly statute: boolean;
  /** Its headings and the terms it quotes. */
  readonly echoes: Windows;
}

/** What is to be said of a wording that comes back. */
export interface Judgement {
  /** Where it is worth a word to the writer: nowhere, or at two places at least. */
  readonly places: readonly Place[];
  /** Whether the wording is a whole sentence at one of its places. */
  readonly wholeSentence: boolean;
  /** Where it is the frame of a parallelism. */
  readonly framed: readonly Place[];
}

const NOTHING: Judgement = { places: [], wholeSentence: false, framed: [] };

/**
 * Tells repetition that a writer means, or cannot avoid, from the other kind. Depends on the paragraphs in which the
 * places are, on how far these are from one another, and on the surroundings.
 *
 * @param all all places of a wording, in order
 */
export function judge(all: readonly Place[], { statute, echoes }: Surroundings): Judgement {
  const body: Place[] = [];
  const own: Place[] = [];
  let headed = false;
  for (const place of all) {
    const { content, heading, quoted } = place.paragraph;
    if (content.kind === 'cell') continue;
    headed ||= heading;
    if (heading || isSelfQuotation(place)) continue;
    body.push(place);
    if (!quoted) own.push(place);
  }
  const wholeSentence = own.length > 0 && body.some(isWholeSentence);
  const places = wholeSentence ? body : own;
  const sample = places[0];
  if (sample === undefined || places.length < 2) return NOTHING;
  const rest = restOf(sample, wholeSentence ? undefined : echoes);
  if (rest < (wholeSentence ? SENTENCE_REST_MIN : REST_MIN)) return NOTHING;
  if (wholeSentence) return { places, wholeSentence, framed: [] };
  if (statute || headed || isEcho(places) || places.every(isCounted) || isName(sample)) return NOTHING;
  return withoutParallels(places);
}

/**
 * The places where a wording is more than the frame of a parallelism: two of its three members may share more than the
 * third.
 *
 * @param isFramed whether a counted position of a place belongs to the frame of one, as judged of all wordings
 */
export function outsideFrames(
  { places, wholeSentence }: Judgement,
  isFramed: (place: Place, at: number) => boolean,
): readonly Place[] {
  if (wholeSentence) return places;
  const left = places.filter((place) => {
    let rest = 0;
    for (let at = place.start; at < place.end; at++) if (!isFramed(place, at)) rest++;
    return rest === place.end - place.start || rest >= REST_MIN;
  });
  return left.length > 1 ? left : [];
}

/** A place where the wording fills its sentence, the ordinal that opens it left out. */
function isWholeSentence({ paragraph, sentence, start, end }: Place): boolean {
  if (end < sentence.end) return false;
  if (start === sentence.start) return true;
  const { analysis } = paragraph.content;
  const marker = lastStartingBy(analysis.markers, sentence.sentence.start);
  const before = paragraph.wording.offsets[start - 1] ?? 0;
  return marker?.start === sentence.sentence.start && before < marker.end;
}

/** What opens a speech may close it. */
function isEcho(places: readonly Place[]): boolean {
  return (
    places.some(({ paragraph }) => paragraph.opening) && places.some(({ paragraph }) => paragraph.closing)
  );
}

/** A frame that counts its members itself: 这大约是他平生第一件… 这大约是他平生第二件…. */
function isCounted({ paragraph, end }: Place): boolean {
  const next = (paragraph.wording.offsets[end - 1] ?? 0) + 1;
  return /^第?[一二三四五六七八九十0-9]+/u.test(paragraph.content.text.slice(next, next + 4));
}

/** A writer who says so repeats himself on purpose. */
function isSelfQuotation({ paragraph, start }: Place): boolean {
  const from = paragraph.wording.offsets[start] ?? 0;
  return /(?:说过|讲过|提到过|前面提到|如前所述|前面所说)(?:的)?[，：“]*$/u.test(
    paragraph.content.text.slice(Math.max(0, from - 10), from),
  );
}

function withoutParallels(places: readonly Place[]): Judgement {
  const left: Place[] = [];
  const framed: Place[] = [];
  for (const chain of chainsOfFrames(places)) {
    const [first] = chain.places;
    if (first === undefined || chain.takenUp) continue;
    if (chain.places.length >= FRAME_MEMBERS || chain.items) {
      framed.push(...chain.places);
      continue;
    }
    const oneSentence =
      chain.places.length > 1 &&
      chain.places.every(
        ({ paragraph, sentence }) => paragraph === first.paragraph && sentence === first.sentence,
      );
    if (oneSentence && !chain.wholeClauses) left.push(first);
    else left.push(...chain.places);
  }
  return { places: left.length > 1 ? left : [], wholeSentence: false, framed };
}
