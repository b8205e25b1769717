import { Sieve } from './sieve.js';
import type { Span } from './span.js';

/** A sequence of codes that goes into an index, and comes out again, as one. */
export interface Piece {
  /** 0 is a boundary that no stretch crosses; they end with one, unless they are empty. */
  readonly codes: Uint16Array;
  /** Its place among the pieces. The order of two pieces stays the same while both are in an index. */
  index: number;
}

/** A place in a piece. */
export interface PlaceIn<P extends Piece> {
  readonly piece: P;
  readonly start: number;
}

/** Partners of a place that are looked at, on either side: keeps a text of one sentence typed over and over linear. */
const NEIGHBOURS = 32;

/** In a stretch longer than this the next is looked for only from so near its end: keeps periodic text linear. */
const LONG = 400;
const NEAR_END = LONG / 2;

const MULTIPLIER = 0x01000193;

/** So much of the room may be taken by pieces that are gone before all is laid out anew. */
const GONE = 1 / 2;

/**
 * What comes back in a sequence of pieces that come and go: all stretches of at least `minimum` codes that stand at two
 * places which do not overlap. A rolling hash groups the windows of `minimum` codes (each match is verified, so a
 * collision costs time, never truth); linear in the length of what comes and goes, and in how often that stands
 * elsewhere.
 */
export class Repeats<P extends Piece> {
  readonly #size: number;
  /** The codes of all pieces, one behind the other in the order they came; what is gone stays. A position is in here. */
  #codes = new Uint16Array(0);
  #length = 0;
  #gone = 0;
  /** By position: one more than the window that stands for all of the same codes; 0 for a window left out, and for none. */
  #first = new Int32Array(0);
  /** By a window that stands for others: one more than the first and the last of those that are here, in order. */
  #head = new Int32Array(0);
  #last = new Int32Array(0);
  /** By window: one more than the next and the previous one of the same codes; 0 for none. */
  #next = new Int32Array(0);
  #previous = new Int32Array(0);
  /** By position: the number of its piece. */
  #owner = new Int32Array(0);
  /** By number; what is gone leaves a gap. */
  #pieces: (P | undefined)[] = [];
  readonly #bases = new Map<P, number>();
  /** The same by number. */
  #baseOf: number[] = [];
  /** One more than a window that stands for others, by hash; undefined as long as windows that stand alone are left out. */
  #table: Int32Array | undefined;
  #hashes = new Int32Array(0);
  #windows = 0;

  constructor(minimum: number) {
    this.#size = minimum;
  }

  /** Begins anew with these pieces, in their order. */
  reset(pieces: readonly P[]): void {
    this.#layOut(pieces);
    const sieve = new Sieve(this.#length);
    this.#eachWindow(0, this.#length, (_, hash) => {
      sieve.add(hash);
    });
    this.#link(sieve);
  }

  /**
   * Takes pieces out and puts others in.
   *
   * @param present all pieces that are here afterwards, in order; those removed still have the index they had
   * @param renumber called when the removed ones are out, to give the others their new indices
   * @returns the pieces, here or gone, that share a window with one removed or added
   */
  change(removed: readonly P[], renumber: () => { added: readonly P[]; all: readonly P[] }): Set<P> {
    const table = this.#table ?? this.#link(undefined);
    const touched = new Set<P>();
    for (const piece of removed) {
      this.touch(piece, touched);
      this.#takeOut(piece);
    }
    const { added, all } = renumber();
    const coming = added.reduce((sum, { codes }) => sum + codes.length, 0);
    if (this.#gone > GONE * this.#length || 2 * (this.#windows + coming) > table.length) {
      this.#layOut(all);
      this.#link(undefined);
    } else {
      this.#makeRoom(this.#length + coming);
      for (const piece of added) {
        const base = this.#append(piece);
        this.#eachWindow(base, this.#length, (start, hash) => {
          this.#insert(table, start, hash);
        });
      }
    }
    for (const piece of added) this.touch(piece, touched);
    return touched;
  }

  /** Adds the pieces that share a window with one. */
  touch(piece: P, touched: Set<P>): void {
    touched.add(piece);
    const base = this.#bases.get(piece) ?? 0;
    for (let at = base; at < base + piece.codes.length; at++) {
      const first = this.#first[at] ?? 0;
      if (first === 0) continue;
      let place = this.#head[first - 1] ?? 0;
      if ((this.#next[place - 1] ?? 0) === 0) continue;
      for (; place > 0; place = this.#next[place - 1] ?? 0) {
        const other = this.#pieces[this.#owner[place - 1] ?? 0];
        if (other !== undefined) touched.add(other);
      }
    }
  }

  /**
   * In ascending order: each stretch of a piece that stands somewhere else too and cannot be made longer at this place
   * without losing all its partners. One may overlap the next; none lies inside another. Of two long ones that overlap
   * by much, one may be told from further on.
   */
  stretchesIn(piece: P): Span[] {
    const base = this.#bases.get(piece) ?? 0;
    const to = base + piece.codes.length;
    const stretches: Span[] = [];
    let end = base;
    for (let start = base; start + this.#size <= to; start++) {
      if (!this.#isRepeated(start)) continue;
      const length = this.#longestMatch(start, Math.max(this.#size, end - start + 1));
      if (length === 0) continue;
      end = start + length;
      stretches.push({ start: start - base, end: end - base });
      if (length > LONG) start = end - NEAR_END;
    }
    return stretches;
  }

  /**
   * The places of a stretch's codes in ascending order. One that overlaps the one before is left out, even when it is
   * the stretch itself.
   */
  placesOf(piece: P, { start, end }: Span): PlaceIn<P>[] {
    const places: PlaceIn<P>[] = [];
    const length = end - start;
    const from = (this.#bases.get(piece) ?? 0) + start;
    let last = -1;
    let free = 0;
    let at = this.#head[(this.#first[from] ?? 0) - 1] ?? 0;
    for (; at > 0; at = this.#next[at - 1] ?? 0) {
      const place = at - 1;
      const owner = this.#owner[place] ?? 0;
      if ((owner === last && place < free) || !this.#same(from, place, length)) continue;
      const other = this.#pieces[owner];
      if (other === undefined) continue;
      places.push({ piece: other, start: place - (this.#baseOf[owner] ?? 0) });
      last = owner;
      free = place + length;
    }
    return places;
  }

  #isRepeated(start: number): boolean {
    return this.#next[start] !== 0 || this.#previous[start] !== 0;
  }

  /** The length of the longest match of `start` with a partner, when it reaches `atLeast`; else 0. */
  #longestMatch(start: number, atLeast: number): number {
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

  /** Lays pieces out one behind the other; nothing is linked yet. */
  #layOut(pieces: readonly P[]): void {
    const room = pieces.reduce((sum, { codes }) => sum + codes.length, 0);
    this.#codes = new Uint16Array(room);
    this.#owner = new Int32Array(room);
    this.#pieces = [];
    this.#baseOf = [];
    this.#bases.clear();
    this.#length = this.#gone = 0;
    for (const piece of pieces) this.#append(piece);
  }

  #append(piece: P): number {
    const base = this.#length;
    this.#codes.set(piece.codes, base);
    this.#length += piece.codes.length;
    this.#owner.fill(this.#pieces.length, base, this.#length);
    this.#pieces.push(piece);
    this.#bases.set(piece, base);
    this.#baseOf.push(base);
    return base;
  }

  /** Links all windows, or only those that a sieve lets through: others can be linked to nothing that comes later. */
  #link(sieve: Sieve | undefined): Int32Array {
    const room = this.#codes.length;
    this.#first = new Int32Array(room);
    this.#head = new Int32Array(room);
    this.#last = new Int32Array(room);
    this.#next = new Int32Array(room);
    this.#previous = new Int32Array(room);
    this.#hashes = new Int32Array(room);
    this.#windows = 0;
    const starts = new Int32Array(room);
    let count = 0;
    this.#eachWindow(0, this.#length, (start, hash) => {
      if (sieve?.mayRecur(hash) === false) return;
      this.#hashes[start] = hash;
      starts[count++] = start;
    });
    // Where nothing is left out what comes later finds room too, for a while.
    const table = new Int32Array(2 ** Math.max(8, (sieve === undefined ? 34 : 33) - Math.clz32(count)));
    this.#table = table;
    for (const start of starts.subarray(0, count)) this.#insert(table, start, this.#hashes[start] ?? 0);
    if (sieve !== undefined) this.#table = undefined;
    return table;
  }

  #makeRoom(length: number): void {
    if (length <= this.#codes.length) return;
    const room = Math.ceil(1.25 * length);
    this.#codes = grown(this.#codes, new Uint16Array(room));
    this.#owner = grown(this.#owner, new Int32Array(room));
    this.#first = grown(this.#first, new Int32Array(room));
    this.#head = grown(this.#head, new Int32Array(room));
    this.#last = grown(this.#last, new Int32Array(room));
    this.#next = grown(this.#next, new Int32Array(room));
    this.#previous = grown(this.#previous, new Int32Array(room));
    this.#hashes = grown(this.#hashes, new Int32Array(room));
  }

  /** Calls for each window of a stretch of positions with its hash, in order. */
  #eachWindow(from: number, to: number, each: (start: number, hash: number) => void): void {
    const codes = this.#codes;
    const size = this.#size;
    let leaving = 1;
    for (let i = 0; i < size; i++) leaving = Math.imul(leaving, MULTIPLIER);
    let hash = 0;
    let held = 0;
    for (let i = from; i < to; i++) {
      const code = codes[i] ?? 0;
      if (code === 0) {
        hash = held = 0;
        continue;
      }
      hash = (Math.imul(hash, MULTIPLIER) + code) | 0;
      if (++held > size) hash = (hash - Math.imul(codes[i - size] ?? 0, leaving)) | 0;
      if (held >= size) each(i - size + 1, hash);
    }
  }

  #insert(table: Int32Array, start: number, hash: number): void {
    const mask = table.length - 1;
    this.#hashes[start] = hash;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const found = (table[slot] ?? 0) - 1;
      if (found < 0) {
        table[slot] = start + 1;
        this.#windows++;
        this.#first[start] = this.#head[start] = this.#last[start] = start + 1;
        return;
      }
      if (this.#hashes[found] === hash && this.#equalCodes(found, start)) {
        this.#first[start] = found + 1;
        this.#linkIn(found, start);
        return;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Puts a window among those of the same codes, behind those before it. */
  #linkIn(first: number, start: number): void {
    let before = this.#last[first] ?? 0;
    while (before > 0 && this.#isBefore(start, before - 1)) before = this.#previous[before - 1] ?? 0;
    const behind = before > 0 ? (this.#next[before - 1] ?? 0) : (this.#head[first] ?? 0);
    this.#next[start] = behind;
    this.#previous[start] = before;
    if (before > 0) this.#next[before - 1] = start + 1;
    else this.#head[first] = start + 1;
    if (behind > 0) this.#previous[behind - 1] = start + 1;
    else this.#last[first] = start + 1;
  }

  #isBefore(a: number, b: number): boolean {
    const [ownerA, ownerB] = [this.#owner[a] ?? 0, this.#owner[b] ?? 0];
    if (ownerA === ownerB) return a < b;
    return (this.#pieces[ownerA]?.index ?? 0) < (this.#pieces[ownerB]?.index ?? 0);
  }

  #takeOut(piece: P): void {
    const base = this.#bases.get(piece) ?? 0;
    for (let at = base; at < base + piece.codes.length; at++) {
      const first = (this.#first[at] ?? 0) - 1;
      if (first < 0) continue;
      const before = this.#previous[at] ?? 0;
      const behind = this.#next[at] ?? 0;
      if (before > 0) this.#next[before - 1] = behind;
      else this.#head[first] = behind;
      if (behind > 0) this.#previous[behind - 1] = before;
      else this.#last[first] = before;
    }
    if (piece.codes.length > 0) this.#pieces[this.#owner[base] ?? 0] = undefined;
    this.#bases.delete(piece);
    this.#gone += piece.codes.length;
  }

  #equalCodes(a: number, b: number): boolean {
    for (let i = 0; i < this.#size; i++) if (this.#codes[a + i] !== this.#codes[b + i]) return false;
    return true;
  }
}

/** What an array held, in a larger one. */
function grown<A extends Uint16Array | Int32Array>(array: A, larger: A): A {
  larger.set(array);
  return larger;
}
