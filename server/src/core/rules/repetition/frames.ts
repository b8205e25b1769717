import type { Marker } from '../../draft/markers.js';
import { lastStartingBy } from '../../text/span.js';
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
export function chainsOfFrames(places: readonly Place[]): Chain[] {
  const chains: Slot[][] = [];
  for (const place of places) {
    const slot = slotOf(place);
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

function areMates(slotA: Slot, slotB: Slot): boolean {
  const [a, b] = [slotA.place, slotB.place];
  if ((a.sentence === b.sentence && a.paragraph === b.paragraph) || takesUp(slotA, slotB)) return true;
  if (a.paragraph === b.paragraph) {
    const apart = b.sentence.index - a.sentence.index;
    if (apart > SENTENCES_APART && slotA.marker?.family !== slotB.marker?.family) return false;
  } else if (b.paragraph.index - a.paragraph.index > PARAGRAPHS_APART) return false;
  return Math.abs(slotA.head - slotB.head) <= 1 || slotA.tail === slotB.tail;
}

function takesUp({ place: a }: Slot, { place: b, tail }: Slot): boolean {
  const follows = a.paragraph === b.paragraph && b.sentence.index === a.sentence.index + 1;
  return follows && a.end === a.sentence.end && b.start - b.sentence.start <= TAKEN_UP_HEAD && tail > 0;
}

function slotOf(place: Place): Slot {
  const { paragraph, start, end, sentence: own } = place;
  const { offsets } = paragraph.wording;
  const { clauses } = own.sentence;
  const from = offsets[start] ?? 0;
  const to = offsets[end - 1] ?? 0;
  const opening = lastStartingBy(clauses, from);
  const closing = lastStartingBy(clauses, to);
  const before = lastStartingBy(paragraph.content.analysis.markers, from);
  const marker =
    before !== undefined && before.start === opening?.start && before.end <= from ? before : undefined;
  const clauseStart = marker?.end ?? opening?.start ?? from;
  const clauseEnd = closing?.end ?? to + 1;
  let head = 0;
  while (head < FAR && start - head > own.start && (offsets[start - head - 1] ?? 0) >= clauseStart) head++;
  let tail = 0;
  while (tail < FAR && end + tail < own.end && (offsets[end + tail] ?? 0) < clauseEnd) tail++;
  return { place, head, tail, marker: head === 0 ? marker : undefined };
}
