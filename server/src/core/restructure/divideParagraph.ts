import { divideAt, divisionsOf, nameOf } from '../draft/divisions.js';
import { filled, notHere, type Change, type Outcome, type Request } from './restructuring.js';
import { keepsProse } from './keepsProse.js';
import { paragraphAt, standsFree } from './place.js';
import { NO_PARAGRAPH, SYNTAX } from './reasons.js';

const TITLE = { zh: '把这段分成 {count} 段', en: 'Divide this paragraph into {count}' };
const LABEL = { zh: '在“{words}”前分段', en: 'Divide before “{words}”' };
const HEADING = { zh: '这里是小标题，不用分段。', en: 'This is a heading; there is nothing to divide.' };
const NO_PLACE = {
  zh: '这段话不长，也没有合适的分段处。',
  en: 'This paragraph is short, and there is no good place to divide it.',
};

/** Divides the paragraph at the caret where its items begin, where it turns to something new, or into even pieces. */
export function divideParagraph({ draft, place, most, onlyHere }: Request): Outcome {
  const paragraph = paragraphAt(draft, place);
  if (paragraph === undefined) return notHere(NO_PARAGRAPH);
  if (paragraph.kind === 'heading') return notHere(HEADING);
  if (paragraph.kind === 'cell' || !standsFree(draft, paragraph)) return notHere(SYNTAX);
  // A paragraph that is short enough does not call for it.
  if (onlyHere === true && paragraph.analysis.characters <= most) return notHere(NO_PLACE);
  const changes = divisionsOf(paragraph, most).map((division): Change => ({
    ...divideAt(draft, paragraph, division),
    label: filled(LABEL, { words: nameOf(paragraph, division) }),
  }));
  if (changes.length === 0) return notHere(NO_PLACE);
  if (!keepsProse(draft, changes)) return notHere(SYNTAX);
  return { title: filled(TITLE, { count: changes.length + 1 }), changes, separable: true };
}
