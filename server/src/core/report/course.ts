import type { Draft, Paragraph } from '../draft/model.js';
import { countCharacters } from '../text/characters.js';

/**
 * The course of a speech from its first character to its last: where in it a place lies, from 0 to 1, measured in
 * characters read, so that what takes time to read takes room.
 */
export class Course {
  readonly #paragraphs: readonly Paragraph[];
  /** Characters before each paragraph. */
  readonly #before: readonly number[];
  readonly #total: number;

  constructor({ paragraphs, characters }: Draft) {
    let sum = 0;
    this.#paragraphs = paragraphs;
    this.#before = paragraphs.map(({ analysis }) => (sum += analysis.characters) - analysis.characters);
    this.#total = characters;
  }

  /** The paragraph that holds an offset of the draft, else the one before it, else the first. */
  paragraphAt(offset: number): Paragraph | undefined {
    let low = 0;
    let high = this.#paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#paragraphs[middle]?.pieces[0]?.source ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#paragraphs[low];
  }

  /** Where an offset of the draft lies, from 0 to 1. */
  at(offset: number): number {
    const paragraph = this.paragraphAt(offset);
    if (paragraph === undefined) return 0;
    const piece = paragraph.pieces.findLast(({ source }) => source <= offset);
    const inside = piece === undefined ? 0 : piece.at + Math.min(offset - piece.source, piece.length);
    return this.inParagraph(paragraph, inside);
  }

  /** Where an offset of a paragraph's text lies, from 0 to 1. */
  inParagraph(paragraph: Paragraph, offset: number): number {
    if (this.#total === 0) return 0;
    const before = this.#before[paragraph.index] ?? 0;
    return Math.min(1, (before + countCharacters(paragraph.text.slice(0, offset))) / this.#total);
  }
}
