import { codesOf } from './codes.js';

/** All stretches of one length that some texts hold: tells whether a stretch of codes is among them. */
export class Windows {
  readonly #size: number;
  /** The texts with a 0 behind each. */
  readonly #codes: Uint16Array;
  /** Where a stretch of a hash begins, one more than that; open addressing, 0 for free. */
  readonly #slots: Int32Array;

  constructor(texts: readonly string[], size: number) {
    this.#size = size;
    this.#codes = codesOf(texts.map((text) => `${text}\0`).join(''));
    this.#slots = new Int32Array(2 ** (33 - Math.clz32(this.#codes.length + 1)));
    let at = 0;
    for (const { length } of texts) {
      for (let start = at; start + size <= at + length; start++) this.#add(start);
      at += length + 1;
    }
  }

  /** Whether the stretch that begins at a place is one of them; the place must have as many codes behind it. */
  has(codes: Uint16Array, at: number): boolean {
    return this.#codes.length > 0 && this.#slots[this.#slotOf(codes, at)] !== 0;
  }

  #add(at: number): void {
    const slot = this.#slotOf(this.#codes, at);
    if (this.#slots[slot] === 0) this.#slots[slot] = at + 1;
  }

  /** The slot of a stretch, or the free one where it would be. */
  #slotOf(codes: Uint16Array, at: number): number {
    const mask = this.#slots.length - 1;
    let hash = 0;
    for (let i = at; i < at + this.#size; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), 0x5bd1e995);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const known = this.#slots[slot] ?? 0;
      if (known === 0 || this.#same(known - 1, codes, at)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #same(own: number, codes: Uint16Array, at: number): boolean {
    for (let i = 0; i < this.#size; i++) if (this.#codes[own + i] !== codes[at + i]) return false;
    return true;
  }
}
