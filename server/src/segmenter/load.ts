import { join } from 'node:path';
import type { Segmenter } from '../core/draft/model.js';
import { createIntlSegmenter } from './intl.js';
import { loadJieba } from './jieba.js';

/** Why words are not cut in the usual way, when they are not. */
export interface StandIn {
  /** The reason nodejieba could not be loaded; absent when it was. */
  readonly fallbackReason?: string;
  /** The reason nodejieba was loaded with its full dictionary, which cuts the same words slower; absent when not. */
  readonly fullReason?: string;
}

/** A segmenter, and why it is not the usual one when it is not. */
export interface LoadedSegmenter extends StandIn {
  readonly segmenter: Segmenter;
}

/** The build, or the set-up of the tests, puts the dictionary beside what runs. */
const DICTIONARY_FOLDER = join(__dirname, 'dictionary');

/** Loads nodejieba, or Intl.Segmenter where nodejieba cannot be had. Never throws. */
export function loadSegmenter(folder = DICTIONARY_FOLDER): LoadedSegmenter {
  try {
    return loadJieba(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { segmenter: createIntlSegmenter(), fallbackReason: reason.split('\n', 1)[0] ?? reason };
  }
}
