import type { Draft, Paragraph, Prose, Sentence } from '../draft/model.js';
import { perParagraph } from '../draft/perParagraph.js';
import { byCode, isHanCode } from './characters.js';
import type { Span } from './span.js';

/** A sentence of the draft; its span is the stretch of counted positions it holds. */
export interface WordingSentence extends Span {
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
  /** The same in the wording of its paragraph. */
  readonly own: ParagraphSentence;
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

/** A sentence of a paragraph; its span is the stretch of counted positions of {@link ParagraphWording} it holds. */
export interface ParagraphSentence extends Span {
  readonly sentence: Sentence;
  /** Its place among the sentences of its paragraph, from 0. */
  readonly index: number;
}

/** The wording of one paragraph: that of a draft is a 0 and then those of its paragraphs, one after the other. */
export interface ParagraphWording {
  /** Ends with a 0, unless it is empty. */
  readonly codes: Uint16Array;
  /** The offset in the paragraph's text of each counted position. */
  readonly offsets: Int32Array;
  /** In order; what holds no counted position is left out. */
  readonly sentences: readonly ParagraphSentence[];
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

// One for all paragraphs: what is kept of them are copies of the right length.
let codesRead = new Uint16Array(0);
let offsetsRead = new Int32Array(0);

/** The wording of a paragraph. */
export const paragraphWording = perParagraph(({ text, analysis }: Prose): ParagraphWording => {
  const room = text.length + analysis.sentences.length;
  if (codesRead.length < room) {
    codesRead = new Uint16Array(2 * room);
    offsetsRead = new Int32Array(2 * room);
  }
  const [codes, offsets] = [codesRead, offsetsRead];
  const sentences: ParagraphSentence[] = [];
  let length = 0;
  analysis.sentences.forEach((sentence, index) => {
    const start = length;
    for (let i = sentence.start; i < sentence.end; i++) {
      const code = text.charCodeAt(i);
      // What is opaque may be a word: the wording on both sides does not join.
      if (code === 0xfffc ? length === start || codes[length - 1] === 0 : !isCounted(code)) continue;
      if ((code & 0xf800) === 0xd800 && !isRareHanAt(text, i)) continue;
      codes[length] = code === 0xfffc ? 0 : code;
      offsets[length] = i;
      length++;
    }
    if (length === start) return;
    sentences.push({ sentence, index, start, end: length });
    codes[length] = 0;
    offsets[length] = sentence.end;
    length++;
  });
  return { codes: codes.slice(0, length), offsets: offsets.slice(0, length), sentences };
});

/** Puts the wordings of the draft's paragraphs together; linear in its length. */
export function readWording({ paragraphs }: Draft): Wording {
  const wordings = paragraphs.map(paragraphWording);
  const length = wordings.reduce((sum, { codes }) => sum + codes.length, 1);
  const used = new Uint16Array(length);
  const places = new Int32Array(length);
  const sentences: WordingSentence[] = [];
  let at = 1;
  wordings.forEach((wording, nth) => {
    const paragraph = paragraphs[nth];
    if (paragraph === undefined) return;
    used.set(wording.codes, at);
    places.set(wording.offsets, at);
    for (const own of wording.sentences) {
      const { sentence, index, start, end } = own;
      sentences.push({ paragraph, sentence, own, index, start: at + start, end: at + end });
    }
    at += wording.codes.length;
  });
  const starts = Int32Array.from(sentences, ({ start }) => start);
  let text: string | undefined;
  return {
    codes: used,
    get text() {
      return (text ??= `\0${paragraphs.map(paragraphWords).join('')}`);
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

/** The wording of a paragraph as a string, put together from stretches that stand in its text as they do in it. */
export const paragraphWords = perParagraph((paragraph: Prose): string => {
  const { codes, offsets } = paragraphWording(paragraph);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at];
    if (code !== 0 && codes[at + 1] !== 0 && offsets[at + 1] === (offsets[at] ?? 0) + 1) continue;
    parts.push(code === 0 ? '\0' : paragraph.text.slice(offsets[from], (offsets[at] ?? 0) + 1));
    from = at + 1;
  }
  return parts.join('');
});
