import { createRequire } from 'node:module';
import type { Segmenter } from '../core/draft/model.js';
import { ownDictionary, packageDictionary } from './dictionary.js';
import type { Dictionary } from './dictionaryFiles.js';
import { tileWords } from './words.js';

/** What is used of nodejieba's interface. */
interface Nodejieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  load(dictionary: Dictionary): void;
  cut(text: string, strict: boolean): string[];
  tag(text: string): { word: string; tag: string }[];
}

/** nodejieba, and why its full dictionary is loaded when it is. */
export interface LoadedJieba {
  readonly segmenter: Segmenter;
  /** The reason the dictionary of words in use could not be loaded; absent when it was. */
  readonly fullReason?: string;
}

/**
 * Loads nodejieba with the dictionary in `folder`, which blocks its thread for a quarter of a second, or with its own
 * full one, which takes three times as long.
 * @throws when the package, its binary or both dictionaries are missing or damaged; the message says which
 */
export function loadJieba(folder: string): LoadedJieba {
  const jieba = createRequire(__filename)('nodejieba') as Nodejieba;
  const { dictionary, fullReason } = chooseDictionary(folder, jieba);
  jieba.load(dictionary);
  const segmenter: Segmenter = {
    id: 'jieba',
    segment: (text) => tileWords(text, jieba.cut(text, true)),
    tag: (text) => {
      const tagged = jieba.tag(text);
      return tileWords(
        text,
        tagged.map(({ word }) => word),
        // Spread, each would have a shape of its own, which takes several times the room of the word.
      ).map(({ start, end, text: word }, index) => ({
        start,
        end,
        text: word,
        tag: tagged[index]?.tag ?? 'x',
      }));
    },
  };
  return fullReason === undefined ? { segmenter } : { segmenter, fullReason };
}

function chooseDictionary(
  folder: string,
  jieba: Nodejieba,
): { readonly dictionary: Dictionary; readonly fullReason?: string } {
  try {
    return { dictionary: ownDictionary(folder) };
  } catch (error) {
    const full = packageDictionary({
      dict: jieba.DEFAULT_DICT,
      hmmDict: jieba.DEFAULT_HMM_DICT,
      userDict: jieba.DEFAULT_USER_DICT,
      idfDict: jieba.DEFAULT_IDF_DICT,
      stopWordDict: jieba.DEFAULT_STOP_WORD_DICT,
    });
    return { dictionary: full, fullReason: error instanceof Error ? error.message : String(error) };
  }
}
