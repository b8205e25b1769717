import type { ParagraphSource } from './content.js';

/** The paragraphs of plain text: one a line, whatever the line ends are, blank lines left out. */
export function* readPlain(text: string): Generator<ParagraphSource> {
  let feed = -1;
  let turn = -1;
  let start = 0;
  while (start <= text.length) {
    if (feed < start) feed = nextOf('\n', text, start);
    if (turn < start) turn = nextOf('\r', text, start);
    const end = Math.min(feed, turn);
    const line = text.slice(start, end);
    if (/\S/u.test(line)) {
      yield { block: 'line', text: line, pieces: [{ at: 0, source: start, length: line.length }] };
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function nextOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
