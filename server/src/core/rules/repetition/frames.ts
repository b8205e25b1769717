import type { Marker } from '../../draft/markers.js';
import { lastStartingBy } from '../../text/span.js';
import type { Wording } from '../../text/wording.js';
import type { Place } from './place.js';

/** Places of one wording that stand near each other in the same slot of their clauses. */
export interface Chain {
  readonly places: readonly Place[];
  /** Whether the wording opens items of one list, right after their ordinals. */
  readonly items: boolean;
  /** Whether the wording fills whole clauses at each place. */
  readonly wholeClauses: boolean;
  /** Whether the end of one sentence is taken up by the beginning of the next (顶真). */
  readonly takenUp: boolean;
}

/** What is taken up follows a few words at most: 而在这…. */
const TAKEN_UP_HEAD = 3;

/** Sentences of one paragraph this far apart may still carry one frame. */
const SENTENCES_APART = 3;

/** Paragraphs this far apart may still carry one frame: what stands between two items may take a paragraph. */
const PARAGRAPHS_APART = 2;

/** Farther from a clause's edge it is not told how far. */
const FAR = 100;

/** A place with what stands around it in its clause. */
interface Slot {
  readonly place: Place;
  /** Counted characters from the clause's start (after an ordinal) to the place, and from it to the clause's end. */
  readonly head: number;
  readonly tail: number;
  /** The ordinal that the place directly follows. */
  readonly marker: Marker | undefined;
}

/** Divides the places of one wording (ascending) into chains; a place without a mate is a chain of one. */
export function chainsOfFrames(wording: Wording, places: readonly Place[]): Chain[] {
  const chains: Slot[][] = [];
  for (const place of places) {
    const slot = slotOf(wording, place);
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain !== undefined && last !== undefined && areMates(last, slot)) chain.push(slot);
    else chains.push([slot]);
  }
  return chains.map((slots) => ({
    places: slots.map(({ place }) => place),
    items:
      slots.length > 1 &&
      slots.every(({ marker }) => marker !== undefined && marker.family === slots[0]?.marker?.family) &&
      slots.every(({ tail }) => tail > 0),
    wholeClauses: slots.every(({ head, tail }) => head === 0 && tail === 0),
    takenUp:
      slots.length === 2 && slots[0] !== undefined && slots[1] !== undefined && takesUp(slots[0], slots[1]),
  }));
}

function areMates(a: Slot, b: Slot): boolean {
  const [first, second] = [a.place.at, b.place.at];
  if (first === second || takesUp(a, b)) return true;
  if (first.paragraph === second.paragraph) {
    if (second.index - first.index > SENTENCES_APART && a.marker?.family !== b.marker?.family) return false;
  } else if (second.paragraph.index - first.paragraph.index > PARAGRAPHS_APART) return false;
  return Math.abs(a.head - b.head) <= 1 || a.tail === b.tail;
}

function takesUp(a: Slot, b: Slot): boolean {
  const [first, second] = [a.place.at, b.place.at];
  const follows = first.paragraph === second.paragraph && second.index === first.index + 1;
  return follows && a.place.end === first.end && b.place.start - second.start <= TAKEN_UP_HEAD && b.tail > 0;
}

function slotOf(wording: Wording, place: Place): Slot {
  const { offsets } = wording;
  const { sentence, paragraph } = place.at;
  const from = offsets[place.start] ?? 0;
  const to = offsets[place.end - 1] ?? 0;
  const opening = lastStartingBy(sentence.clauses, from);
  const closing = lastStartingBy(sentence.clauses, to);
  const before = lastStartingBy(paragraph.analysis.markers, from);
  const marker =
    before !== undefined && before.start === opening?.start && before.end <= from ? before : undefined;
  const clauseStart = marker?.end ?? opening?.start ?? from;
  const clauseEnd = closing?.end ?? to + 1;
  let head = 0;
  while (
    head < FAR &&
    place.start - head > place.at.start &&
    (offsets[place.start - head - 1] ?? 0) >= clauseStart
  )
    head++;
  let tail = 0;
  while (tail < FAR && place.end + tail < place.at.end && (offsets[place.end + tail] ?? 0) < clauseEnd)
    tail++;
  return { place, head, tail, marker: head === 0 ? marker : undefined };
}
