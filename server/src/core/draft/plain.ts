import type { ParagraphSource } from './paragraph.js';
import { classify } from './classify.js';

/** The paragraphs of plain text: one a line, whatever the line ends are, blank lines left out. */
export function* readPlain(text: string): Generator<ParagraphSource> {
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    const line = text.slice(start, end);
    if (/\S/u.test(line)) {
      yield { ...classify(line), text: line, pieces: [{ at: 0, source: start, length: line.length }] };
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}
