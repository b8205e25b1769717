/** Longer excerpts are cut. Characters. */
const EXCERPT_MAX = 60;

/** The beginning of some words of a draft on one line, as lists show it. */
export function excerptOf(words: string): string {
  const line = Array.from(words.replace(/\s+/gu, ' ').trim());
  return line.length <= EXCERPT_MAX ? line.join('') : `${line.slice(0, EXCERPT_MAX - 1).join('')}…`;
}
