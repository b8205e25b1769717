import type { Draft, Paragraph, Sentence } from '../draft/model.js';
import { byCode, isHanCode } from './characters.js';
import type { Span } from './span.js';

/** A sentence of the draft; its span is the stretch of counted positions it holds. */
export interface WordingSentence extends Span {
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
  /** Its place among the sentences of its paragraph, from 0. */
  readonly index: number;
}

/**
 * The draft as its wording alone: Han characters, letters and digits in order, without marks and blanks.
 * A position in `codes` is called a counted position; a 0 in it stands between two sentences.
 */
export interface Wording {
  readonly codes: Uint16Array;
  /** The same as a string, made when it is first asked for. */
  readonly text: string;
  /** The offset in its paragraph's text of each counted position. */
  readonly offsets: Int32Array;
  /** In order. */
  readonly sentences: readonly WordingSentence[];
  /** The sentence that holds a counted position. */
  sentenceAt(position: number): WordingSentence | undefined;
}

/** Letters and digits but for the iteration mark and its like, which stand among the marks. */
const LETTER = /[\p{L}\p{N}]/u;
const AMONG_MARKS = /[\u2010-\u206F\u3000-\u303F]/u;

/** Whether a UTF-16 code unit is a Han character, a letter or a digit. */
export const isCounted = byCode(
  (char) => isHanCode(char.charCodeAt(0)) || (LETTER.test(char) && !AMONG_MARKS.test(char)),
);

/** Whether a UTF-16 code unit is an ASCII letter or digit. */
export function isLatinOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether the surrogate at `index` is half of a Han character: not of a smiley, and not alone. */
function isRareHanAt(text: string, index: number): boolean {
  const high = (text.charCodeAt(index) & 0xfc00) === 0xdc00 ? index - 1 : index;
  return (text.codePointAt(high) ?? 0) >= 0x20000;
}

const wordings = new WeakMap<Draft, Wording>();

/** The wording of a draft, read once for all rules that ask. */
export function wordingOf(draft: Draft): Wording {
  let wording = wordings.get(draft);
  if (wording === undefined) wordings.set(draft, (wording = readWording(draft)));
  return wording;
}

/** Reads the wording of every paragraph of the draft; linear in its length. */
export function readWording(draft: Draft): Wording {
  let room = 0;
  for (const { text } of draft.paragraphs) room += text.length + 1;
  const codes = new Uint16Array(room + 1);
  const offsets = new Int32Array(room + 1);
  const sentences: WordingSentence[] = [];
  let length = 1;
  for (const paragraph of draft.paragraphs) {
    const { text } = paragraph;
    paragraph.analysis.sentences.forEach((sentence, index) => {
      const start = length;
      for (let i = sentence.start; i < sentence.end; i++) {
        const code = text.charCodeAt(i);
        // What is opaque may be a word: the wording on both sides does not join.
        if (code === 0xfffc ? codes[length - 1] === 0 : !isCounted(code)) continue;
        if ((code & 0xf800) === 0xd800 && !isRareHanAt(text, i)) continue;
        codes[length] = code === 0xfffc ? 0 : code;
        offsets[length] = i;
        length++;
      }
      if (length === start) return;
      sentences.push({ paragraph, sentence, index, start, end: length });
      codes[length] = 0;
      offsets[length] = sentence.end;
      length++;
    });
  }
  const used = codes.subarray(0, length);
  const places = offsets.subarray(0, length);
  const starts = Int32Array.from(sentences, ({ start }) => start);
  let text: string | undefined;
  return {
    codes: used,
    get text() {
      return (text ??= toText(used, places, sentences));
    },
    offsets: places,
    sentences,
    sentenceAt: (position) => sentences[lastBy(starts, position)],
  };
}

/** The index of the last start at `position` or before it; -1 for none. */
function lastBy(starts: Int32Array, position: number): number {
  let low = -1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Put together from stretches that stand in a paragraph as they do in the wording. */
function toText(codes: Uint16Array, offsets: Int32Array, sentences: readonly WordingSentence[]): string {
  const parts = ['\0'];
  for (const { paragraph, start, end } of sentences) {
    let from = start;
    for (let at = start; at < end; at++) {
      const code = codes[at];
      const goesOn = code !== 0 && codes[at + 1] !== 0 && offsets[at + 1] === (offsets[at] ?? 0) + 1;
      if (goesOn) continue;
      parts.push(code === 0 ? '\0' : paragraph.text.slice(offsets[from], (offsets[at] ?? 0) + 1));
      from = at + 1;
    }
    parts.push('\0');
  }
  return parts.join('');
}
