import type { Span } from '../../../server/src/core/text/span.js';

/** What is wrong with a span of a text; undefined where nothing is. An empty span is right only where one may be. */
export function spanFault(text: string, { start, end }: Span, mayBeEmpty = false): string | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return `${String(start)}-${String(end)} is no span`;
  if (start < 0 || end > text.length || start > end)
    return `${String(start)}-${String(end)} is outside the text`;
  if (start === end && !mayBeEmpty) return `${String(start)}-${String(end)} is empty`;
  if (splitsPair(text, start) || splitsPair(text, end))
    return `${String(start)}-${String(end)} splits a character`;
  return undefined;
}

/** What is wrong with the spans of a text. */
export function spanFaults(text: string, spans: Iterable<Span>, mayBeEmpty = false): string[] {
  return Array.from(spans, (span) => spanFault(text, span, mayBeEmpty)).filter(
    (fault) => fault !== undefined,
  );
}

/** Whether an offset lies between the halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}
