import { formalitiesOf, takesLeave } from '../draft/formalities.js';
import type { Draft } from '../draft/model.js';
import type { GuideWords } from '../guide.js';
import { formulasIn } from '../lexicon/formulas.js';
import { FixedPlaces } from '../rules/lexical/place.js';
import { ownOf } from '../rules/repetition/mask.js';
import { wordingOf } from '../text/wording.js';

/** A draft as it is compared with others: its wording without marks and blanks, sentence on sentence. */
export interface ComparedText {
  readonly codes: Uint16Array;
  /** The offset of each code in the draft's text; a rare character is two codes. */
  readonly offsets: Int32Array;
  /**
   * Of each code 1 where the words are the writer's own, 0 where every draft has them: fixed terms, titles, figures,
   * offices with a name, formulas such as thanks, the draft's title and salutation, the words of leave.
   */
  readonly own: Uint8Array;
}

/** Reads what is compared of a draft; linear in its length. The draft itself need not be kept. */
export function readComparedText(draft: Draft, words: GuideWords): ComparedText {
  const wording = wordingOf(draft);
  const { bodyStart, leaveStart } = formalitiesOf(draft);
  const codes = new Uint16Array(wording.codes.length);
  const offsets = new Int32Array(wording.codes.length);
  const own = new Uint8Array(wording.codes.length);
  const fixed = new FixedPlaces(words.fixedTerms);
  let length = 0;
  for (const { paragraph, sentence, own: inParagraph, start, end } of wording.sentences) {
    const { index } = paragraph;
    const text = paragraph.text.slice(sentence.start, sentence.end);
    const formal = index < bodyStart || (index >= leaveStart && takesLeave(text));
    const terms = formal ? [] : [...fixed.find(text), ...formulasIn(text)];
    const mask = ownOf(paragraph, inParagraph);
    for (let at = start; at < end; at++) {
      const code = wording.codes[at] ?? 0;
      if (code === 0) continue;
      const offset = wording.offsets[at] ?? 0;
      const inside = offset - sentence.start;
      codes[length] = code;
      // The span is that of a whole character, of which this may be the second half.
      const span = paragraph.span(offset, offset + 1);
      offsets[length] = (code & 0xfc00) === 0xdc00 ? span.end - 1 : span.start;
      own[length] =
        formal || mask[at - start] === 0 || terms.some((term) => term.start <= inside && inside < term.end)
          ? 0
          : 1;
      length++;
    }
  }
  return { codes: codes.slice(0, length), offsets: offsets.slice(0, length), own: own.slice(0, length) };
}
