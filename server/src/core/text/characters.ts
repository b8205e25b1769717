/**
 * Characters as a writer counts them: user-perceived characters (grapheme clusters) without blanks.
 * All offsets are UTF-16.
 */

/** What stands in a paragraph's prose where the source holds something that is not prose: code, a URL, HTML. */
export const OPAQUE = '\uFFFC';

const BLANK = /[\s\u200B\uFEFF\u2060\uFFFC]/u;
const BLANKS = /[\s\u200B\uFEFF\u2060\uFFFC]+/gu;

/** A letter of any script but Han. */
const OTHER_LETTER = /[^\P{L}\p{Script=Han}]/u;

/** Anything that can make one perceived character out of several code units. */
const MAY_COMBINE = /[\u{10000}-\u{10FFFF}\p{M}]|\p{Cs}|\u200C|\u200D/u;

// How a code unit counts.
/** One perceived character, whatever stands beside it in text that holds only such and blanks. */
export const ALONE = 0;
/** None: one of the common blanks. */
export const COMMON_BLANK = 1;
/** It may be part of a character, or a rare blank: graphemes have to be told apart. */
export const TOGETHER = 2;

/** How each code unit counts. */
export const KINDS: Readonly<Uint8Array> = new Uint8Array(0x10000)
  .fill(TOGETHER)
  .fill(ALONE, 0x21, 0x7f)
  .fill(ALONE, 0x2010, 0x2028)
  .fill(ALONE, 0x3001, 0x302a)
  .fill(ALONE, 0x3400, 0xa000)
  .fill(ALONE, 0xff01, 0xff61)
  .fill(COMMON_BLANK, 0x20, 0x21)
  .fill(COMMON_BLANK, 0xa0, 0xa1)
  .fill(COMMON_BLANK, 0x3000, 0x3001);

let graphemes: Intl.Segmenter | undefined;

/**
 * The number of user-perceived characters of `text` from `start` to `end`, blanks and opaque places not counted,
 * marks counted.
 */
export function countCharacters(text: string, start = 0, end = text.length): number {
  let blanks = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isCommonHanCode(code)) continue;
    const kind = KINDS[code];
    if (kind === COMMON_BLANK) blanks++;
    else if (kind !== ALONE) return countGraphemes(text.slice(start, end));
  }
  return Math.max(0, end - start - blanks);
}

function countGraphemes(text: string): number {
  const dense = text.replace(BLANKS, '');
  if (!MAY_COMBINE.test(dense)) return dense.length;
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let count = 0;
  for (const _ of graphemes.segment(dense)) count++;
  return count;
}

/**
 * A question about single code units, asked of each but once: there is one in every loop. What is known takes two bits
 * a unit, so that the tables of many questions have room in the processor's nearest cache together.
 */
export function byCode(ask: (char: string) => boolean): (code: number) => boolean {
  // By 32 code units: which of them were asked, and of which it holds.
  const known = new Int32Array((2 * 0x10000) / 32);
  return (code) => {
    const asked = (code >> 5) << 1;
    const bit = 1 << (code & 31);
    if (((known[asked] ?? 0) & bit) === 0) {
      known[asked] = (known[asked] ?? 0) | bit;
      if (ask(String.fromCharCode(code))) known[asked + 1] = (known[asked + 1] ?? 0) | bit;
    }
    return ((known[asked + 1] ?? 0) & bit) !== 0;
  };
}

/** Whether a code unit is a blank of any width: ASCII, U+00A0, U+3000, zero-width, or an opaque place. */
export const isBlankCode = byCode((char) => BLANK.test(char));

const isOtherLetterCode = byCode((char) => OTHER_LETTER.test(char));

/** Whether an offset lies between the halves of a surrogate pair, where no character begins or ends. */
export function isInsidePair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** Whether a UTF-16 code unit is one of those of which nearly all text is made; it stands alone. */
export function isCommonHanCode(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
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

/** How many more letters of `text` are Han (code units) than are not: where it is negative, the prose is not Chinese. */
export function hanSurplus(text: string): number {
  let surplus = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isHanCode(code)) surplus++;
    else if (isOtherLetterCode(code)) surplus--;
    if ((code & 0xfc00) === 0xd800 && isOtherLetterAt(text, i)) surplus--;
  }
  return surplus;
}

function isOtherLetterAt(text: string, index: number): boolean {
  return OTHER_LETTER.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}
