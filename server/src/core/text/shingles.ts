import { Sieve } from './sieve.js';
import type { Span } from './span.js';

/** Codes of one shingle. */
const SIZE = 4;

/** Stretches with one shingle that are remembered: what comes back more often tells no two stretches apart. */
const NEIGHBOURS = 12;

/** Every so many shingles one is kept, chosen by its hash, so that equal ones are kept everywhere. */
const SAMPLING = 2;

/** Two stretches that share so large a part of the smaller one's shingles may be alike. */
const SHARE = 0.3;

/** So many shingles have two stretches in common at least. */
const LEAST = 2;

/** Hashes of the shingles of a stretch that are kept, in order: those of `hashes` from `start` to `end`. */
export interface Shingles extends Span {
  readonly hashes: Int32Array;
}

/** What is compared. */
export interface Shingled {
  readonly shingles: Shingles;
}

/** The shingles of some stretches, in order and not overlapping, of one sequence. */
export function shinglesOf(codes: Uint16Array, stretches: readonly Span[]): Shingles[] {
  const hashes = new Int32Array(stretches.reduce((sum, { start, end }) => sum + end - start, 0));
  let count = 0;
  return stretches.map(({ start, end }) => {
    const first = count;
    for (let at = start; at + SIZE <= end; at++) {
      const hash = hashAt(codes, at);
      if ((hash >>> 5) % SAMPLING === 0) hashes[count++] = hash;
    }
    return { hashes, start: first, end: count };
  });
}

function kept({ hashes, start, end }: Shingles): Set<number> {
  return new Set(hashes.subarray(start, end));
}

function countOf({ start, end }: Shingles): number {
  return end - start;
}

function hashAt(codes: Uint16Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SIZE; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), 0x5bd1e995);
  return hash ^ (hash >>> 15);
}

/**
 * For each stretch those before it that share enough wording with it to be compared in full, best first. Linear in the
 * number of shingles.
 *
 * @param each called in the order of the stretches, for those that have others
 */
export function alikeBefore<S extends Shingled>(
  stretches: readonly S[],
  each: (stretch: S, others: readonly S[]) => void,
): void {
  const count = stretches.reduce((sum, { shingles }) => sum + countOf(shingles), 0);
  const sieve = new Sieve(count);
  for (const { shingles } of stretches) {
    const { hashes, start, end } = shingles;
    for (let at = start; at < end; at++) sieve.add(hashes[at] ?? 0);
  }
  const table = new ShingleTable(count, stretches.length);
  stretches.forEach((stretch, index) => {
    const { hashes, start, end } = stretch.shingles;
    table.begin(index);
    for (let at = start; at < end; at++) {
      const hash = hashes[at] ?? 0;
      if (sieve.mayRecur(hash)) table.visit(hash);
    }
    const best = bestOf(
      table.shared,
      (other) => table.common(other),
      (other, common) => isEnough(common, stretch, stretches[other]),
    );
    if (best.length > 0)
      each(
        stretch,
        best.flatMap((other) => stretches[other] ?? []),
      );
  });
}

/** Whether so many shingles in common speak for two stretches. */
function isEnough(common: number, a: Shingled, b: Shingled | undefined): boolean {
  if (common < LEAST || b === undefined) return false;
  return common >= SHARE * Math.min(countOf(a.shingles), countOf(b.shingles));
}

/** Of others in the order they were met those that have most in common, the first met first among equals. */
function bestOf<T>(
  others: Iterable<T>,
  commonWith: (other: T) => number,
  isEnoughWith: (other: T, common: number) => boolean,
): T[] {
  const best: T[] = [];
  const commons: number[] = [];
  for (const other of others) {
    const common = commonWith(other);
    if (!isEnoughWith(other, common)) continue;
    let place = best.length;
    while (place > 0 && (commons[place - 1] ?? 0) < common) place--;
    if (place === NEIGHBOURS) continue;
    for (let at = Math.min(best.length, NEIGHBOURS - 1); at > place; at--) {
      best[at] = best[at - 1] ?? other;
      commons[at] = commons[at - 1] ?? common;
    }
    best[place] = other;
    commons[place] = common;
  }
  return best;
}

/**
 * The same for stretches that come and go: which of them hold a shingle, in order.
 *
 * It keeps no order of its own, so that whatever moves all stretches of a draft alike costs it nothing.
 */
export class ShingleHolders<S extends Shingled> {
  readonly #compare: (a: S, b: S) => number;
  /** A sole holder by itself: most shingles stand but once. */
  readonly #holders = new Map<number, S | S[]>();

  /** @param compare the order of two stretches, as of `Array.sort`; it stays the same while both are in here */
  constructor(compare: (a: S, b: S) => number, stretches: readonly S[]) {
    this.#compare = compare;
    for (const stretch of stretches) {
      for (const hash of kept(stretch.shingles)) {
        const holders = this.#holders.get(hash);
        if (holders === undefined) this.#holders.set(hash, stretch);
        else if (Array.isArray(holders)) holders.push(stretch);
        else this.#holders.set(hash, [holders, stretch]);
      }
    }
  }

  /** @param affected is given the stretches behind it that may have other stretches before them now */
  add(stretch: S, affected: Set<S>): void {
    for (const hash of kept(stretch.shingles)) {
      const holders = this.#holdersOf(hash);
      const place = this.#placeOf(holders, stretch);
      for (const other of holders.slice(place, place + NEIGHBOURS)) affected.add(other);
      holders.splice(place, 0, stretch);
      this.#holders.set(hash, holders.length === 1 ? stretch : holders);
    }
  }

  /** @param affected as of {@link add} */
  delete(stretch: S, affected: Set<S>): void {
    for (const hash of kept(stretch.shingles)) {
      const holders = this.#holdersOf(hash);
      const place = this.#placeOf(holders, stretch);
      for (const other of holders.slice(place + 1, place + 1 + NEIGHBOURS)) affected.add(other);
      holders.splice(place, 1);
      if (holders.length === 0) this.#holders.delete(hash);
    }
  }

  /** The stretches before one that share enough wording with it, best first. */
  alikeBefore(stretch: S): readonly S[] {
    const common = new Map<S, number>();
    for (const hash of kept(stretch.shingles)) {
      const holders = this.#holdersOf(hash);
      const place = this.#placeOf(holders, stretch);
      for (let at = place - 1; at >= Math.max(0, place - NEIGHBOURS); at--) {
        const other = holders[at];
        if (other !== undefined) common.set(other, (common.get(other) ?? 0) + 1);
      }
    }
    return bestOf(
      common.keys(),
      (other) => common.get(other) ?? 0,
      (other, shared) => isEnough(shared, stretch, other),
    );
  }

  #holdersOf(hash: number): S[] {
    const holders = this.#holders.get(hash);
    return holders === undefined ? [] : Array.isArray(holders) ? holders : [holders];
  }

  /** How many holders stand before a stretch. */
  #placeOf(holders: readonly S[], stretch: S): number {
    let low = 0;
    let high = holders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const holder = holders[middle];
      if (holder !== undefined && this.#compare(holder, stretch) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Integers of a slot: a hash, and who holds it. */
const SLOT = 2;

/** Integers of a ring: the place of its newest stretch in it, then stretches, one more than their index. */
const RING = 1 + NEIGHBOURS;

/** For each shingle the last stretches that hold it. Laid out so that a visit touches few lines of memory. */
class ShingleTable {
  readonly #mask: number;
  /** A slot is free with 0; a sole stretch is one more than its index, a ring of several its negated number. */
  readonly #slots: Int32Array;
  /** From the second on; there is no ring 0. */
  #rings = new Int32Array(256 * RING);
  #ringCount = 1;
  #stretch = 0;
  /** By stretch, how many shingles it shares with the present one. */
  readonly #common: Int32Array;
  /** The earlier stretches that share a shingle with the present one, in the order they were met. */
  readonly shared: number[] = [];

  constructor(length: number, stretches: number) {
    this.#mask = (1 << (33 - Math.clz32(Math.max(length, 16)))) - 1;
    this.#slots = new Int32Array(SLOT * (this.#mask + 1));
    this.#common = new Int32Array(stretches);
  }

  /** Goes on to the next stretch. */
  begin(stretch: number): void {
    for (const other of this.shared) this.#common[other] = 0;
    this.shared.length = 0;
    this.#stretch = stretch;
  }

  /** How many shingles the present stretch shares with an earlier one. */
  common(other: number): number {
    return this.#common[other] ?? 0;
  }

  /** Counts the earlier stretches that hold the shingle, once a stretch, and notes that the present one holds it. */
  visit(hash: number): void {
    const slots = this.#slots;
    let slot = ((hash >>> 3) & this.#mask) * SLOT;
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + SLOT) & (SLOT * this.#mask + 1);
    const holder = slots[slot + 1] ?? 0;
    const own = this.#stretch + 1;
    if (holder === own) return;
    if (holder === 0) {
      slots[slot] = hash;
      slots[slot + 1] = own;
    } else if (holder > 0) {
      this.#count(holder - 1);
      slots[slot + 1] = -this.#newRing(holder, own);
    } else this.#turn(-holder * RING, own);
  }

  #count(other: number): void {
    const common = this.#common[other] ?? 0;
    if (common === 0) this.shared.push(other);
    this.#common[other] = common + 1;
  }

  #newRing(first: number, second: number): number {
    const ring = this.#ringCount++;
    const at = ring * RING;
    if (at + RING > this.#rings.length) {
      const rings = this.#rings;
      this.#rings = new Int32Array(2 * rings.length);
      this.#rings.set(rings);
    }
    this.#rings[at] = 1;
    this.#rings[at + 1] = first;
    this.#rings[at + 2] = second;
    return ring;
  }

  /** Counts the stretches of a ring from the newest on, and puts the present one in the oldest one's place. */
  #turn(at: number, own: number): void {
    const rings = this.#rings;
    let place = rings[at] ?? 0;
    if (rings[at + 1 + place] === own) return;
    for (let seen = 0; seen < NEIGHBOURS; seen++) {
      const holder = rings[at + 1 + place] ?? 0;
      if (holder === 0) break;
      this.#count(holder - 1);
      place = place === 0 ? NEIGHBOURS - 1 : place - 1;
    }
    const next = ((rings[at] ?? 0) + 1) % NEIGHBOURS;
    rings[at] = next;
    rings[at + 1 + next] = own;
  }
}
