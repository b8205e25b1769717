import type { Span } from './span.js';

/** A stretch of one sequence and what stands in its stead in the other; either may be empty, not both. */
export interface Change {
  readonly before: Span;
  readonly after: Span;
}

/** How two stretches of one sequence differ. */
export interface Difference {
  /** Codes that both have, in order. */
  readonly common: number;
  readonly changes: readonly Change[];
}

/** Fewer equal codes than this between two changes are chance, and the changes are one. */
const ISLAND = 2;

/** Bits of a limb of a row. */
const LIMB = 32;

let comparison: Comparison | undefined;

/** Compares two stretches of `codes`. */
export function differenceOf(codes: Uint16Array, a: Span, b: Span): Difference {
  comparison ??= new Comparison();
  comparison.compareTo(codes, b);
  const common = comparison.commonWith(codes, a);
  return { common, changes: comparison.changes() ?? [] };
}

/**
 * Compares stretches with one and the same other by their longest common subsequence. The rows of the usual table are
 * kept as the bits at which they step, so that the time is the product of both lengths divided by {@link LIMB}; the
 * caller bounds them.
 */
export class Comparison {
  /** Where the stretch stands that others are compared with. */
  #codesOfB: Uint16Array = new Uint16Array(0);
  #b: Span = { start: 0, end: 0 };
  /** Limbs of a row. */
  #limbs = 0;
  /** By code: which of the masks is its own; 0, the empty one, for codes that `b` has not. */
  readonly #maskOf = new Uint16Array(0x10000);
  /**
   * By limb, then by mask, of which there are as many as `b` has codes and the empty one. The bits tell where in `b` a
   * code stands, the lowest standing for the last place.
   */
  #masks = new Int32Array(0);
  #codesOfA: Uint16Array = new Uint16Array(0);
  #a: Span = { start: 0, end: 0 };
  /** By place in `a`: the mask of its code. */
  #own = new Int32Array(0);
  /** By place in `a`: what its row carries over to its next limb. */
  #carries = new Int32Array(0);
  /**
   * By limb, then by place in `a`, and one for its end. The bit of a place in `b` is 0 where the longest subsequence of
   * what follows in both is longer with that place than without.
   */
  #rows = new Int32Array(0);
  #common = 0;

  /** Says which stretch of `codes` the next ones are compared with. */
  compareTo(codes: Uint16Array, b: Span): void {
    for (let at = this.#b.start; at < this.#b.end; at++) this.#maskOf[this.#codesOfB[at] ?? 0] = 0;
    this.#codesOfB = codes;
    this.#b = b;
    const length = b.end - b.start;
    const limbs = (this.#limbs = Math.ceil(length / LIMB));
    this.#masks = withRoom(this.#masks, (length + 1) * limbs).fill(0, 0, (length + 1) * limbs);
    let masks = 0;
    for (let at = b.start; at < b.end; at++) {
      const code = codes[at] ?? 0;
      let mask = this.#maskOf[code] ?? 0;
      if (mask === 0) this.#maskOf[code] = mask = ++masks;
      const bit = b.end - 1 - at;
      const limb = Math.floor(bit / LIMB) * (length + 1) + mask;
      this.#masks[limb] = (this.#masks[limb] ?? 0) | (1 << (bit % LIMB));
    }
  }

  /** How many codes another stretch has in common with that one, in order. */
  commonWith(codes: Uint16Array, a: Span): number {
    this.#codesOfA = codes;
    this.#a = a;
    const length = a.end - a.start;
    const own = (this.#own = withRoom(this.#own, length));
    const maskOf = this.#maskOf;
    for (let place = 0; place < length; place++) own[place] = maskOf[codes[a.start + place] ?? 0] ?? 0;
    const carries = (this.#carries = withRoom(this.#carries, length).fill(0, 0, length));
    const rows = (this.#rows = withRoom(this.#rows, (length + 1) * this.#limbs));
    const masks = this.#masks;
    let common = 0;
    // Limb by limb rather than row by row: what a place needs of the place behind it stays in a register.
    for (let limb = 0; limb < this.#limbs; limb++) {
      const mask = limb * (this.#b.end - this.#b.start + 1);
      const row = limb * (length + 1);
      let bits = (rows[row + length] = ~0);
      for (let place = length - 1; place >= 0; place--) {
        const added = bits & (masks[mask + (own[place] ?? 0)] ?? 0);
        const sum = (bits + added + (carries[place] ?? 0)) | 0;
        carries[place] = (added | (bits & ~sum)) >>> (LIMB - 1);
        rows[row + place] = bits = sum | (bits - added);
      }
      common += bitsIn(~bits);
    }
    return (this.#common = common);
  }

  /** What differs in the stretch that was compared last; undefined when that is more than `most` changes. */
  changes(most = Infinity): Change[] | undefined {
    const [codesA, codesB] = [this.#codesOfA, this.#codesOfB];
    const [a, b] = [this.#a, this.#b];
    let [endA, endB] = [a.end, b.end];
    let left = this.#common;
    let i = a.start;
    let j = b.start;
    while (i < endA && j < endB && codesA[i] === codesB[j]) {
      i++;
      j++;
      left--;
    }
    while (endA > i && endB > j && codesA[endA - 1] === codesB[endB - 1]) {
      endA--;
      endB--;
    }
    const found: Change[] = [];
    let equal = ISLAND;
    // Where the last change begins and has come to so far.
    let [fromA, fromB, toA, toB] = [i, j, i, j];
    const close = (): void => {
      if (toA > fromA || toB > fromB)
        found.push({ before: { start: fromA, end: toA }, after: { start: fromB, end: toB } });
    };
    while (i < endA || j < endB) {
      if (i < endA && j < endB && codesA[i] === codesB[j]) {
        i++;
        j++;
        left--;
        equal++;
        continue;
      }
      if (equal >= ISLAND) {
        close();
        if (found.length >= most) return undefined;
        [fromA, fromB] = [i, j];
      }
      // Whichever keeps the subsequence longest, the place in `a` before that in `b`.
      if (
        j === endB ||
        (i < endA && (this.#steps(i, j) || this.#stepsIn(i + 1 - a.start, b.end - j) === left))
      )
        i++;
      else j++;
      [toA, toB] = [i, j];
      equal = 0;
    }
    close();
    return found;
  }

  /** Whether the row of a place in `a` steps at a place in `b`. */
  #steps(i: number, j: number): boolean {
    const bit = this.#b.end - 1 - j;
    const limb = this.#rows[Math.floor(bit / LIMB) * this.#places() + i - this.#a.start] ?? 0;
    return ((limb >> (bit % LIMB)) & 1) === 0;
  }

  /** At how many of its lowest bits a row steps. */
  #stepsIn(row: number, bits: number): number {
    let steps = 0;
    let at = row;
    let rest = bits;
    for (; rest >= LIMB; rest -= LIMB) {
      steps += bitsIn(~(this.#rows[at] ?? 0));
      at += this.#places();
    }
    return rest === 0 ? steps : steps + bitsIn(~(this.#rows[at] ?? 0) & ((1 << rest) - 1));
  }

  /** Rows of a limb. */
  #places(): number {
    return this.#a.end - this.#a.start + 1;
  }
}

function bitsIn(limb: number): number {
  let bits = (limb - ((limb >>> 1) & 0x55555555)) | 0;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The array, or a new one where it is too short: what it held is needed no more. */
function withRoom(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  return array.length >= length ? array : new Int32Array(2 * length);
}
