import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import type { Prose, Quotation } from '../../draft/model.js';
import { perParagraph } from '../../draft/perParagraph.js';
import { compileMatcher, type Matcher } from '../../text/matcher.js';
import type { Span } from '../../text/span.js';
import { Windows } from '../../text/windows.js';
import {
  isCounted,
  isLatinOrDigit,
  paragraphWording,
  paragraphWords,
  type ParagraphSentence,
} from '../../text/wording.js';
import type { Place } from './place.js';

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

/** By counted position of a sentence, 1 for a character that is neither fixed nor quoted as a term, else 0. */
export function ownOf(paragraph: Prose, sentence: ParagraphSentence): Uint8Array {
  return paragraphMask(paragraph)
    .bitsOf(sentence)
    .map((bits) => Number((bits & FIXED) === 0));
}

/** The counted characters of a stretch of a sentence that are neither fixed nor quoted as a term. */
export function ownIn(paragraph: Prose, sentence: ParagraphSentence, { start, end }: Span): number {
  const bits = paragraphMask(paragraph).bitsOf(sentence);
  let own = 0;
  for (let at = start; at < end; at++) if (((bits[at - sentence.start] ?? 0) & FIXED) === 0) own++;
  return own;
}

/** The same without what is the echo of a heading or a quoted term, or somebody else's words, where echoes are given. */
export function restOf({ paragraph, sentence, start, end }: Place, echoes: Windows | undefined): number {
  if (echoes === undefined) return ownIn(paragraph.content, sentence, { start, end });
  const bits = paragraphMask(paragraph.content).bitsOf(sentence);
  const { codes } = paragraph.wording;
  let rest = 0;
  // Positions before this one are part of an echo.
  let echoed = 0;
  for (let at = Math.max(sentence.start, start - ECHO_MIN + 1); at < end; at++) {
    if (at + ECHO_MIN <= sentence.end && echoes.has(codes, at)) echoed = at + ECHO_MIN;
    if (at >= start && at >= echoed && bits[at - sentence.start] === 0) rest++;
  }
  return rest;
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

/** What a paragraph gives for others to echo: a heading itself, the terms that another quotes. */
export const echoedIn = perParagraph(({ kind, text, analysis }: Prose): readonly string[] => {
  if (kind === 'heading') return [countedOnly(text)];
  return analysis.quotations
    .filter((quotation) => quotation.end - quotation.start - 2 >= ECHO_MIN && isTerm(text, quotation))
    .map(({ start, end }) => countedOnly(text.slice(start + 1, end - 1)));
});

/** All that can be an echo of what some paragraphs give. */
export function echoesOf(paragraphs: readonly Prose[]): Windows {
  return new Windows(paragraphs.flatMap(echoedIn), ECHO_MIN);
}

/** Han characters, letters and digits alone. */
function countedOnly(text: string): string {
  let counted = '';
  for (let i = 0; i < text.length; i++) if (isCounted(text.charCodeAt(i))) counted += text.charAt(i);
  return counted;
}
