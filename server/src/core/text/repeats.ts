import { Sieve } from './sieve.js';
import type { Span } from './span.js';

/** What comes back in a sequence of codes. Spans are positions in the sequence. */
export interface Repeats {
  /**
   * In ascending order: each stretch that stands somewhere else too and cannot be made longer at this place
   * without losing all its partners. One may overlap the next; none lies inside another.
   */
  readonly stretches: readonly Span[];
  /**
   * The places of the stretch's codes in ascending order. One that overlaps the one before is left out, even
   * when it is the stretch itself.
   */
  placesOf(stretch: Span): number[];
}

/** Partners of a place that are looked at, on either side: keeps a text of one sentence typed over and over linear. */
const NEIGHBOURS = 32;

/** In a stretch longer than this the next is looked for only from so near its end: keeps periodic text linear. */
const LONG = 400;
const NEAR_END = LONG / 2;

const MULTIPLIER = 0x01000193;

/**
 * Finds all stretches of at least `minimum` codes that stand at two places which do not overlap. A code of 0 is
 * a boundary that no stretch crosses. A rolling hash groups the windows of `minimum` codes (each match is
 * verified, so a collision costs time, never truth); linear in the length of `codes`. Of two long stretches that
 * overlap by much, one may be told from further on.
 */
export function findRepeats(codes: Uint16Array, minimum: number): Repeats {
  const index = new WindowIndex(codes, minimum);
  const stretches: Span[] = [];
  let end = 0;
  for (let start = 0; start + minimum <= codes.length; start++) {
    if (!index.isRepeated(start)) continue;
    const length = index.longestMatch(start, Math.max(minimum, end - start + 1));
    if (length === 0) continue;
    end = start + length;
    stretches.push({ start, end });
    if (length > LONG) start = end - NEAR_END;
  }
  return { stretches, placesOf: (stretch) => index.placesOf(stretch) };
}

/** The windows of a fixed size, each linked with the windows of the same codes before and after it. */
class WindowIndex {
  readonly #codes: Uint16Array;
  readonly #size: number;
  /** One more than the first window with the same codes; 0 for a window that stands alone and where none fits. */
  readonly #first: Int32Array;
  /** One more than the next and the previous window with the same codes; 0 for none. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(codes: Uint16Array, size: number) {
    this.#codes = codes;
    this.#size = size;
    this.#first = new Int32Array(codes.length);
    this.#next = new Int32Array(codes.length);
    this.#previous = new Int32Array(codes.length);
    this.#link();
  }

  isRepeated(start: number): boolean {
    const first = this.#first[start] ?? 0;
    return first > 0 && (this.#next[first - 1] ?? 0) > 0;
  }

  /** The length of the longest match of `start` with a partner, when it reaches `atLeast`; else 0. */
  longestMatch(start: number, atLeast: number): number {
    let longest = 0;
    for (const links of [this.#previous, this.#next]) {
      let other = (links[start] ?? 0) - 1;
      for (let seen = 0; other >= 0 && seen < NEIGHBOURS; seen++) {
        const wanted = Math.max(atLeast, longest + 1);
        if (Math.abs(other - start) >= wanted && this.#same(start, other, wanted)) {
          longest = this.#extend(start, other, wanted);
        }
        other = (links[other] ?? 0) - 1;
      }
    }
    return longest;
  }

  placesOf({ start, end }: Span): number[] {
    const places: number[] = [];
    const length = end - start;
    let free = 0;
    for (let at = this.#first[start] ?? 0; at > 0; at = this.#next[at - 1] ?? 0) {
      const place = at - 1;
      if (place < free || !this.#same(start, place, length)) continue;
      places.push(place);
      free = place + length;
    }
    return places;
  }

  #same(a: number, b: number, length: number): boolean {
    const last = length - this.#size;
    if (!this.#alike(a + last, b + last)) return false;
    for (let at = 0; at < last; at += this.#size) if (!this.#alike(a + at, b + at)) return false;
    return true;
  }

  #alike(a: number, b: number): boolean {
    const first = this.#first[a] ?? 0;
    return first > 0 && first === this.#first[b];
  }

  #extend(a: number, b: number, from: number): number {
    const codes = this.#codes;
    const most = Math.abs(a - b);
    let length = from;
    while (length < most && codes[a + length] === codes[b + length] && (codes[a + length] ?? 0) !== 0)
      length++;
    return length;
  }

  #link(): void {
    const hashes = new Int32Array(this.#codes.length);
    const starts = this.#mayRecur(hashes);
    const mask = (1 << Math.max(4, 33 - Math.clz32(starts.length))) - 1;
    /** One more than the first window of a hash; 0 for a free slot. */
    const table = new Int32Array(mask + 1);
    /** By the first window of some codes, the last one so far. */
    const last = new Int32Array(this.#codes.length);
    for (const start of starts) {
      const hash = hashes[start] ?? 0;
      let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
      for (;;) {
        const found = (table[slot] ?? 0) - 1;
        if (found < 0) {
          table[slot] = start + 1;
          this.#first[start] = start + 1;
          last[start] = start;
          break;
        }
        if (hashes[found] === hash && this.#equalCodes(found, start)) {
          const before = last[found] ?? found;
          this.#first[start] = found + 1;
          this.#next[before] = start + 1;
          this.#previous[start] = before + 1;
          last[found] = start;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }

  /** Where windows begin that may stand elsewhere too, in ascending order; `hashes` is given theirs, by start. */
  #mayRecur(hashes: Int32Array): Int32Array {
    const codes = this.#codes;
    const size = this.#size;
    const sieve = new Sieve(codes.length);
    const starts = new Int32Array(codes.length);
    let windows = 0;
    let leaving = 1;
    for (let i = 0; i < size; i++) leaving = Math.imul(leaving, MULTIPLIER);
    let hash = 0;
    let held = 0;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] ?? 0;
      if (code === 0) {
        hash = held = 0;
        continue;
      }
      hash = (Math.imul(hash, MULTIPLIER) + code) | 0;
      if (++held > size) hash = (hash - Math.imul(codes[i - size] ?? 0, leaving)) | 0;
      if (held < size) continue;
      const start = i - size + 1;
      hashes[start] = hash;
      sieve.add(hash);
      starts[windows++] = start;
    }
    let left = 0;
    for (let window = 0; window < windows; window++) {
      const start = starts[window] ?? 0;
      if (sieve.mayRecur(hashes[start] ?? 0)) starts[left++] = start;
    }
    return starts.subarray(0, left);
  }

  #equalCodes(a: number, b: number): boolean {
    for (let i = 0; i < this.#size; i++) if (this.#codes[a + i] !== this.#codes[b + i]) return false;
    return true;
  }
}
