import { countCharacters } from '../text/characters.js';
import { markerAt } from './markers.js';
import type { ParagraphKind } from './model.js';
import { headingRank } from './rank.js';

/** A heading is a line of its own of at most this many characters. */
const HEADING_MAX = 50;

/**
 * What a line of prose is by its own looks. A heading begins with 一、（一）1.（1） and ends with its first
 * sentence, even when a mark wrongly ends it; a line that goes on is a paragraph with a lead sentence; a line
 * beginning with 一是, 一要, 第一，… is an item.
 */
export function classify(line: string): { readonly kind: ParagraphKind; readonly level: number } {
  const text = line.trim();
  const marker = markerAt(text, 0, 'paragraph');
  if (marker === undefined || marker.family === 'side') return { kind: 'body', level: 0 };
  const level = headingRank(marker.family);
  if (level === undefined) return { kind: 'item', level: 0 };
  const body = text.slice(marker.end).trim();
  const oneSentence = !/[。！？!?；;](?=[^”’」』）)》〉】])/u.test(body);
  if (body !== '' && oneSentence && countCharacters(text) <= HEADING_MAX) return { kind: 'heading', level };
  return { kind: 'body', level: 0 };
}
