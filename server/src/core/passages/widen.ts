import type { Span } from '../text/span.js';

const OPENING = '“‘「『《（(【';
const CLOSING = '。！？”’」』》）)】';

/** The span of some wording with the marks that open and close it, which comparing leaves out. */
export function widen(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && OPENING.includes(text.charAt(from - 1))) from--;
  while (to < text.length && CLOSING.includes(text.charAt(to))) to++;
  return { start: from, end: to };
}
