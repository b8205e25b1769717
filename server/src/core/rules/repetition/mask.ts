import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import type { Draft, Paragraph, Quotation } from '../../draft/model.js';
import { compileMatcher, type Matcher } from '../../text/matcher.js';
import { isCounted, isLatinOrDigit, type Wording, type WordingSentence } from '../../text/wording.js';

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

/** Marks the characters of a draft's wording that are fixed, quoted or named, a sentence at a time as asked. */
export class WordingMask {
  readonly #wording: Wording;
  readonly #echoes: ReadonlySet<string>;
  readonly #quoted = new Map<Paragraph, Uint8Array>();
  readonly #masks = new Map<WordingSentence, Uint8Array>();

  constructor(draft: Draft, wording: Wording) {
    this.#wording = wording;
    this.#echoes = echoesOf(draft);
  }

  /**
   * The counted characters from `start` to `end`, in one sentence, that are neither fixed nor quoted as a term,
   * and (unless `softCounts`) neither the echo of a heading or a quoted term nor part of a longer quotation.
   */
  rest(start: number, end: number, softCounts: boolean): number {
    const sentence = this.#wording.sentenceAt(start);
    if (sentence === undefined) return 0;
    const mask = this.#maskOf(sentence);
    let rest = 0;
    for (let at = start; at < end; at++) {
      const bits = mask[at - sentence.start] ?? 0;
      if (bits === 0 || (softCounts && bits === SOFT)) rest++;
    }
    return rest;
  }

  #maskOf(sentence: WordingSentence): Uint8Array {
    let mask = this.#masks.get(sentence);
    if (mask === undefined) {
      mask = this.#read(sentence);
      this.#masks.set(sentence, mask);
    }
    return mask;
  }

  #quotedIn(paragraph: Paragraph): Uint8Array {
    let quoted = this.#quoted.get(paragraph);
    if (quoted === undefined) {
      quoted = new Uint8Array(paragraph.text.length);
      for (const quotation of paragraph.analysis.quotations) {
        const bit = isTerm(paragraph.text, quotation) ? FIXED : SOFT;
        for (let at = quotation.start; at < quotation.end; at++) quoted[at] = (quoted[at] ?? 0) | bit;
      }
      this.#quoted.set(paragraph, quoted);
    }
    return quoted;
  }

  #read(sentence: WordingSentence): Uint8Array {
    const codes = this.#wording.codes.subarray(sentence.start, sentence.end);
    const offsets = this.#wording.offsets.subarray(sentence.start, sentence.end);
    const mask = new Uint8Array(codes.length);
    fixedTerms ??= compileMatcher(FIXED_TERMS.map(countedOnly));
    fixedTerms.match(codes, (start, end) => mask.fill(FIXED, start, end));
    const quoted = this.#quotedIn(sentence.paragraph);
    offsets.forEach((at, i) => {
      mask[i] = (mask[i] ?? 0) | (quoted[at] ?? 0);
    });
    codes.forEach((code, i) => {
      if (isLatinOrDigit(code)) mask[i] = FIXED;
    });
    const counted = this.#wording.text.slice(sentence.start, sentence.end);
    for (const match of counted.matchAll(RANK_AND_NAME)) {
      mask.fill(FIXED, match.index, match.index + match[0].length);
    }
    if (this.#echoes.size > 0) {
      for (let i = 0; i + ECHO_MIN <= counted.length; i++) {
        if (!this.#echoes.has(counted.slice(i, i + ECHO_MIN))) continue;
        for (let k = i; k < i + ECHO_MIN; k++) mask[k] = (mask[k] ?? 0) | SOFT;
      }
    }
    return mask;
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

function echoesOf(draft: Draft): ReadonlySet<string> {
  const echoes = new Set<string>();
  const add = (text: string): void => {
    const counted = countedOnly(text);
    for (let i = 0; i + ECHO_MIN <= counted.length; i++) echoes.add(counted.slice(i, i + ECHO_MIN));
  };
  for (const { kind, text, analysis } of draft.paragraphs) {
    if (kind === 'heading') add(text);
    else {
      for (const quotation of analysis.quotations) {
        if (isTerm(text, quotation)) add(text.slice(quotation.start + 1, quotation.end - 1));
      }
    }
  }
  return echoes;
}

/** Han characters, letters and digits alone. */
function countedOnly(text: string): string {
  let counted = '';
  for (let i = 0; i < text.length; i++) if (isCounted(text.charCodeAt(i))) counted += text.charAt(i);
  return counted;
}
