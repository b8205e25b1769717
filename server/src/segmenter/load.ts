import type { Segmenter } from '../core/draft/model.js';
import { createIntlSegmenter } from './intl.js';
import { loadJiebaSegmenter } from './jieba.js';

/** A segmenter, and why it is the stand-in when it is one. */
export interface LoadedSegmenter {
  readonly segmenter: Segmenter;
  /** The reason nodejieba could not be loaded; absent when it was. */
  readonly fallbackReason?: string;
}

/** Loads nodejieba, or Intl.Segmenter where nodejieba cannot be had. Never throws. */
export function loadSegmenter(): LoadedSegmenter {
  try {
    return { segmenter: loadJiebaSegmenter() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { segmenter: createIntlSegmenter(), fallbackReason: reason.split('\n', 1)[0] ?? reason };
  }
}
