import type { Random } from '../evaluate/random.js';

/** One change of a text as it is made at the keyboard. */
export interface Keystroke {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Milliseconds until the hand moves again. */
  readonly pause: number;
}

/** UTF-16 code units around which the length of the text stays. */
export interface Length {
  readonly least: number;
  readonly most: number;
}

/** How many keystrokes can be taken back. */
const REMEMBERED = 40;

/**
 * A writer at a draft: types in bursts with pauses, deletes, pastes, begins paragraphs, takes back, and goes elsewhere.
 * The same for the same numbers.
 */
export class Typist {
  readonly #random: Random;
  readonly #phrases: readonly string[];
  readonly #length: Length;
  #cursor = 0;
  /** What would undo each of the last keystrokes. */
  #undo: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  /** @param source what the writer's phrases are taken from */
  constructor(random: Random, source: string, length: Length) {
    this.#random = random;
    this.#phrases = source.match(/[^\n，。；：！？]+[，。；：！？]?/gu) ?? [];
    this.#length = length;
  }

  /** Where the writer is. */
  get cursor(): number {
    return this.#cursor;
  }

  /** One bout of work on the text, a keystroke at a time; `textNow` gives the text as it has become. */
  *bout(textNow: () => string): Generator<Keystroke, void, void> {
    const text = textNow();
    this.#cursor = Math.min(this.#cursor, text.length);
    const chance = this.#random.next();
    if (text.length > this.#length.most || chance < 0.04) yield* this.#cut(textNow);
    else if (text.length < this.#length.least || chance < 0.1) yield* this.#paste(textNow);
    else if (chance < 0.2) yield* this.#delete(textNow);
    else if (chance < 0.27) yield* this.#takeBack(textNow);
    else if (chance < 0.33) yield this.#put(textNow(), this.#cursor, this.#cursor, '\n', 400);
    else if (chance < 0.45) this.#cursor = this.#whole(text, this.#random.below(text.length + 1));
    else yield* this.#type(textNow);
  }

  *#type(textNow: () => string): Generator<Keystroke, void, void> {
    const letters = Array.from(this.#phrase());
    while (letters.length > 0) {
      // An input method gives a word at a time.
      const word = letters.splice(0, 1 + this.#random.below(4)).join('');
      yield this.#put(textNow(), this.#cursor, this.#cursor, word, 150 + this.#random.below(500));
    }
  }

  *#delete(textNow: () => string): Generator<Keystroke, void, void> {
    for (let count = 1 + this.#random.below(15); count > 0 && this.#cursor > 0; count--) {
      const text = textNow();
      const start = this.#whole(text, this.#cursor - 1);
      yield this.#put(text, start, this.#cursor, '', 60 + this.#random.below(80));
    }
  }

  *#paste(textNow: () => string): Generator<Keystroke, void, void> {
    let pasted = '';
    while (pasted.length < 50 + this.#random.below(350)) pasted += this.#phrase();
    yield this.#put(textNow(), this.#cursor, this.#cursor, pasted, 600);
  }

  *#cut(textNow: () => string): Generator<Keystroke, void, void> {
    const text = textNow();
    const end = this.#whole(text, Math.min(text.length, this.#cursor + 50 + this.#random.below(500)));
    yield this.#put(text, this.#cursor, end, '', 800);
  }

  *#takeBack(textNow: () => string): Generator<Keystroke, void, void> {
    for (let count = 1 + this.#random.below(12); count > 0; count--) {
      const last = this.#undo.pop();
      if (last === undefined) return;
      yield this.#put(textNow(), last.start, last.end, last.text, 120);
      this.#undo.pop();
    }
  }

  #put(text: string, start: number, end: number, inserted: string, pause: number): Keystroke {
    this.#undo.push({ start, end: start + inserted.length, text: text.slice(start, end) });
    if (this.#undo.length > REMEMBERED) this.#undo.shift();
    this.#cursor = start + inserted.length;
    return { start, end, text: inserted, pause };
  }

  #phrase(): string {
    return this.#random.one(this.#phrases) ?? '。';
  }

  /** A place that does not divide a character. */
  #whole(text: string, at: number): number {
    return /[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? Math.max(0, at - 1) : at;
  }
}
