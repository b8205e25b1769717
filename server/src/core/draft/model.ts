import type { Span } from '../text/span.js';
import type { DraftIndexes } from './indexes.js';
import type { Marker } from './markers.js';

/** How a draft's text is to be read. */
export type DraftFormat = 'plain' | 'markdown';

/**
 * A word of a sentence; `start` and `end` are offsets in the text that was segmented, and the words of one
 * segmentation tile it without gaps.
 */
export interface Word extends Span {
  readonly text: string;
}

/** A word with its part of speech in the tag set of ICTCLAS (v verb, n noun, a adjective, d adverb …). */
export interface TaggedWord extends Word {
  readonly tag: string;
}

/**
 * The port through which the engine asks for words. Implementations never throw and accept any string;
 * the words' spans tile the text. A ， that stands in no number parts words, and what stands on one side of it has no
 * bearing on the words of the other.
 */
export interface Segmenter {
  readonly id: 'jieba' | 'intl';
  segment(text: string): readonly Word[];
  /** The same words with their parts of speech; absent where the segmenter knows none. */
  tag?(text: string): readonly TaggedWord[];
}

/** What a paragraph is to a listener. An item is a list item (一是, 一要, a Markdown bullet); a cell, of a table. */
export type ParagraphKind = 'heading' | 'item' | 'body' | 'cell';

/** A clause: what stands between two of ，；： or a dash. Offsets are the paragraph's; `end` excludes the mark. */
export interface Clause extends Span {
  /** The mark that ends the clause, empty at the end of a sentence without one. */
  readonly mark: string;
}

/** A sentence with its end mark and closing quotation marks. Offsets are the paragraph's. */
export interface Sentence extends Span {
  /** Characters without blanks, marks included. */
  readonly characters: number;
  readonly clauses: readonly Clause[];
}

/** A quoted or titled stretch, marks included: “…” ‘…’ 「…」 《…》. Offsets are the paragraph's. */
export interface Quotation extends Span {
  readonly open: string;
}

/**
 * What is known of a paragraph from its text alone, so that it can be kept for as long as the text stays the
 * same, wherever the paragraph moves.
 */
export interface ParagraphAnalysis {
  readonly characters: number;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** Ordinals at the paragraph's start and at the start of its sentences and clauses, in order. */
  readonly markers: readonly Marker[];
}

/** A run of prose that was copied from the source in one piece. */
export interface Piece {
  /** Offset in the paragraph's prose. */
  readonly at: number;
  /** Offset in the draft's source text. */
  readonly source: number;
  readonly length: number;
}

/** What is known of a paragraph wherever in a draft it stands. */
export interface Prose {
  readonly kind: ParagraphKind;
  /** 1 for the highest heading; 0 for what is no heading. */
  readonly level: number;
  readonly text: string;
  readonly analysis: ParagraphAnalysis;
  readonly content: ParagraphContent;
}

/**
 * A paragraph apart from its place. One object stands for all paragraphs of an edited draft that are alike, and for as
 * long as one of its versions has them; so it holds nothing of a draft and no offset but those of its own text.
 */
export interface ParagraphContent extends Prose {
  /** What was derived from it, each by a number of its own: see `perParagraph`. */
  readonly derived: unknown[];
}

/**
 * A paragraph of prose: a line of plain text, or a block of Markdown without its syntax.
 *
 * `text` is what is read aloud. All analysis is in offsets of `text`; {@link Paragraph.span} takes them back
 * to the draft. A blank line is no paragraph.
 */
export interface Paragraph extends Prose {
  readonly index: number;
  readonly pieces: readonly Piece[];
  /** The draft's span of the prose from `start` to `end`, with the whole of a surrogate pair that it would cut. */
  span(start: number, end: number): Span;
}

/** The document model of one speech draft. Immutable. */
export interface Draft {
  /** The whole source text, offsets as every span of a finding uses them. */
  readonly text: string;
  readonly format: DraftFormat;
  readonly paragraphs: readonly Paragraph[];
  /** The indexes of this version, which the next one takes over: see `carriedIndex`. */
  readonly indexes: DraftIndexes<ParagraphContent>;
  /** Characters of all prose, blanks not counted. */
  readonly characters: number;
  /** False when the letters are mostly not Han: nothing is checked then. */
  readonly chinese: boolean;
}
