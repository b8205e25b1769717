import { countCharacters, isBlankCode, isHanCode } from '../text/characters.js';
import { markerAt, type Marker } from './markers.js';
import type { Clause, ParagraphAnalysis, Quotation, Sentence } from './model.js';

const SENTENCE_ENDS = new Set('。！？!?');
const MAY_END_SENTENCE = /[。！？!?.]/gu;
const CLOSERS = new Set('”’」』）)》〉】');
const CLAUSE_MARKS = /[，；：,;:—]/gu;
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》' };
const QUOTE_MARKS = /[“”‘’「」『』《》]/gu;

/** Divides a paragraph's prose into sentences, clauses, quotations and ordinals. Depends on the text alone. */
export function analyseParagraph(text: string): ParagraphAnalysis {
  const quotations = findQuotations(text);
  const sentences = findSentences(text);
  return { characters: countCharacters(text), sentences, quotations, markers: findMarkers(text, sentences) };
}

function findSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = skipBlanks(text, 0);
  MAY_END_SENTENCE.lastIndex = start;
  for (let mark = MAY_END_SENTENCE.exec(text); mark !== null; mark = MAY_END_SENTENCE.exec(text)) {
    if (!endsSentence(text, mark.index)) continue;
    let end = mark.index + 1;
    while (end < text.length && (SENTENCE_ENDS.has(text.charAt(end)) || CLOSERS.has(text.charAt(end)))) end++;
    sentences.push(makeSentence(text, start, end));
    MAY_END_SENTENCE.lastIndex = start = skipBlanks(text, end);
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
    characters: countCharacters(text, start, end),
    clauses: findClauses(text, start, end),
  };
}

function findClauses(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let start = skipBlanks(text, from);
  CLAUSE_MARKS.lastIndex = from;
  for (let match = CLAUSE_MARKS.exec(text); match !== null; match = CLAUSE_MARKS.exec(text)) {
    const at = match.index;
    if (at >= to) break;
    if (insideNumber(text, at)) continue;
    if (at > start) clauses.push({ start, end: at, mark: match[0] });
    start = skipBlanks(text, at + 1);
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
  for (const { 0: mark, index } of text.matchAll(QUOTE_MARKS)) {
    if (QUOTES[mark] !== undefined) {
      open.push({ at: index, mark });
      continue;
    }
    const last = open.findLastIndex((candidate) => QUOTES[candidate.mark] === mark);
    const opening = open[last];
    if (opening === undefined) continue;
    open.length = last;
    found.push({ start: opening.at, end: index + 1, open: opening.mark });
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
  while (at < text.length && isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlankCode(text.charCodeAt(end - 1))) end--;
  return end;
}
