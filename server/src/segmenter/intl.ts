import type { Segmenter, Word } from '../core/draft/model.js';
import { tileWords } from './words.js';

/** The longest stretch given to Intl.Segmenter at once: its cost grows with the square of the length. */
const STRETCH = 400;

/** The segmenter that needs nothing: the platform's own, without parts of speech. */
export function createIntlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return {
    id: 'intl',
    segment(text: string): readonly Word[] {
      const pieces: string[] = [];
      for (let start = 0; start < text.length; start += STRETCH) {
        for (const { segment } of segmenter.segment(text.slice(start, start + STRETCH))) pieces.push(segment);
      }
      return tileWords(text, pieces);
    },
  };
}
