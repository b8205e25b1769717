import { carriedIndex, type ContentChange } from '../../draft/carriedIndex.js';
import type { Draft } from '../../draft/model.js';
import { StandingParagraphs } from '../../draft/standing.js';
import { framedParagraph, pairAt, tailOf, type FramedClause, type FramedParagraph } from './framedClauses.js';
import { GAP_MIN, LEAST, lengthOf, partsOf, sharedBy } from './frameParts.js';

/** A discontinuous pattern and the clauses that are made after it, in order. */
export interface Frame {
  /** The fixed parts in order; the last one ends the clause. */
  readonly parts: readonly string[];
  readonly clauses: readonly FramedClause[];
}

/** Clauses this many sentences apart are one parallelism. */
const SENTENCES_APART = 1;

/** Paragraphs this far apart may begin with one parallelism. */
const PARAGRAPHS_APART = 2;

/** So many clauses are compared to tell how much their frame can weigh. */
const TELLING = 5;

/** Clauses that end with the same pair of characters. */
interface Group {
  /** In order, one at least. */
  clauses: FramedClause[];
  /** What may be frames among them, once asked for. */
  candidates: Candidate[] | undefined;
}

/** Clauses that have a pair of characters and their end in common, by index in ascending order. */
interface Candidate {
  readonly group: Group;
  readonly indices: readonly number[];
  /** Its place among the group's. */
  readonly order: number;
  /** No frame of theirs weighs more. */
  readonly most: number;
  /** Whether the frame was worked out, of which there may be none. */
  known: boolean;
  frame: Frame | undefined;
}

/** How much of a draft a frame takes up: its uses by the length of what they have in common. */
function weight({ parts, clauses }: Frame): number {
  return clauses.length * parts.join('').length;
}

/**
 * The frames of a draft with the places where each is used, parallels counted once, those that weigh most first.
 * Linear in its length, and the less is worked out the fewer are asked for.
 */
export function* framesByWeight(draft: Draft): Generator<Frame> {
  // Frames that wait until no candidate can weigh as much, the next one last.
  const waiting: Waiting[] = [];
  for (const candidate of clauseGroups(draft).candidates()) {
    for (
      let next = waiting.at(-1);
      next !== undefined && next.weight > candidate.most;
      next = waiting.at(-1)
    ) {
      waiting.pop();
      yield next.frame;
    }
    if (!candidate.known) {
      candidate.frame = frameOf(candidate);
      candidate.known = true;
    }
    const { frame } = candidate;
    if (frame === undefined) continue;
    const one = { frame, weight: weight(frame), candidate };
    waiting.splice(waiting.findLastIndex((other) => comesAfter(other, one)) + 1, 0, one);
  }
  for (const { frame } of waiting.reverse()) yield frame;
}

interface Waiting {
  readonly frame: Frame;
  readonly weight: number;
  readonly candidate: Candidate;
}

function comesAfter(a: Waiting, b: Waiting): boolean {
  return a.weight < b.weight || (a.weight === b.weight && byPlace(a.candidate, b.candidate) > 0);
}

function byPlace(a: Candidate, b: Candidate): number {
  const [first, second] = [a.group.clauses[0], b.group.clauses[0]];
  if (a.group === b.group || first === undefined || second === undefined) return a.order - b.order;
  return first.paragraph.index - second.paragraph.index || first.start - second.start;
}

/** The clauses of a draft by the pair of characters that they end with, and what may be frames among them. */
class ClauseGroups {
  readonly #paragraphs = new StandingParagraphs(framedParagraph);
  readonly #groups = new Map<number, Group>();

  apply(change: ContentChange): void {
    const gone = new Set(this.#paragraphs.removedBy(change));
    for (const tail of tailsOf(gone)) {
      const group = this.#groups.get(tail);
      if (group === undefined) continue;
      group.clauses = group.clauses.filter(({ paragraph }) => !gone.has(paragraph));
      group.candidates = undefined;
      if (group.clauses.length === 0) this.#groups.delete(tail);
    }
    const come = this.#paragraphs.apply(change);
    const behind = change.at + come.length;
    for (const [tail, clauses] of byTail(come)) {
      const group = this.#groups.get(tail);
      if (group === undefined) {
        this.#groups.set(tail, { clauses, candidates: undefined });
        continue;
      }
      const place = group.clauses.findIndex(({ paragraph }) => paragraph.index >= behind);
      if (place < 0) group.clauses = group.clauses.concat(clauses);
      else group.clauses = group.clauses.toSpliced(place, 0, ...clauses);
      group.candidates = undefined;
    }
    // What stands right behind a change may be parallel to something else than before.
    for (const tail of tailsOf(this.#paragraphs.all.slice(behind, behind + PARAGRAPHS_APART))) {
      const group = this.#groups.get(tail);
      if (group !== undefined) group.candidates = undefined;
    }
  }

  /** What may be frames, those that may weigh most first. */
  candidates(): Candidate[] {
    const candidates: Candidate[] = [];
    for (const group of this.#groups.values()) {
      if (group.clauses.length < LEAST) continue;
      for (const candidate of (group.candidates ??= candidatesOf(group))) candidates.push(candidate);
    }
    return candidates.sort((a, b) => b.most - a.most);
  }
}

const clauseGroups = carriedIndex(
  () => new ClauseGroups(),
  (groups, change) => {
    groups.apply(change);
  },
);

function tailsOf(paragraphs: Iterable<FramedParagraph>): Set<number> {
  const tails = new Set<number>();
  for (const { clauses } of paragraphs) for (const clause of clauses) tails.add(tailOf(clause));
  return tails;
}

/** The clauses of some paragraphs, in order, by their tails. */
function byTail(paragraphs: readonly FramedParagraph[]): Map<number, FramedClause[]> {
  const groups = new Map<number, FramedClause[]>();
  for (const { clauses } of paragraphs) {
    for (const clause of clauses) {
      const tail = tailOf(clause);
      const group = groups.get(tail);
      if (group === undefined) groups.set(tail, [clause]);
      else group.push(clause);
    }
  }
  return groups;
}

/** What may be frames among clauses that end alike. */
function candidatesOf(group: Group): Candidate[] {
  const candidates: Candidate[] = [];
  for (const indices of setsSharingPairs(group.clauses)) {
    const shared = sharedBy(withoutParallels(group.clauses, indices, TELLING));
    if (shared === undefined) continue;
    const most = indices.length * lengthOf(shared);
    candidates.push({ group, indices, order: candidates.length, most, known: false, frame: undefined });
  }
  return candidates;
}

function frameOf({ group, indices }: Candidate): Frame | undefined {
  const clauses = withoutParallels(group.clauses, indices);
  const parts = clauses.length < LEAST ? undefined : partsOf(clauses);
  return parts === undefined ? undefined : { parts, clauses };
}

/** The sets of clauses, by index in ascending order, that have a pair of characters in common before their end. */
function setsSharingPairs(group: readonly FramedClause[]): readonly (readonly number[])[] {
  const mayComeBack = pairFilter(group);
  const ids = new Map<number, number>();
  // By pair, in how many clauses it stands, and the last of them.
  const counts: number[] = [];
  const last: number[] = [];
  // The pairs of all clauses one after the other, each once a clause, and whose they are.
  const pairs: number[] = [];
  const owners: number[] = [];
  group.forEach(({ codes, start, end }, index) => {
    for (let at = start; at + 2 + GAP_MIN <= end - 2; at++) {
      const key = pairAt(codes, at);
      if (!mayComeBack(key)) continue;
      let id = ids.get(key);
      if (id === undefined) {
        ids.set(key, (id = counts.length));
        counts.push(0);
        last.push(-1);
      }
      if (last[id] === index) continue;
      last[id] = index;
      counts[id] = (counts[id] ?? 0) + 1;
      pairs.push(id);
      owners.push(index);
    }
  });
  const lists = counts.map((count): number[] | undefined => (count >= LEAST ? [] : undefined));
  pairs.forEach((id, i) => lists[id]?.push(owners[i] ?? 0));
  return distinct(lists.filter((list) => list !== undefined));
}

const BUCKETS = 4096;
const BUCKET_SHIFT = 20;
const bucketCounts = new Uint8Array(BUCKETS);

/** Whether a pair can stand in enough clauses: so many fell into its bucket. Nearly all others are told apart. */
function pairFilter(group: readonly FramedClause[]): (key: number) => boolean {
  bucketCounts.fill(0);
  const bucketOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> BUCKET_SHIFT;
  for (const { codes, start, end } of group) {
    for (let at = start; at + 2 + GAP_MIN <= end - 2; at++) {
      const bucket = bucketOf(pairAt(codes, at));
      if ((bucketCounts[bucket] ?? 0) < LEAST) bucketCounts[bucket] = (bucketCounts[bucket] ?? 0) + 1;
    }
  }
  return (key) => (bucketCounts[bucketOf(key)] ?? 0) >= LEAST;
}

/** Each of the lists once, where it stands first. */
function distinct(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const byHash = new Map<number, (readonly number[])[]>();
  return lists.filter((list) => {
    let hash = 0;
    for (const index of list) hash = Math.imul(hash ^ index, 0x5bd1e995) + 1;
    const alike = byHash.get(hash);
    if (alike?.some((other) => other.length === list.length && other.every((index, i) => index === list[i])))
      return false;
    if (alike === undefined) byHash.set(hash, [list]);
    else alike.push(list);
    return true;
  });
}

/** Of clauses that stand in one parallelism the first; no more than `most` of them. */
function withoutParallels(
  group: readonly FramedClause[],
  indices: readonly number[],
  most = Infinity,
): FramedClause[] {
  const left: FramedClause[] = [];
  let last: FramedClause | undefined;
  for (const index of indices) {
    const clause = group[index];
    if (clause === undefined) continue;
    if (last === undefined || !areParallel(last, clause)) left.push(clause);
    if (left.length === most) break;
    last = clause;
  }
  return left;
}

function areParallel(a: FramedClause, b: FramedClause): boolean {
  const sameSeries = a.item && b.item;
  if (a.paragraph === b.paragraph) return sameSeries || b.nth - a.nth <= SENTENCES_APART;
  const apart = b.paragraph.index - a.paragraph.index;
  return a.nth === 0 && b.nth === 0 && (sameSeries || apart <= PARAGRAPHS_APART);
}
