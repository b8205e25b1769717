import type { Draft, Paragraph, ParagraphKind } from '../draft/model.js';
import type { Span } from '../text/span.js';
import type { Course } from './course.js';
import { excessOf, type Excess, type Limits } from './limits.js';

/** The length of a paragraph. */
export interface ParagraphLength {
  /** Its number in the draft, from 1. */
  readonly number: number;
  readonly kind: ParagraphKind;
  readonly characters: number;
  readonly excess: Excess;
  /** Without blanks at its ends. */
  readonly span: Span;
}

/** The length of a sentence. Headings have none. */
export interface SentenceLength {
  /** The number of its paragraph, and its own in there, both from 1. */
  readonly paragraph: number;
  readonly number: number;
  readonly characters: number;
  readonly excess: Excess;
  readonly span: Span;
  /** Where it begins in the course of the speech, from 0 to 1. */
  readonly at: number;
}

/** The lengths of all paragraphs, in order. The rule on them passes over cells, so no limit holds for those. */
export function paragraphLengths({ paragraphs }: Draft, { paragraph: limits }: Limits): ParagraphLength[] {
  return paragraphs.map((paragraph) => ({
    number: paragraph.index + 1,
    kind: paragraph.kind,
    characters: paragraph.analysis.characters,
    excess: paragraph.kind === 'cell' ? 'within' : excessOf(paragraph.analysis.characters, limits),
    span: inkSpan(paragraph),
  }));
}

/** The lengths of all sentences, in order. */
export function sentenceLengths(
  { paragraphs }: Draft,
  { sentence: limits }: Limits,
  course: Course,
): SentenceLength[] {
  return paragraphs
    .filter(({ kind }) => kind !== 'heading')
    .flatMap((paragraph) =>
      paragraph.analysis.sentences.map(({ start, end, characters }, index) => ({
        paragraph: paragraph.index + 1,
        number: index + 1,
        characters,
        excess: excessOf(characters, limits),
        span: paragraph.span(start, end),
        at: course.inParagraph(paragraph, start),
      })),
    );
}

/** The longest; of equals the first. */
export function longestOf<L extends { readonly characters: number }>(lengths: readonly L[]): L | undefined {
  return lengths.reduce<L | undefined>(
    (longest, one) => (longest === undefined || one.characters > longest.characters ? one : longest),
    undefined,
  );
}

function inkSpan(paragraph: Paragraph): Span {
  const { text } = paragraph;
  const start = text.length - text.trimStart().length;
  return paragraph.span(start, Math.max(start, text.trimEnd().length));
}
