import { NAME_ENDINGS } from '../../lexicon/fixedTerms.js';
import { paragraphWords } from '../../text/wording.js';
import type { Place } from './place.js';

/** Longer wordings that end like a name say something about what they name. */
const NAME_MAX = 24;

/** Prepositions and conjunctions that a name's repetition may take along at its front. */
const LEADING = /^(?:[在对由向与和及为以从到是将把]|以及|根据|按照|通过|关于)/u;

/** Characters that join or state: wording that holds one of them is more than a name. */
const STATING = /[的了着过把被让使为要在我你他们对向从是有不就都也更最]/u;

/**
 * Whether a wording is nothing but the name of a body, a programme, a rule or a project, possibly with the verb
 * in front of it that it always comes with. Names cannot be put differently; a meeting can.
 */
export function isName({ paragraph, start, end }: Place): boolean {
  if (end - start > NAME_MAX) return false;
  const words = paragraphWords(paragraph.content).slice(start, end).replace(LEADING, '');
  if (!NAME_ENDINGS.some((ending) => words.endsWith(ending)) || STATING.test(words)) return false;
  const { offsets } = paragraph.wording;
  return !/[，；：,;:。]/u.test(paragraph.content.text.slice(offsets[start], offsets[end - 1]));
}
