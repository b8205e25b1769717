import { isHanCode } from '../../text/characters.js';

/** Bits of the filter before the table of pairs. */
const FILTER_SHIFT = 17;
const FILTER = 2 ** (32 - FILTER_SHIFT);

/**
 * Finds those of some pairs of Han characters that come back in a stretch of text, cheaply enough to be asked of
 * every sentence: most sentences need not be cut into words then. Keeps its tables between calls.
 */
export class RecurringPairs {
  /** A bit where the hash of a pair falls: nearly all other pairs of a text have none. */
  readonly #filter = new Int32Array(FILTER / 32);
  readonly #slots = new Map<number, number>();
  /** By pair, where it stood first in the present stretch. */
  readonly #places: Int32Array;
  /** A place belongs to this call when it carries the call's number. */
  readonly #calls: Int32Array;
  #call = 0;

  /** @param pairs those to look for; what is no pair of Han characters is never found */
  constructor(pairs: Iterable<string>) {
    for (const pair of pairs) {
      if (pair.length !== 2) continue;
      const key = keyOf(pair.charCodeAt(0), pair.charCodeAt(1));
      const bit = bitOf(key);
      this.#filter[bit >> 5] = (this.#filter[bit >> 5] ?? 0) | (1 << (bit & 31));
      this.#slots.set(key, this.#slots.size);
    }
    this.#places = new Int32Array(this.#slots.size);
    this.#calls = new Int32Array(this.#slots.size);
  }

  /**
   * The places in `text` from `start` to `end` where a pair stands that stood before without overlapping it,
   * in ascending order.
   */
  find(text: string, start: number, end: number): number[] {
    const call = ++this.#call;
    const found: number[] = [];
    let before = start < end ? text.charCodeAt(start) : 0;
    for (let i = start + 1; i < end; i++) {
      const code = text.charCodeAt(i);
      const key = keyOf(before, code);
      const bit = bitOf(key);
      before = code;
      if ((((this.#filter[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 0) continue;
      const slot = this.#slots.get(key);
      if (slot === undefined || !isHanCode(code) || !isHanCode(text.charCodeAt(i - 1))) continue;
      if (this.#calls[slot] !== call) {
        this.#calls[slot] = call;
        this.#places[slot] = i - 1;
      } else if (i - 1 - (this.#places[slot] ?? 0) >= 2) found.push(i - 1);
    }
    return found;
  }
}

function keyOf(first: number, second: number): number {
  return (first << 16) | second;
}

function bitOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> FILTER_SHIFT;
}
