import {
  countCharacters,
  isBlankCode,
  isCommonHanCode,
  isHanCode,
  KINDS,
  ALONE,
  COMMON_BLANK,
  TOGETHER,
} from '../text/characters.js';
import { markerAt, type Marker } from './markers.js';
import type { Clause, ParagraphAnalysis, Quotation, Sentence } from './model.js';

// What a code unit is to the walk, beside the kinds of characters.ts. From SENTENCE_END on: what a sentence ends with.
const CLAUSE_END = 3;
/** A full stop typed with an English keyboard, if it is one. */
const DOT = 4;
const OPENING_QUOTE = 5;
const SENTENCE_END = 6;
const CLOSING_QUOTE = 7;
const CLOSING_BRACKET = 8;

/** By the opening mark. */
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》' };

/** By code unit; all marks stand alone. */
const ROLES = KINDS.slice();
const assign = (marks: string, role: number): void => {
  for (const mark of marks) ROLES[mark.charCodeAt(0)] = role;
};
assign('，；：,;:—', CLAUSE_END);
assign('.', DOT);
assign(Object.keys(QUOTES).join(''), OPENING_QUOTE);
assign('。！？!?', SENTENCE_END);
assign(Object.values(QUOTES).join(''), CLOSING_QUOTE);
assign('）)〉】', CLOSING_BRACKET);

/** Divides a paragraph's prose into sentences, clauses, quotations and ordinals. Depends on the text alone. */
export function analyseParagraph(text: string): ParagraphAnalysis {
  return new Walk(text).analysis();
}

/** One walk over the code units of a paragraph, and what it has met with so far. */
class Walk {
  readonly #text: string;
  /** Where the blanks at the paragraph's end begin. */
  readonly #end: number;
  readonly #sentences: Sentence[] = [];
  readonly #quotations: Quotation[] = [];
  readonly #markers: Marker[] = [];
  /** Where quotations have been opened and not closed. */
  readonly #opened: number[] = [];
  /** Whether a character of the paragraph may be more than one code unit, or a code unit none. */
  #together = false;

  // Of the sentence that the walk is in.
  #start = 0;
  #clauses: Clause[] = [];
  #clauseStart = 0;
  #blanks = 0;
  #sentenceTogether = false;

  constructor(text: string) {
    this.#text = text;
    this.#end = trimmedEnd(text);
  }

  analysis(): ParagraphAnalysis {
    const text = this.#text;
    const end = this.#end;
    for (let at = this.#begin(0); at < end;) {
      const code = text.charCodeAt(at);
      const role = isCommonHanCode(code) ? ALONE : (ROLES[code] ?? ALONE);
      if (role === SENTENCE_END || (role === DOT && isFullStop(text, at))) {
        at = this.#endSentence(this.#tailEnd(at + 1));
        continue;
      }
      if (role !== ALONE) this.#meet(role, at);
      at++;
    }
    if (this.#start < end) this.#endSentence(end);
    return {
      characters: this.#characters(),
      sentences: this.#sentences,
      quotations: this.#quotations.sort((a, b) => a.start - b.start),
      markers: this.#markers,
    };
  }

  #characters(): number {
    if (this.#together) return countCharacters(this.#text);
    let sum = 0;
    for (const { characters } of this.#sentences) sum += characters;
    return sum;
  }

  /** Begins a sentence at the first offset from `from` on that is no blank, and returns that. */
  #begin(from: number): number {
    this.#start = this.#clauseStart = skipBlanks(this.#text, from);
    this.#clauses = [];
    this.#blanks = 0;
    this.#sentenceTogether = false;
    return this.#start;
  }

  /** What neither stands alone nor ends a sentence. */
  #meet(role: number, at: number): void {
    if (role === COMMON_BLANK) this.#blanks++;
    else if (role === TOGETHER) this.#together = this.#sentenceTogether = true;
    else if (role === OPENING_QUOTE) this.#opened.push(at);
    else if (role === CLOSING_QUOTE) this.#closeQuotation(at);
    else if (role === CLAUSE_END && !isInsideNumber(this.#text, at)) {
      if (at > this.#clauseStart) this.#addClause(at);
      this.#clauseStart = skipBlanks(this.#text, at + 1);
    }
  }

  /** The end of a sentence whose end marks and closing marks go on at `from`. */
  #tailEnd(from: number): number {
    const text = this.#text;
    let end = from;
    for (; end < this.#end; end++) {
      const role = ROLES[text.charCodeAt(end)] ?? ALONE;
      if (role < SENTENCE_END) break;
      if (role === CLOSING_QUOTE) this.#closeQuotation(end);
    }
    return end;
  }

  /** Ends the sentence, begins the next one and returns where. */
  #endSentence(end: number): number {
    const text = this.#text;
    const start = this.#start;
    let last = end;
    while (last > this.#clauseStart && (ROLES[text.charCodeAt(last - 1)] ?? ALONE) >= SENTENCE_END) last--;
    if (last > this.#clauseStart) this.#addClause(last);
    const characters = this.#sentenceTogether
      ? countCharacters(text, start, end)
      : end - start - this.#blanks;
    this.#sentences.push({ start, end, characters, clauses: this.#clauses });
    return this.#begin(end);
  }

  #addClause(end: number): void {
    const text = this.#text;
    const start = this.#clauseStart;
    const first = this.#clauses.length === 0;
    const place = !first ? 'clause' : this.#sentences.length > 0 ? 'sentence' : 'paragraph';
    const marker = markerAt(text, first ? skipOpeningQuotes(text, start) : start, place);
    if (marker !== undefined) this.#markers.push(marker);
    this.#clauses.push({ start, end, mark: text.charAt(end) });
  }

  /** Ends the innermost quotation that the mark closes; those inside it were never closed. */
  #closeQuotation(at: number): void {
    const text = this.#text;
    const mark = text.charAt(at);
    const last = this.#opened.findLastIndex((start) => QUOTES[text.charAt(start)] === mark);
    const start = this.#opened[last];
    if (start === undefined) return;
    this.#opened.length = last;
    this.#quotations.push({ start, end: at + 1, open: text.charAt(start) });
  }
}

/** A full stop typed with an English keyboard: after a Han character, and not inside a number or a file name. */
function isFullStop(text: string, at: number): boolean {
  return at > 0 && isHanCode(text.charCodeAt(at - 1)) && !/[A-Za-z0-9.]/u.test(text.charAt(at + 1));
}

/** A comma or colon between digits belongs to the number: 1,000 and 8:30. */
function isInsideNumber(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return (
    (mark === ',' || mark === ':') && /[0-9]/u.test(text.charAt(at - 1)) && /[0-9]/u.test(text.charAt(at + 1))
  );
}

function skipOpeningQuotes(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === '“' || text.charAt(at) === '‘') at++;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isBlankCode(text.charCodeAt(end - 1))) end--;
  return end;
}
