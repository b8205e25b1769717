import type { Span } from './span.js';

/** Codes of one shingle. */
const SIZE = 4;

/** Places of one shingle that are remembered: what comes back more often tells no two stretches apart. */
const NEIGHBOURS = 12;

/** Every so many shingles one is kept, chosen by its hash, so that equal ones are kept everywhere. */
const SAMPLING = 2;

/** Two stretches that share so large a part of the smaller one's shingles may be alike. */
const SHARE = 0.3;

/**
 * The pairs of stretches (by index, the earlier first) that share enough wording to be compared in full; the pairs of
 * one later stretch come best first. Linear in the length of `codes`.
 *
 * @param stretches in ascending order, not overlapping
 */
export function alikePairs(codes: Uint16Array, stretches: readonly Span[]): [number, number][] {
  const table = new ShingleTable(codes.length);
  const pairs: [number, number][] = [];
  const sampled: number[] = [];
  stretches.forEach((stretch, index) => {
    const shared = new Map<number, number>();
    let count = 0;
    for (let at = stretch.start; at + SIZE <= stretch.end; at++) {
      const hash = hashAt(codes, at);
      if ((hash >>> 5) % SAMPLING !== 0) continue;
      count++;
      table.visit(hash, index, shared);
    }
    sampled.push(count);
    const alike = [...shared]
      .filter(([other, common]) => common >= Math.max(2, SHARE * Math.min(count, sampled[other] ?? 0)))
      .sort((a, b) => b[1] - a[1]);
    for (const [other] of alike.slice(0, NEIGHBOURS)) pairs.push([other, index]);
  });
  return pairs;
}

function hashAt(codes: Uint16Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SIZE; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), 0x5bd1e995);
  return hash ^ (hash >>> 15);
}

/** For each shingle the last stretches that hold it. */
class ShingleTable {
  readonly #mask: number;
  readonly #hashes: Int32Array;
  /** By slot, one more than the index of the last entry; 0 for a free slot. */
  readonly #last: Int32Array;
  readonly #stretches: number[] = [];
  readonly #before: number[] = [];

  constructor(length: number) {
    this.#mask = (1 << (33 - Math.clz32(Math.max(length, 16)))) - 1;
    this.#hashes = new Int32Array(this.#mask + 1);
    this.#last = new Int32Array(this.#mask + 1);
  }

  /** Counts the earlier stretches that hold the shingle into `shared`, and notes that `stretch` holds it. */
  visit(hash: number, stretch: number, shared: Map<number, number>): void {
    let slot = (hash >>> 3) & this.#mask;
    while ((this.#last[slot] ?? 0) !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    let entry = (this.#last[slot] ?? 0) - 1;
    if (this.#stretches[entry] === stretch) return;
    const before = entry;
    for (let seen = 0; entry >= 0 && seen < NEIGHBOURS; seen++) {
      const other = this.#stretches[entry] ?? 0;
      shared.set(other, (shared.get(other) ?? 0) + 1);
      entry = this.#before[entry] ?? -1;
    }
    this.#stretches.push(stretch);
    this.#before.push(before);
    this.#hashes[slot] = hash;
    this.#last[slot] = this.#stretches.length;
  }
}
