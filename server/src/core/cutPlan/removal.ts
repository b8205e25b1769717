import type { Draft, Paragraph } from '../draft/model.js';
import type { Edit } from '../finding.js';
import { lineStart } from '../text/lines.js';
import type { PlannedSentence } from './sentences.js';

/** Inline syntax of Markdown that a sentence's edges may touch. */
const SYNTAX = /[*_~`[\]<>!]/u;

/**
 * The edit that takes a sentence out and leaves its neighbours as if it had never been there: blanks and line breaks
 * between them go with it. None for a paragraph's only sentence, and where Markdown syntax would go too.
 */
export function sentenceRemoval(
  draft: Draft,
  { paragraph, sentence, index }: PlannedSentence,
): Edit | undefined {
  const { sentences } = paragraph.analysis;
  const next = sentences[index + 1];
  const before = sentences[index - 1];
  const start = next === undefined ? (before?.end ?? -1) : sentence.start;
  if (start < 0) return undefined;
  const end = next?.start ?? sentence.end;
  const span = {
    start: next === undefined ? paragraph.span(start - 1, start).end : paragraph.span(start, start).start,
    end: next === undefined ? paragraph.span(start, end).end : paragraph.span(end, end).start,
  };
  if (!isPlain(draft, paragraph.text.slice(start, end), span.start, span.end)) return undefined;
  return { span, text: '' };
}

/** The edit that takes a whole paragraph out with its line; none where something that is no prose stands beside it. */
export function paragraphRemoval(draft: Draft, paragraph: Paragraph): Edit | undefined {
  const { text } = draft;
  const next = draft.paragraphs[paragraph.index + 1];
  const before = draft.paragraphs[paragraph.index - 1];
  if (next === undefined || before === undefined) return undefined;
  const own = paragraph.span(0, paragraph.text.length);
  const start = lineStart(text, own.start);
  const end = lineStart(text, next.span(0, 1).start);
  if (start < before.span(0, before.text.length).end || end < own.end) return undefined;
  if (!/^\s*$/u.test(text.slice(start, own.start)) || !/^\s*$/u.test(text.slice(own.end, end)))
    return undefined;
  if (!isPlain(draft, paragraph.text, own.start, own.end)) return undefined;
  return { span: { start, end }, text: '' };
}

/** Whether the source of a stretch of prose is the prose itself but for line breaks, and no syntax touches it. */
function isPlain({ text, format }: Draft, prose: string, start: number, end: number): boolean {
  const source = text.slice(start, end);
  if (source === prose && format === 'plain') return true;
  if (source.replace(/\s+/gu, '') !== prose.replace(/\s+/gu, '')) return false;
  return !SYNTAX.test(text.charAt(start - 1)) && !SYNTAX.test(text.charAt(end));
}
