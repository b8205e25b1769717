import type { Edit } from '../finding.js';
import type { Localized } from '../localized.js';
import { overlaps, type Span } from '../text/span.js';

/**
 * What makes a stretch dispensable, surest first.
 *
 * duplicate: it stands elsewhere word for word · near-duplicate: or nearly · stock-sentence: it says little but stock
 * phrases · filler: words without which the sentence says the same · over-share: a loosely connected sentence of a
 * section that is longer than its fellows, for the writer's judgement
 */
export type CutKind = 'duplicate' | 'near-duplicate' | 'stock-sentence' | 'filler' | 'over-share';

/** From surest to least sure. */
export const CUT_KINDS: readonly CutKind[] = [
  'duplicate',
  'near-duplicate',
  'stock-sentence',
  'filler',
  'over-share',
];

/** Something that can be left out of a draft, whole or not at all. */
export interface Cut {
  readonly kind: CutKind;
  /** Whether it may be chosen unseen; the others wait for the writer's judgement. */
  readonly sure: boolean;
  /** The changes, in ascending order and not overlapping. */
  readonly edits: readonly Edit[];
  /** The words that go, in the draft's spans and in ascending order; what the edits tidy up beside them left out. */
  readonly places: readonly Span[];
  /** Characters saved, as the draft's are counted. */
  readonly characters: number;
  readonly reason: Localized;
  /** From 0 to 1; among cuts of one kind the higher comes first. */
  readonly score: number;
}

/** Whether the cut may be chosen unseen. */
export function isSure({ sure }: Cut): boolean {
  return sure;
}

/** Whether only one of the two can be made. */
export function excludeOneAnother(a: Cut, b: Cut): boolean {
  return a.edits.some((edit) => b.edits.some((other) => overlaps(edit.span, other.span)));
}
