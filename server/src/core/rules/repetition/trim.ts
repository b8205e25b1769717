import { lastStartingBy, type Span } from '../../text/span.js';
import { isLatinOrDigit } from '../../text/wording.js';
import type { PhraseParagraph } from './place.js';

/**
 * The stretch without what its edges only share by chance: the rest of an ordinal (一是… and 二是…), part of a
 * Latin word or a number, a 的 that joins it to something else, the last character or two of another clause.
 */
export function trim({ content, wording }: PhraseParagraph, { start, end }: Span, minimum: number): Span {
  let from = start;
  let to = end;
  const { codes, offsets } = wording;
  const offset = offsets[start] ?? 0;
  const marker = lastStartingBy(content.analysis.markers, offset - 1);
  if (marker !== undefined && offset < marker.end)
    while (from < to && (offsets[from] ?? 0) < marker.end) from++;
  if (isLatinOrDigit(codes[from - 1] ?? 0)) while (from < to && isLatinOrDigit(codes[from] ?? 0)) from++;
  if (isLatinOrDigit(codes[to] ?? 0)) while (from < to && isLatinOrDigit(codes[to - 1] ?? 0)) to--;
  while (from < to && LOOSE_HEADS.includes(codes[from] ?? 0)) from++;
  if (codes[to] !== 0) while (from < to && LOOSE_TAILS.includes(codes[to - 1] ?? 0)) to--;
  const { text } = content;
  for (let i = FRAGMENT_MAX; i > 0; i--) {
    if (to - from - i >= minimum && hasClauseMark(text, offsets[from + i - 1], offsets[from + i])) {
      if (!hasMark(offsets[from - 1], offsets[from])) from += i;
    }
    if (to - from - i >= minimum && hasClauseMark(text, offsets[to - i - 1], offsets[to - i])) {
      if (!hasMark(offsets[to - 1], offsets[to])) to -= i;
    }
  }
  return { start: from, end: to };
}

const LOOSE_HEADS = ['的'].map((char) => char.charCodeAt(0));
const LOOSE_TAILS = ['的', '和', '与', '及', '并', '第', '对', '把', '将', '被'].map((char) =>
  char.charCodeAt(0),
);

/** So many characters before or after a comma are the rest of another clause. */
const FRAGMENT_MAX = 2;

function hasClauseMark(text: string, before: number | undefined, after: number | undefined): boolean {
  return /[，；：]/u.test(text.slice((before ?? 0) + 1, after));
}

/** Whether a mark, or the beginning of the paragraph, stands before a counted position. */
function hasMark(before: number | undefined, after: number | undefined): boolean {
  return before === undefined || after !== before + 1;
}
