import { excerptOf } from '../text/excerpt.js';
import { printable } from '../text/printable.js';

/** What stands in a guide file as a problem quotes it: on one line, not long, and without what steers a terminal. */
export function quoted(words: string): string {
  return `“${excerptOf(printable(words))}”`;
}
