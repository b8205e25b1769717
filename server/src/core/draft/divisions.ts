import type { Edit } from '../finding.js';
import { countCharacters } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { isLead, looksBack } from './cohesion.js';
import type { Draft, Paragraph, Prose, Sentence } from './model.js';

/** Words that open a new thought at the start of a sentence: a listener expects a pause before them. */
const TURNS =
  /(?:另一方面|与此同时|同时|此外|另外|其次|再次|最后|当前|下一步|今后|总之|特别是|尤其|但是|关键是|要|必须)/uy;

/** A place before which a paragraph can be divided, in the paragraph's offsets, with the words that open it. */
export interface Division extends Span {
  readonly words: string;
}

/** Pieces shorter than this are not worth a paragraph of their own. */
const MIN_PIECE = 40;

/**
 * Where a paragraph can be divided: where its own ordinals open a sentence; without any, where a sentence turns to
 * something new; without that, into pieces of about the same length.
 *
 * @param most characters of a piece that is short enough; used only where the text gives no sign
 */
export function divisionsOf(paragraph: Prose, most: number): Division[] {
  const { text, analysis } = paragraph;
  const isQuoted = (offset: number): boolean =>
    analysis.quotations.some(({ start, end }) => start < offset && offset < end);
  const marked = analysis.markers.filter(({ place, start }) => place === 'sentence' && !isQuoted(start));
  const starts =
    marked.length > 0
      ? marked.map((marker) => marker.start)
      : analysis.sentences.flatMap((sentence, at) =>
          at > 0 && turnsAt(text, sentence) ? [startOfPoint(paragraph, at)] : [],
        );
  const outside = starts.filter((start) => !isQuoted(start));
  const candidates = outside.length > 0 ? outside : evenStarts(paragraph, most, isQuoted);
  const places: Division[] = [];
  let from = 0;
  for (const start of candidates) {
    if (marked.length === 0 && countCharacters(text.slice(from, start)) < MIN_PIECE) continue;
    const words = openingWords(text, start, analysis.sentences);
    places.push({ start, end: start + words.length, words });
    from = start;
  }
  return places;
}

/** The edit that divides the paragraph before a place, in the manner of the draft. */
export function divideAt(draft: Draft, paragraph: Paragraph, { start }: Division): Edit {
  const at = paragraph.span(start, start).start;
  return { span: { start: at, end: at }, text: paragraphSeparator(draft, paragraph) };
}

/** The words that name a place, with an ellipsis where they end in the middle of a clause; no half of a quotation. */
export function nameOf({ text }: Prose, { words, end }: Division): string {
  const whole = words.replace(/(?<=..)[“‘「『《][^”’」』》]*$/u, '');
  return whole !== words || /^[\p{L}\p{N}]/u.test(text.slice(end)) ? `${whole}…` : words;
}

function turnsAt(text: string, sentence: Sentence): boolean {
  TURNS.lastIndex = sentence.start;
  return TURNS.test(text);
}

/** Where a piece begins that goes on from a sentence: with the one before it, if that only names the point. */
function startOfPoint(paragraph: Prose, at: number): number {
  const { sentences } = paragraph.analysis;
  const [before, sentence] = [sentences[at - 1], sentences[at]];
  return (at > 1 && before !== undefined && isLead(paragraph, before) ? before.start : sentence?.start) ?? 0;
}

/**
 * The sentence starts nearest to where pieces of one length would begin; none in a paragraph that is short enough. A
 * sentence that answers a question or looks back at the one before opens no piece.
 */
function evenStarts(paragraph: Prose, most: number, isQuoted: (offset: number) => boolean): number[] {
  const { text, analysis } = paragraph;
  if (analysis.characters <= most) return [];
  const { sentences } = analysis;
  const starts = sentences.flatMap(({ start, end }, at) => {
    const before = sentences[at - 1];
    if (before === undefined || isQuoted(start) || looksBack(text.slice(start, end))) return [];
    return /[？?]$/u.test(text.slice(before.start, before.end).trimEnd())
      ? []
      : [startOfPoint(paragraph, at)];
  });
  if (starts.length === 0) return [];
  const pieces = Math.ceil(analysis.characters / most);
  const chosen = Array.from({ length: pieces - 1 }, (_, i) => {
    const wanted = (text.length * (i + 1)) / pieces;
    return starts.reduce((best, start) =>
      Math.abs(start - wanted) < Math.abs(best - wanted) ? start : best,
    );
  });
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** The first few characters of what follows, up to its first mark, to name the place by. */
function openingWords(text: string, start: number, sentences: readonly Sentence[]): string {
  const sentence = sentences.find((candidate) => candidate.start <= start && start < candidate.end);
  const rest = text.slice(start, Math.min(sentence?.end ?? text.length, start + 8));
  return /^[^，。；：、！？]{2,}/u.exec(rest)?.[0] ?? rest;
}

/** What divides two paragraphs in this draft: its own line end, with a blank line and an indent where it has them. */
export function paragraphSeparator(draft: Draft, paragraph: Paragraph): string {
  const { text, format } = draft;
  const start = paragraph.pieces[0]?.source ?? 0;
  // In Markdown blanks before a paragraph are syntax, but for the wide one.
  const indent = (format === 'markdown' ? /^\u3000*/u : /^[ \t\u00A0\u3000]*/u).exec(
    text.slice(start, start + 8),
  )?.[0];
  return lineBreakOf(draft) + (indent ?? '');
}

const lineBreaks = new WeakMap<Draft, string>();

/** The line end between two paragraphs, twice where blank lines stand between them; looked for once a draft. */
function lineBreakOf(draft: Draft): string {
  let lineBreak = lineBreaks.get(draft);
  if (lineBreak === undefined) {
    const { text, format } = draft;
    const lineEnd = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
    const blankLine = format === 'markdown' || hasBlankLines(draft);
    lineBreaks.set(draft, (lineBreak = blankLine ? lineEnd + lineEnd : lineEnd));
  }
  return lineBreak;
}

/** Whether a blank line stands between two paragraphs of plain text. */
function hasBlankLines({ text, paragraphs }: Draft): boolean {
  let end: number | undefined;
  for (const { pieces } of paragraphs) {
    const line = pieces[0];
    if (line === undefined) continue;
    const between = end === undefined ? '' : text.slice(end, line.source);
    if (between.length > 1 && /(?:\r\n|\n|\r(?!\n))[ \t\u3000]*[\r\n]/u.test(between)) return true;
    end = line.source + line.length;
  }
  return false;
}
