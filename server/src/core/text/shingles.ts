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

/**
 * For each stretch those before it, by their indices, that share enough wording with it to be compared in full, best
 * first. Linear in the length of `codes`.
 *
 * @param stretches in ascending order, not overlapping
 * @param each called in the order of the stretches, for those that have others
 */
export function alikeBefore(
  codes: Uint16Array,
  stretches: readonly Span[],
  each: (stretch: number, others: readonly number[]) => void,
): void {
  const { hashes, ends } = sample(codes, stretches);
  const sieve = new Sieve(hashes.length);
  for (const hash of hashes) sieve.add(hash);
  const table = new ShingleTable(hashes.length, stretches.length);
  let at = 0;
  stretches.forEach((_, index) => {
    const end = ends[index] ?? 0;
    const count = end - at;
    table.begin(index);
    for (; at < end; at++) {
      const hash = hashes[at] ?? 0;
      if (sieve.mayRecur(hash)) table.visit(hash);
    }
    const best: number[] = [];
    for (const other of table.shared) {
      const common = table.common(other);
      if (common < Math.max(LEAST, SHARE * Math.min(count, (ends[other] ?? 0) - (ends[other - 1] ?? 0))))
        continue;
      let place = best.length;
      while (place > 0 && table.common(best[place - 1] ?? 0) < common) place--;
      if (place === NEIGHBOURS) continue;
      best.splice(place, 0, other);
      best.length = Math.min(best.length, NEIGHBOURS);
    }
    if (best.length > 0) each(index, best);
  });
}

/** The hashes of the shingles that are kept, and for each stretch where its own end among them. */
function sample(codes: Uint16Array, stretches: readonly Span[]): { hashes: Int32Array; ends: Int32Array } {
  const hashes = new Int32Array(codes.length);
  let length = 0;
  const ends = Int32Array.from(stretches, ({ start, end }) => {
    for (let at = start; at + SIZE <= end; at++) {
      const hash = hashAt(codes, at);
      if ((hash >>> 5) % SAMPLING === 0) hashes[length++] = hash;
    }
    return length;
  });
  return { hashes: hashes.subarray(0, length), ends };
}

function hashAt(codes: Uint16Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SIZE; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), 0x5bd1e995);
  return hash ^ (hash >>> 15);
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
