import { isInsidePair } from '../text/characters.js';
import type { Span } from '../text/span.js';
import type { Paragraph, ParagraphAnalysis, ParagraphContent, ParagraphKind, Piece } from './model.js';

/** A paragraph of the document model over its content and the pieces that its prose was copied from. */
export class ProseParagraph implements Paragraph {
  readonly index: number;
  readonly content: ParagraphContent;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly text: string;
  readonly pieces: readonly Piece[];

  constructor(index: number, content: ParagraphContent, pieces: readonly Piece[]) {
    this.index = index;
    this.content = content;
    this.kind = content.kind;
    this.level = content.level;
    this.text = content.text;
    this.pieces = pieces;
  }

  get analysis(): ParagraphAnalysis {
    return this.content.analysis;
  }

  span(start: number, end: number): Span {
    // Rules count in UTF-16 code units, and may come upon half a character.
    const from = this.#sourceOf(isInsidePair(this.text, start) ? start - 1 : start);
    if (end <= start) return { start: from, end: from };
    // The end is that of the last character, so that a span never takes in syntax that follows it.
    return { start: from, end: this.#sourceOf(isInsidePair(this.text, end) ? end : end - 1) + 1 };
  }

  #sourceOf(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    return piece === undefined ? 0 : piece.source + Math.min(offset - piece.at, piece.length);
  }
}
