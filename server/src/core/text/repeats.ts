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

const MULTIPLIER = 0x01000193;

/**
 * Finds all stretches of at least `minimum` codes that stand at two places which do not overlap. A code of 0 is
 * a boundary that no stretch crosses. A rolling hash groups the windows of `minimum` codes (each match is
 * verified, so a collision costs time, never truth); linear in the length of `codes`.
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
  }
  return { stretches, placesOf: (stretch) => index.placesOf(stretch) };
}

/** The windows of a fixed size, each linked with the windows of the same codes before and after it. */
class WindowIndex {
  readonly #codes: Uint16Array;
  readonly #size: number;
  /** The first window with the same codes; -1 where no window fits before a boundary. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(codes: Uint16Array, size: number) {
    this.#codes = codes;
    this.#size = size;
    this.#first = new Int32Array(codes.length).fill(-1);
    this.#next = new Int32Array(codes.length).fill(-1);
    this.#previous = new Int32Array(codes.length).fill(-1);
    this.#link();
  }

  isRepeated(start: number): boolean {
    const first = this.#first[start] ?? -1;
    return first >= 0 && (this.#next[first] ?? -1) >= 0;
  }

  /** The length of the longest match of `start` with a partner, when it reaches `atLeast`; else 0. */
  longestMatch(start: number, atLeast: number): number {
    let longest = 0;
    for (const links of [this.#previous, this.#next]) {
      let other = links[start] ?? -1;
      for (let seen = 0; other >= 0 && seen < NEIGHBOURS; seen++) {
        const wanted = Math.max(atLeast, longest + 1);
        if (Math.abs(other - start) >= wanted && this.#same(start, other, wanted)) {
          longest = this.#extend(start, other, wanted);
        }
        other = links[other] ?? -1;
      }
    }
    return longest;
  }

  placesOf({ start, end }: Span): number[] {
    const places: number[] = [];
    const length = end - start;
    let free = 0;
    for (let place = this.#first[start] ?? -1; place >= 0; place = this.#next[place] ?? -1) {
      if (place < free || !this.#same(start, place, length)) continue;
      places.push(place);
      free = place + length;
    }
    return places;
  }

  #same(a: number, b: number, length: number): boolean {
    const last = length - this.#size;
    const first = this.#first;
    if (first[a + last] !== first[b + last] || (first[a + last] ?? -1) < 0) return false;
    for (let at = 0; at < last; at += this.#size) if (first[a + at] !== first[b + at]) return false;
    return true;
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
    const codes = this.#codes;
    const size = this.#size;
    const mask = (1 << Math.max(4, 33 - Math.clz32(codes.length))) - 1;
    const table = new Int32Array(mask + 1).fill(-1);
    const hashes = new Int32Array(codes.length);
    const last = new Int32Array(codes.length);
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
      let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
      for (;;) {
        const found = table[slot] ?? -1;
        if (found < 0) {
          table[slot] = start;
          this.#first[start] = start;
          last[start] = start;
          break;
        }
        if (hashes[found] === hash && this.#equalCodes(found, start)) {
          const before = last[found] ?? found;
          this.#first[start] = found;
          this.#next[before] = start;
          this.#previous[start] = before;
          last[found] = start;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }

  #equalCodes(a: number, b: number): boolean {
    for (let i = 0; i < this.#size; i++) if (this.#codes[a + i] !== this.#codes[b + i]) return false;
    return true;
  }
}
