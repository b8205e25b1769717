/**
 * Characters as a writer counts them: user-perceived characters (grapheme clusters) without blanks.
 * All offsets are UTF-16.
 */

/** What stands in a paragraph's prose where the source holds something that is not prose: code, a URL, HTML. */
export const OPAQUE = '\uFFFC';

const BLANK = /[\s\u200B\uFEFF\u2060\uFFFC]/u;
const BLANKS = /[\s\u200B\uFEFF\u2060\uFFFC]+/gu;

/** A letter of any script but Han. */
const OTHER_LETTER = /[^\P{L}\p{Script=Han}]/gu;

/** Anything that can make one perceived character out of several code units. */
const MAY_COMBINE = /[\u{10000}-\u{10FFFF}\p{M}]|\p{Cs}|\u200C|\u200D/u;

let graphemes: Intl.Segmenter | undefined;

/** The number of user-perceived characters of `text`, blanks and opaque places not counted, marks counted. */
export function countCharacters(text: string): number {
  let simple = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (standsAlone(code)) simple++;
    else if (code !== 0x20 && code !== 0xa0 && code !== 0x3000) return countGraphemes(text);
  }
  return simple;
}

/** Whether a code unit is one perceived character whatever stands beside it in text that holds only such. */
function standsAlone(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code > 0x20 && code < 0x7f) ||
    (code >= 0x2010 && code <= 0x2027)
  );
}

function countGraphemes(text: string): number {
  const dense = text.replace(BLANKS, '');
  if (!MAY_COMBINE.test(dense)) return dense.length;
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let count = 0;
  for (const _ of graphemes.segment(dense)) count++;
  return count;
}

/** Whether a code unit is a blank of any width: ASCII, U+00A0, U+3000, zero-width, or an opaque place. */
export function isBlank(char: string): boolean {
  return BLANK.test(char);
}

/** Whether an offset lies between the halves of a surrogate pair, where no character begins or ends. */
export function isInsidePair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** Whether the code unit at `index` is a Han character of the basic plane or half of one beyond it. */
export function isHanAt(text: string, index: number): boolean {
  return isHanCode(text.charCodeAt(index));
}

/** Whether a UTF-16 code unit is a Han character (or a surrogate, which in Chinese prose is a rare Han character). */
export function isHanCode(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007 ||
    (code >= 0xd840 && code <= 0xdfff)
  );
}

/** Han characters of `text` (code units; a rare character beyond the basic plane counts as two). */
export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHanCode(text.charCodeAt(i))) count++;
  return count;
}

/**
 * Whether the letters of `text` are mostly Han, so that it can be checked as Chinese prose.
 * A text without any letter counts as Chinese: there is nothing in it that speaks against it.
 */
export function isChineseProse(text: string): boolean {
  return countHan(text) >= (text.match(OTHER_LETTER)?.length ?? 0);
}
