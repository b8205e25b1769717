import { lineStart } from '../text/lines.js';
import type { MarkerFamily } from './markers.js';
import type { Draft, Paragraph } from './model.js';

/** How high a section stands among others. */
export interface Rank {
  /** 1 for the highest: of a Markdown heading its own, of others that of their ordinal. */
  readonly level: number;
  /** The level of its ordinal; undefined without one. */
  readonly ordinal: number | undefined;
  /** Whether Markdown's own syntax makes it a heading. */
  readonly markedUp: boolean;
}

/** The levels of headings by their ordinal (GB/T 15834-2011 B.3.8). */
const LEVELS: Partial<Record<MarkerFamily, number>> = {
  hanDot: 1,
  hanParen: 2,
  arabicDot: 3,
  arabicParen: 4,
};

/** The level of a heading with such an ordinal; undefined for ordinals that open items. */
export function headingRank(family: MarkerFamily): number | undefined {
  return LEVELS[family];
}

/**
 * Whether a section lies inside another that it follows. Markdown's headings are told by their number of #, others
 * by their ordinals; between the two kinds ordinals decide, and Markdown's stand above those that cannot be compared.
 */
export function isInside(inner: Rank, outer: Rank): boolean {
  if (inner.markedUp) return outer.markedUp && inner.level > outer.level;
  if (inner.ordinal !== undefined && outer.ordinal !== undefined) return inner.ordinal > outer.ordinal;
  return outer.markedUp || inner.level > outer.level;
}

/** Whether a heading is one by Markdown's syntax: it begins with #, or only that can have made it one. */
export function isMarkedUp(draft: Draft, paragraph: Paragraph, ordinal: number | undefined): boolean {
  if (draft.format !== 'markdown') return false;
  if (ordinal === undefined) return true;
  const { start } = paragraph.span(0, 0);
  const line = draft.text.slice(lineStart(draft.text, start), start);
  return line.includes('#');
}
