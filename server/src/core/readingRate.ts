import type { Guide } from './guide.js';
import { speechLength } from './rules/speech-length.js';

/** The characters a speaker reads in a minute, as the guide or else the rule speech-length states them. */
export function charactersPerMinute(guide: Guide): number {
  const set = guide.rules[speechLength.id]?.options?.['charactersPerMinute'];
  if (typeof set === 'number') return set;
  const option = speechLength.options['charactersPerMinute'];
  return option?.type === 'integer' ? option.default : 180;
}
