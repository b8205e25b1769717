import { parsePhrases, type Phrase } from '../text/phrases.js';
import { SOUND_ALIKES } from './confusable/soundAlikes.js';
import { VARIANT_WORDS } from './confusable/variantWords.js';
import { WORDS_IN_CONTEXT } from './confusable/wordsInContext.js';
import { WRONG_IDIOMS } from './confusable/wrongIdioms.js';
import { WRONG_WORDS } from './confusable/wrongWords.js';

/**
 * What is the matter with a form: `wrong` in any text, a `variant` that usage has left behind, right elsewhere
 * but not beside its neighbours (`context`), or against the usage of the writer's own `house`.
 */
export type ConfusableKind = 'wrong' | 'variant' | 'context' | 'house';

/** A form that is taken for another, and the right one. */
export interface ConfusableWord extends Phrase {
  readonly kind: ConfusableKind;
}

/** The known forms, the writer's own left out. */
export function knownConfusables(): ConfusableWord[] {
  return [
    ...of('wrong', WRONG_IDIOMS),
    ...of('wrong', WRONG_WORDS),
    ...of('context', SOUND_ALIKES),
    ...of('variant', VARIANT_WORDS),
    ...of('context', WORDS_IN_CONTEXT),
  ];
}

function of(kind: ConfusableKind, table: string): ConfusableWord[] {
  return parsePhrases(table).map((phrase) => ({ ...phrase, kind }));
}
