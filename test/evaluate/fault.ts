import type { Edit } from '../../server/src/core/finding.js';
import type { Span } from '../../server/src/core/text/span.js';
import type { Random } from './random.js';
import type { Source } from './source.js';

/** One fault to be planted into a clean text. All offsets are the clean text's. */
export interface Fault {
  /** What was done, finer than the kind: which mark, which direction. */
  readonly variant: string;
  /** In ascending order, not overlapping. */
  readonly edits: readonly Edit[];
  /** Where a finding counts, at least one character wide in the planted text. */
  readonly places: readonly Span[];
  /** A true statement planted as a check: nothing may be said of its places. */
  readonly control?: boolean;
}

/** A kind of fault and the rule that has to find it. */
export interface Planter {
  readonly kind: string;
  readonly rule: string;
  /** Proposes faults for one text, few enough that no text outweighs the others. */
  propose(source: Source, random: Random): Fault[];
}

/** A fault in its text. Offsets are those of `text`. */
export interface Planted {
  readonly text: string;
  readonly places: readonly Span[];
  /** Where a span of the clean text, untouched by the edits, stands now. */
  moved(span: Span): Span;
}

/** Carries the fault's edits out. */
export function plant(source: Source, fault: Fault): Planted {
  let text = '';
  let at = 0;
  for (const { span, text: replacement } of fault.edits) {
    text += source.text.slice(at, span.start) + replacement;
    at = span.end;
  }
  text += source.text.slice(at);
  return {
    text,
    places: fault.places.map(({ start, end }) => ({
      start: position(fault.edits, start, 'before'),
      end: position(fault.edits, end, 'after'),
    })),
    moved: ({ start, end }) => ({
      start: position(fault.edits, start, 'after'),
      end: position(fault.edits, end, 'before'),
    }),
  };
}

/** Where an offset of the clean text stands after the edits; `side` decides for text inserted right at it. */
function position(edits: readonly Edit[], offset: number, side: 'before' | 'after'): number {
  let shift = 0;
  for (const { span, text } of edits) {
    const longer = text.length - (span.end - span.start);
    if (span.start === span.end && span.start === offset) shift += side === 'after' ? longer : 0;
    else if (span.end <= offset) shift += longer;
    else if (span.start < offset) shift += Math.min(0, span.start + text.length - offset);
  }
  return offset + shift;
}

/** An edit that replaces, inserts or deletes. */
export function edit(start: number, end: number, text: string): Edit {
  return { span: { start, end }, text };
}
