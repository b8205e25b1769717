import type { ParagraphContent } from '../../draft/model.js';
import type { Standing } from '../../draft/standing.js';
import { isHanCode } from '../../text/characters.js';
import { lastStartingBy, type Span } from '../../text/span.js';
import { paragraphWording, paragraphWords } from '../../text/wording.js';

/** A paragraph with its clauses that are long enough for a frame. */
export interface FramedParagraph extends Standing {
  readonly clauses: readonly FramedClause[];
}

/** A clause in counted positions of its paragraph, the ordinal that opens it left out. */
export interface FramedClause extends Span {
  readonly paragraph: FramedParagraph;
  /** The wording of the paragraph. */
  readonly codes: Uint16Array;
  /** The place of its sentence among those of the paragraph, from 0. */
  readonly nth: number;
  readonly item: boolean;
}

/** Shorter clauses have no room for a frame, longer ones are lists. */
const SHORTEST = 7;
const LONGEST = 90;

/** The clauses of a paragraph; headings and tables have none. */
export function framedParagraph(content: ParagraphContent, index: number): FramedParagraph {
  const clauses: FramedClause[] = [];
  const paragraph = { content, index, clauses };
  if (content.kind === 'heading' || content.kind === 'cell') return paragraph;
  const { codes, offsets, sentences } = paragraphWording(content);
  for (const { sentence, index: nth, ...at } of sentences) {
    let position = at.start;
    for (const clause of sentence.clauses) {
      const marker = lastStartingBy(content.analysis.markers, clause.start);
      const item = marker?.start === clause.start;
      const from = item ? marker.end : clause.start;
      while (position < at.end && (offsets[position] ?? 0) < from) position++;
      const start = position;
      while (position < at.end && (offsets[position] ?? 0) < clause.end) position++;
      const length = position - start;
      if (length < SHORTEST || length > LONGEST) continue;
      if (isHanCode(codes[position - 1] ?? 0) && isHanCode(codes[position - 2] ?? 0))
        clauses.push({ paragraph, codes, start, end: position, nth, item });
    }
  }
  return paragraph;
}

/** The words of a clause, or of another stretch of its paragraph. */
export function wordsOf({ paragraph, ...clause }: FramedClause, { start, end }: Span = clause): string {
  return paragraphWords(paragraph.content).slice(start, end);
}

/** The pair of characters that a clause ends with. */
export function tailOf({ codes, end }: FramedClause): number {
  return pairAt(codes, end - 2);
}

/** Two characters that follow one another, as one number. */
export function pairAt(codes: Uint16Array, at: number): number {
  return ((codes[at] ?? 0) << 16) | (codes[at + 1] ?? 0);
}
