import { isHanCode } from '../../text/characters.js';

/**
 * Finds the strings of two Han characters that come back in a stretch of text, cheaply enough to be asked of
 * every sentence: most sentences need not be cut into words then. Keeps its table between calls.
 */
export class RecurringPairs {
  #keys = new Int32Array(1024);
  #places = new Int32Array(1024);
  /** A slot belongs to this call when it carries the call's number. */
  #calls = new Int32Array(1024);
  #call = 0;

  /**
   * The places in `text` from `start` to `end` where a pair stands that stood before without overlapping it,
   * in ascending order.
   */
  find(text: string, start: number, end: number): number[] {
    this.#makeRoom(end - start);
    const call = ++this.#call;
    const mask = this.#keys.length - 1;
    const found: number[] = [];
    let before = 0;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      const han = isHanCode(code);
      if (han && before !== 0) {
        const key = (before << 16) | code;
        let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
        while (this.#calls[slot] === call && this.#keys[slot] !== key) slot = (slot + 1) & mask;
        if (this.#calls[slot] !== call) {
          this.#calls[slot] = call;
          this.#keys[slot] = key;
          this.#places[slot] = i - 1;
        } else if (i - 1 - (this.#places[slot] ?? 0) >= 2) found.push(i - 1);
      }
      before = han ? code : 0;
    }
    return found;
  }

  #makeRoom(length: number): void {
    let size = this.#keys.length;
    while (size < 2 * length) size *= 2;
    if (size === this.#keys.length) return;
    this.#keys = new Int32Array(size);
    this.#places = new Int32Array(size);
    this.#calls = new Int32Array(size);
    this.#call = 0;
  }
}
