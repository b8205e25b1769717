import type { Word } from '../core/draft/model.js';

/**
 * Turns a segmenter's pieces into words whose spans tile `text`. A piece that does not stand in the text
 * where it should (a segmenter garbles a lone surrogate) is replaced by what the text has there.
 */
export function tileWords(text: string, pieces: Iterable<string>): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece === '' || at >= text.length) continue;
    const end = text.startsWith(piece, at) ? at + piece.length : Math.min(text.length, at + 1);
    words.push({ start: at, end, text: text.slice(at, end) });
    at = end;
  }
  if (at < text.length) words.push({ start: at, end: text.length, text: text.slice(at) });
  return words;
}
