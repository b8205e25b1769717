import type { WordingSentence } from '../../text/wording.js';

/** A place of a repeated wording, in counted positions. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly at: WordingSentence;
  /** Whether the wording is a whole sentence at one of its places. */
  readonly wholeSentence: boolean;
}
