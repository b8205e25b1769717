import { isInsidePair } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { analyseParagraph } from './analysis.js';
import type { Paragraph, ParagraphAnalysis, ParagraphKind, Piece } from './model.js';

/** Keeps analyses by paragraph text, so that an edit re-analyses one paragraph however long the draft is. */
export class AnalysisCache {
  #current = new Map<string, ParagraphAnalysis>();
  #previous = new Map<string, ParagraphAnalysis>();

  /** The analysis of `text`, made when neither this draft nor the one before had it. */
  get(text: string): ParagraphAnalysis {
    const analysis = this.#current.get(text) ?? this.#previous.get(text) ?? analyseParagraph(text);
    this.#current.set(text, analysis);
    return analysis;
  }

  /** Called before each draft is built: what the draft before last had is let go. */
  turn(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }
}

/** What a reader of a format knows of a paragraph before analysis. */
export interface ParagraphSource {
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A paragraph of the document model over its prose and the pieces that it was copied from. */
export class ProseParagraph implements Paragraph {
  readonly index: number;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly #cache: AnalysisCache | undefined;
  #analysis: ParagraphAnalysis | undefined;

  constructor(index: number, source: ParagraphSource, cache: AnalysisCache | undefined) {
    this.index = index;
    this.kind = source.kind;
    this.level = source.level;
    this.text = source.text;
    this.pieces = source.pieces;
    this.#cache = cache;
  }

  get analysis(): ParagraphAnalysis {
    return (this.#analysis ??= this.#cache?.get(this.text) ?? analyseParagraph(this.text));
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
