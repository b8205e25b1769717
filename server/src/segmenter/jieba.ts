import { createRequire } from 'node:module';
import type { Segmenter } from '../core/draft/model.js';
import { tileWords } from './words.js';

/** What is used of nodejieba's interface. */
interface Nodejieba {
  load(): void;
  cut(text: string, strict: boolean): string[];
  tag(text: string): { word: string; tag: string }[];
}

/**
 * Loads nodejieba and its dictionary; blocks its thread for most of a second the first time.
 * @throws when the package, its binary or its dictionary is missing; the message says which
 */
export function loadJiebaSegmenter(): Segmenter {
  const jieba = createRequire(__filename)('nodejieba') as Nodejieba;
  jieba.load();
  return {
    id: 'jieba',
    segment: (text) => tileWords(text, jieba.cut(text, true)),
    tag: (text) => {
      const tagged = jieba.tag(text);
      return tileWords(
        text,
        tagged.map(({ word }) => word),
      ).map((word, index) => ({ ...word, tag: tagged[index]?.tag ?? 'x' }));
    },
  };
}
