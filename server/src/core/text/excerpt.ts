import type { Span } from './span.js';

/** Longer excerpts are cut. Characters. */
const EXCERPT_MAX = 60;

/** Shorter words are shown between so many code units of what stands around them. */
const CONTEXT = 8;

/** The beginning of some words of a draft on one line, as lists show it. */
export function excerptOf(words: string): string {
  const line = Array.from(words.replace(/\s+/gu, ' ').trim());
  return line.length <= EXCERPT_MAX ? line.join('') : `${line.slice(0, EXCERPT_MAX - 1).join('')}…`;
}

/** The words of several places of a draft on one line; a word or two with what stands around them, in brackets. */
export function excerptOfPlaces(text: string, places: readonly Span[]): string {
  return excerptOf(
    places
      .map(({ start, end }) => {
        const words = text.slice(start, end);
        if (end - start > CONTEXT) return words;
        const before = text.slice(Math.max(0, start - CONTEXT), start);
        const after = text.slice(end, end + CONTEXT);
        // From the sentence alone.
        return `${before.replace(/^[\s\S]*[。！？\r\n]/u, '').trimStart()}〔${words}〕${after.replace(/[。！？\r\n][\s\S]*$/u, '')}`;
      })
      .join(' … '),
  );
}
