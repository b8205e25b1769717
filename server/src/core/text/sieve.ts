/** Bits for each hash that is to come: with fewer, hashes that come once pass for others; with more, caches overflow. */
const BITS = 8;

/** Tells of nearly all hashes that come but once that they do, in a fraction of the memory of a table. */
export class Sieve {
  /** A bit for each hash, where it falls: whether one has come. */
  readonly #once: Int32Array;
  /** The same: whether another has. */
  readonly #again: Int32Array;
  readonly #shift: number;

  /** @param count how many hashes are to come at most */
  constructor(count: number) {
    const bits = Math.min(32 - Math.clz32(BITS * Math.max(count, 8)), 30);
    this.#shift = 32 - bits;
    this.#once = new Int32Array(2 ** (bits - 5));
    this.#again = new Int32Array(2 ** (bits - 5));
  }

  add(hash: number): void {
    const place = Math.imul(hash, 0x9e3779b1) >>> this.#shift;
    const bit = 1 << (place & 31);
    const once = this.#once[place >> 5] ?? 0;
    if ((once & bit) !== 0) this.#again[place >> 5] = (this.#again[place >> 5] ?? 0) | bit;
    else this.#once[place >> 5] = once | bit;
  }

  /** Whether a hash may have come more than once. Never false of one that has. */
  mayRecur(hash: number): boolean {
    const place = Math.imul(hash, 0x9e3779b1) >>> this.#shift;
    return ((this.#again[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;
  }
}
