import { countCharacters, isBlank, isHanCode } from '../text/characters.js';
import { markerAt, type Marker } from './markers.js';
import type { Clause, ParagraphAnalysis, Quotation, Sentence } from './model.js';

const SENTENCE_ENDS = new Set('。！？!?');
const CLOSERS = new Set('”’」』）)》〉】');
const CLAUSE_MARKS = new Set('，；：,;:—');
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》' };

/** Divides a paragraph's prose into sentences, clauses, quotations and ordinals. Depends on the text alone. */
export function analyseParagraph(text: string): ParagraphAnalysis {
  const quotations = findQuotations(text);
  const sentences = findSentences(text);
  return { characters: countCharacters(text), sentences, quotations, markers: findMarkers(text, sentences) };
}

function findSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = skipBlanks(text, 0);
  let i = start;
  while (i < text.length) {
    if (!endsSentence(text, i)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && (SENTENCE_ENDS.has(text.charAt(end)) || CLOSERS.has(text.charAt(end)))) end++;
    sentences.push(makeSentence(text, start, end));
    start = i = skipBlanks(text, end);
  }
  if (start < text.length) sentences.push(makeSentence(text, start, trimEnd(text, start, text.length)));
  return sentences;
}

function endsSentence(text: string, i: number): boolean {
  const char = text.charAt(i);
  if (SENTENCE_ENDS.has(char)) return true;
  // A full stop typed with an English keyboard: after a Han character, and not inside a number or a file name.
  return (
    char === '.' && i > 0 && isHanCode(text.charCodeAt(i - 1)) && !/[A-Za-z0-9.]/u.test(text.charAt(i + 1))
  );
}

function makeSentence(text: string, start: number, end: number): Sentence {
  return {
    start,
    end,
    characters: countCharacters(text.slice(start, end)),
    clauses: findClauses(text, start, end),
  };
}

function findClauses(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let start = skipBlanks(text, from);
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (!CLAUSE_MARKS.has(char) || insideNumber(text, i)) continue;
    if (i > start) clauses.push({ start, end: i, mark: char });
    start = skipBlanks(text, i + 1);
  }
  if (start < to) {
    let end = to;
    while (end > start && (SENTENCE_ENDS.has(text.charAt(end - 1)) || CLOSERS.has(text.charAt(end - 1))))
      end--;
    if (end > start) clauses.push({ start, end, mark: text.charAt(end) });
  }
  return clauses;
}

/** A comma or colon between digits belongs to the number: 1,000 and 8:30. */
function insideNumber(text: string, i: number): boolean {
  return (
    /[,:]/u.test(text.charAt(i)) && /[0-9]/u.test(text.charAt(i - 1)) && /[0-9]/u.test(text.charAt(i + 1))
  );
}

/** Quotations and titles with both their marks, in order of their opening marks; nested ones included. */
function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  const open: { at: number; mark: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (QUOTES[char] !== undefined) {
      open.push({ at: i, mark: char });
      continue;
    }
    const last = open.findLastIndex(({ mark }) => QUOTES[mark] === char);
    const opening = open[last];
    if (opening === undefined) continue;
    open.length = last;
    found.push({ start: opening.at, end: i + 1, open: opening.mark });
  }
  return found.sort((a, b) => a.start - b.start);
}

function findMarkers(text: string, sentences: readonly Sentence[]): Marker[] {
  const markers: Marker[] = [];
  sentences.forEach((sentence, s) => {
    sentence.clauses.forEach((clause, c) => {
      const at = c === 0 ? skipOpeningQuotes(text, clause.start) : clause.start;
      const marker = markerAt(text, at, c > 0 ? 'clause' : s > 0 ? 'sentence' : 'paragraph');
      if (marker !== undefined) markers.push(marker);
    });
  });
  return markers;
}

function skipOpeningQuotes(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === '“' || text.charAt(at) === '‘') at++;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charAt(at))) at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charAt(end - 1))) end--;
  return end;
}
