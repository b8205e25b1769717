import type { Span } from './span.js';

/** A word list compiled so that a text is read once, however many words the list has. */
export interface Matcher {
  /**
   * Calls `found` for each place where a word of the list stands, with the longest word that ends there, in
   * ascending order of ends. Spans are half-open indices of `codes`.
   */
  match(codes: Uint16Array, found: (start: number, end: number) => void): void;
}

/** The places where words stand, in order, but for those that another which ends later begins with or before. */
export function longestMatches(matcher: Matcher, codes: Uint16Array): Span[] {
  const matches: Span[] = [];
  matcher.match(codes, (start, end) => {
    // 充分 before 充分发挥.
    for (let last = matches.at(-1); last !== undefined && last.start >= start; last = matches.at(-1))
      matches.pop();
    matches.push({ start, end });
  });
  return matches;
}

/** Compiles words (UTF-16 code units) into an Aho–Corasick automaton. Empty words are left out. */
export function compileMatcher(words: Iterable<string>): Matcher {
  return new Automaton([...words]);
}

const OPENS_SHIFT = 17;
const OPENS = 2 ** (32 - OPENS_SHIFT);

/** A state for each beginning of a word; 0 is that of no beginning at all. What is told by state is in flat tables. */
class Automaton implements Matcher {
  /** States by the state they follow and the code that leads to them; open addressing, 0 where nothing is. */
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #from: Int32Array;
  readonly #code: Uint16Array;
  /** Where to go on when no state follows: that of the longest proper suffix that is a beginning too. */
  readonly #fallback: Int32Array;
  /** The length of the longest word that ends here; 0 for none. */
  readonly #longest: Int32Array;
  /** A bit for each pair of codes that begins a word, where its hash falls: it sends away nearly all of a text. */
  readonly #opens = new Int32Array(OPENS / 32);
  /** Whether there are words of one code, which are told as if 0 followed. */
  #singles = false;
  #states = 1;

  constructor(words: readonly string[]) {
    let room = 1;
    for (const word of words) room += word.length;
    this.#shift = Math.clz32(4 * room) + 1;
    this.#slots = new Int32Array(2 ** (32 - this.#shift));
    this.#from = new Int32Array(room);
    this.#code = new Uint16Array(room);
    this.#fallback = new Int32Array(room);
    this.#longest = new Int32Array(room);
    for (const word of words) this.#add(word);
    this.#linkFallbacks();
  }

  match(codes: Uint16Array, found: (start: number, end: number) => void): void {
    const fallback = this.#fallback;
    const longest = this.#longest;
    const opens = this.#opens;
    const singles = this.#singles;
    const last = codes.length - 1;
    let state = 0;
    let following = codes[0] ?? 0;
    for (let i = 0; i <= last; i++) {
      const code = following;
      following = i < last ? (codes[i + 1] ?? 0) : 0;
      let next = 0;
      while (next === 0 && state !== 0) {
        next = this.#after(state, code);
        if (next === 0) state = fallback[state] ?? 0;
      }
      if (next === 0) {
        if (!mayOpen(opens, code, following) && !(singles && mayOpen(opens, code, 0))) continue;
        next = this.#after(0, code);
      }
      state = next;
      const word = longest[state] ?? 0;
      if (word > 0) found(i + 1 - word, i + 1);
    }
  }

  /** The state that a code leads to from another; 0 for none. */
  #after(from: number, code: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = this.#slotOf(from, code);
    for (;;) {
      const state = slots[slot] ?? 0;
      if (state === 0 || (this.#from[state] === from && this.#code[state] === code)) return state;
      slot = (slot + 1) & mask;
    }
  }

  #slotOf(from: number, code: number): number {
    return Math.imul(Math.imul(from, 0x9e3779b1) ^ code, 0x85ebca6b) >>> this.#shift;
  }

  #add(word: string): void {
    let state = 0;
    const bit = openingBit(word.charCodeAt(0), word.charCodeAt(1));
    this.#opens[bit >> 5] = (this.#opens[bit >> 5] ?? 0) | (1 << (bit & 31));
    this.#singles ||= word.length === 1;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      state = this.#after(state, code) || this.#newState(state, code);
    }
    if (state !== 0) this.#longest[state] = word.length;
  }

  #newState(from: number, code: number): number {
    const state = this.#states++;
    this.#from[state] = from;
    this.#code[state] = code;
    const slots = this.#slots;
    let slot = this.#slotOf(from, code);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = state;
    return state;
  }

  #linkFallbacks(): void {
    for (const state of this.#byDepth()) {
      const from = this.#from[state] ?? 0;
      const code = this.#code[state] ?? 0;
      let shorter = from;
      let fallback = 0;
      while (fallback === 0 && shorter !== 0) {
        shorter = this.#fallback[shorter] ?? 0;
        fallback = this.#after(shorter, code);
      }
      this.#fallback[state] = fallback;
      if (this.#longest[state] === 0) this.#longest[state] = this.#longest[fallback] ?? 0;
    }
  }

  /** All states but the first, short beginnings before long ones. */
  #byDepth(): readonly number[] {
    const depths: number[][] = [];
    const depthOf = new Int32Array(this.#states);
    for (let state = 1; state < this.#states; state++) {
      const depth = (depthOf[state] = (depthOf[this.#from[state] ?? 0] ?? 0) + 1);
      (depths[depth - 1] ??= []).push(state);
    }
    return depths.flat();
  }
}

function mayOpen(opens: Int32Array, first: number, second: number): boolean {
  const bit = openingBit(first, second);
  return (((opens[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 1;
}

function openingBit(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> OPENS_SHIFT;
}
