import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import type { Draft, Prose, Quotation } from '../../draft/model.js';
import { perParagraph } from '../../draft/perParagraph.js';
import { compileMatcher, type Matcher } from '../../text/matcher.js';
import type { Span } from '../../text/span.js';
import { Windows } from '../../text/windows.js';
import {
  isCounted,
  isLatinOrDigit,
  paragraphWording,
  paragraphWords,
  wordingOf,
  type ParagraphSentence,
  type Wording,
  type WordingSentence,
} from '../../text/wording.js';

/** Fixed, quoted as a term, or Latin: never worth a finding. */
const FIXED = 1;

/** Echoes and other people's words: worth a finding only as part of a whole sentence that stands twice. */
const SOFT = 2;

/** A quotation of at most so many counted characters is a term or a slogan; a longer one is somebody's words. */
const QUOTED_TERM_MAX = 20;

/** So many characters in a row of a heading or a quoted term make an echo of it. */
const ECHO_MIN = 6;

/** An office, a rank and a name with its courtesy (县发展改革局局长陈立群同志): called as they are, however often. */
const RANK_AND_NAME =
  /[\u4e00-\u9fff]{0,12}(?:书记|[省市州县区乡镇村厅局处科部院校所站队行社会厂]长|主任|主席|秘书长|董事长|经理|常委|委员|代表)[\u4e00-\u9fff]{2,3}(?:同志|先生|女士|老师|教授)/gu;

let fixedTerms: Matcher | undefined;

/** Marks what is fixed or quoted in a paragraph, whatever the draft around it says; a sentence at a time as asked. */
class ParagraphMask {
  readonly #paragraph: Prose;
  /** By counted position of the paragraph. */
  readonly #bits: Uint8Array;
  readonly #read = new Set<ParagraphSentence>();

  constructor(paragraph: Prose) {
    this.#paragraph = paragraph;
    this.#bits = new Uint8Array(paragraphWording(paragraph).codes.length);
  }

  /** The bits of a sentence, a byte a counted position. */
  bitsOf(sentence: ParagraphSentence): Uint8Array {
    const bits = this.#bits.subarray(sentence.start, sentence.end);
    if (!this.#read.has(sentence)) {
      this.#read.add(sentence);
      this.#mark(sentence, bits);
    }
    return bits;
  }

  #mark(sentence: ParagraphSentence, bits: Uint8Array): void {
    const { start, end } = sentence;
    const codes = paragraphWording(this.#paragraph).codes.subarray(start, end);
    fixedTerms ??= compileMatcher(FIXED_TERMS.map(countedOnly));
    fixedTerms.match(codes, (from, to) => bits.fill(FIXED, from, to));
    this.#markQuotations(sentence, bits);
    codes.forEach((code, i) => {
      if (isLatinOrDigit(code)) bits[i] = FIXED;
    });
    const counted = paragraphWords(this.#paragraph).slice(start, end);
    for (const match of counted.matchAll(RANK_AND_NAME)) {
      bits.fill(FIXED, match.index, match.index + match[0].length);
    }
  }

  #markQuotations({ start, end }: ParagraphSentence, bits: Uint8Array): void {
    const { text, analysis } = this.#paragraph;
    const { offsets } = paragraphWording(this.#paragraph);
    for (const quotation of analysis.quotations) {
      if (quotation.end <= (offsets[start] ?? 0) || quotation.start > (offsets[end - 1] ?? 0)) continue;
      const bit = isTerm(text, quotation) ? FIXED : SOFT;
      for (let at = start; at < end; at++) {
        const offset = offsets[at] ?? 0;
        if (quotation.start <= offset && offset < quotation.end)
          bits[at - start] = (bits[at - start] ?? 0) | bit;
      }
    }
  }
}

const paragraphMask = perParagraph((paragraph) => new ParagraphMask(paragraph));

/** The counted characters of a stretch of a sentence that are neither fixed nor quoted as a term. */
export function ownIn(paragraph: Prose, sentence: ParagraphSentence, { start, end }: Span): number {
  const bits = paragraphMask(paragraph).bitsOf(sentence);
  let own = 0;
  for (let at = start; at < end; at++) if (((bits[at - sentence.start] ?? 0) & FIXED) === 0) own++;
  return own;
}

const masks = new WeakMap<Draft, WordingMask>();

/** The mask of a draft, one for all rules that ask. */
export function maskOf(draft: Draft): WordingMask {
  let mask = masks.get(draft);
  if (mask === undefined) masks.set(draft, (mask = new WordingMask(draft, wordingOf(draft))));
  return mask;
}

/** Marks the characters of a draft's wording that are fixed, quoted or named, a sentence at a time as asked. */
export class WordingMask {
  readonly #wording: Wording;
  readonly #echoes: Windows;
  /** By counted position. */
  readonly #bits: Uint8Array;
  readonly #read = new Set<WordingSentence>();

  constructor(draft: Draft, wording: Wording) {
    this.#wording = wording;
    this.#echoes = echoesOf(draft);
    this.#bits = new Uint8Array(wording.codes.length);
  }

  /**
   * The counted characters from `start` to `end`, in one sentence, that are neither fixed nor quoted as a term,
   * and (unless `softCounts`) neither the echo of a heading or a quoted term nor part of a longer quotation.
   */
  rest(start: number, end: number, softCounts: boolean): number {
    const sentence = this.#wording.sentenceAt(start);
    if (sentence === undefined) return 0;
    if (!this.#read.has(sentence)) {
      this.#read.add(sentence);
      this.#mark(sentence);
    }
    let rest = 0;
    for (let at = start; at < end; at++) {
      const bits = at < sentence.end ? this.#bits[at] : 0;
      if (bits === 0 || (softCounts && bits === SOFT)) rest++;
    }
    return rest;
  }

  #mark({ paragraph, own, start, end }: WordingSentence): void {
    this.#bits.set(paragraphMask(paragraph).bitsOf(own), start);
    const codes = this.#wording.codes.subarray(start, end);
    const bits = this.#bits.subarray(start, end);
    for (let i = 0; i + ECHO_MIN <= codes.length; i++) {
      if (!this.#echoes.has(codes, i)) continue;
      for (let k = i; k < i + ECHO_MIN; k++) bits[k] = (bits[k] ?? 0) | SOFT;
    }
  }
}

/** A title of any length, or a short quotation without a sentence of its own. */
function isTerm(text: string, { start, end, open }: Quotation): boolean {
  if (open === '《') return true;
  const inner = text.slice(start + 1, end - 1);
  return (
    inner.length <= 2 * QUOTED_TERM_MAX &&
    countedOnly(inner).length <= QUOTED_TERM_MAX &&
    !/[。！？]/u.test(inner)
  );
}

function echoesOf(draft: Draft): Windows {
  const echoes: string[] = [];
  for (const { kind, text, analysis } of draft.paragraphs) {
    if (kind === 'heading') echoes.push(countedOnly(text));
    else {
      for (const quotation of analysis.quotations) {
        if (quotation.end - quotation.start - 2 >= ECHO_MIN && isTerm(text, quotation))
          echoes.push(countedOnly(text.slice(quotation.start + 1, quotation.end - 1)));
      }
    }
  }
  return new Windows(echoes, ECHO_MIN);
}

/** Han characters, letters and digits alone. */
function countedOnly(text: string): string {
  let counted = '';
  for (let i = 0; i < text.length; i++) if (isCounted(text.charCodeAt(i))) counted += text.charAt(i);
  return counted;
}
