import type { Draft, Paragraph } from '../draft/model.js';
import { seriesOf, type Member, type Series } from '../draft/enumerations.js';
import { lineStart } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** The paragraph in which the caret stands or the selection begins: a line of it, its blanks and its end included. */
export function paragraphAt(draft: Draft, { start }: Span): Paragraph | undefined {
  const lineEnd = (from: number): number => /[\r\n]|$/u.exec(draft.text.slice(from))?.index ?? 0;
  return draft.paragraphs.findLast(({ pieces }) => {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return false;
    const end = last.source + last.length;
    return lineStart(draft.text, first.source) <= start && start <= end + lineEnd(end);
  });
}

/** The offset in the paragraph's prose of an offset in the draft's text: the nearest that is prose and not after it. */
export function proseOffset(paragraph: Paragraph, offset: number): number {
  const piece = paragraph.pieces.findLast(({ source }) => source <= offset);
  return piece === undefined ? 0 : piece.at + Math.min(offset - piece.source, piece.length);
}

/**
 * Whether nothing but blanks, or an emphasis that begins, stands before the paragraph in its line: in Markdown anything
 * else makes it part of a list, a quote or a table.
 */
export function standsFree(draft: Draft, { pieces }: Paragraph): boolean {
  const start = pieces[0]?.source ?? 0;
  return /^\s*(?:\*{1,3}|_{1,3})?$/u.test(draft.text.slice(lineStart(draft.text, start), start));
}

/** A member of a series with the series it belongs to. */
export interface Place {
  readonly series: Series;
  readonly member: Member;
}

/**
 * The members that the caret may mean, the likeliest first: the last that begins before it in its paragraph, the
 * first that begins after it there, then those that open the paragraph below and those above, nearest first.
 */
export function membersAt(draft: Draft, place: Span): Place[] {
  const paragraph = paragraphAt(draft, place);
  const all = seriesOf(draft).flatMap((series) => series.members.map((member) => ({ series, member })));
  if (paragraph === undefined) return [];
  const offset = proseOffset(paragraph, place.start);
  const here = all
    .filter(({ member }) => member.paragraph === paragraph)
    .sort((a, b) => a.member.marker.start - b.member.marker.start);
  const before = here.filter(({ member }) => member.marker.start <= offset).reverse();
  const after = here.filter(({ member }) => member.marker.start > offset);
  const above = all
    .filter(({ member }) => member.marker.place === 'paragraph' && member.paragraph.index < paragraph.index)
    .sort((a, b) => b.member.paragraph.index - a.member.paragraph.index);
  const below = all.filter(
    ({ member }) => member.marker.place === 'paragraph' && member.paragraph.index === paragraph.index + 1,
  );
  return [...before, ...after, ...below, ...above];
}
