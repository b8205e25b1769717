import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { DraftFormat } from '../../server/src/core/draft/model.js';
import type { Span } from '../../server/src/core/text/span.js';

/**
 * A clean text as the planters see it. They divide it themselves, with nothing of the engine's document model:
 * a fault that model hides must not be hidden from the evaluation too.
 */
export interface Source {
  /** Shown in the output. */
  readonly name: string;
  /** The folder it lies in, which says what kind of text it is. */
  readonly kind: string;
  readonly format: DraftFormat;
  readonly text: string;
  readonly lines: readonly Line[];
}

/** A line that is not blank, without its line end and the blanks around it. Offsets are the source's. */
export interface Line extends Span {
  readonly text: string;
  /** Running prose without any markup: long enough to hold a sentence, and ending one. */
  readonly prose: boolean;
  /** Markdown that is no prose at all: code, tables, HTML, front matter. */
  readonly opaque: boolean;
}

/** A line of its own of at most this many characters that begins with an ordinal is a heading. */
const HEADING_MAX = 50;
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．]|（[0-9]{1,2}）)/u;

/** Reads every .txt and .md file below a folder, except notes on where the texts come from, in a stable order. */
export function readSources(folder: string): Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (!/\.(?:txt|md)$/u.test(name) || /^[A-Z]+\.md$/u.test(basename(name)) || !statSync(path).isFile())
      return [];
    const kind = dirname(relative(folder, path));
    return [
      makeSource(
        name,
        kind === '.' ? basename(folder) : kind,
        extname(name) === '.md' ? 'markdown' : 'plain',
        readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''),
      ),
    ];
  });
}

/** Divides a text into lines and says which of them are prose. */
export function makeSource(name: string, kind: string, format: DraftFormat, text: string): Source {
  const lines: Line[] = [];
  let fenced = false;
  let matter = format === 'markdown' && text.startsWith('---');
  let number = 0;
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    const inked = match[0].trim();
    const start = match.index + match[0].indexOf(inked);
    if (inked === '') continue;
    number++;
    const fence = format === 'markdown' && /^(?:```|~~~)/u.test(inked);
    const opaque =
      fenced || fence || matter || (format === 'markdown' && /^(?:\||<|\[|:::|\* \* \*|-{3})/u.test(inked));
    if (fence) fenced = !fenced;
    if (matter && number > 1 && inked === '---') matter = false;
    const bare = format === 'plain' || /^[^`[\]<>|*_~#>+\\&]+$/u.test(inked);
    const heading = count(inked) <= HEADING_MAX && HEADING.test(inked);
    const prose =
      !opaque &&
      !heading &&
      bare &&
      !/^[-+]\s|https?:/u.test(inked) &&
      /[。！？”）]$/u.test(inked) &&
      count(inked) >= 40;
    lines.push({ start, end: start + inked.length, text: inked, prose, opaque });
  }
  return { name, kind, format, text, lines };
}

/** Characters without blanks, by code points. */
export function count(text: string): number {
  return Array.from(text.replace(/\s/gu, '')).length;
}

/** Han characters of the basic plane. */
export function countHan(text: string): number {
  return text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0;
}

/** Whether the character is a Han character of the basic plane. */
export function isHan(char: string | undefined): boolean {
  return char !== undefined && /^[\u4e00-\u9fff]/u.test(char);
}

/** The sentences of a line, closing marks included; what has no end mark is the last one. */
export function sentencesOf(line: Line): Span[] {
  const sentences: Span[] = [];
  for (const match of line.text.matchAll(/[^。！？]+[。！？]*[”’』」）》]*/gu)) {
    sentences.push({ start: line.start + match.index, end: line.start + match.index + match[0].length });
  }
  return sentences;
}

/** The sentence of the line that holds the offset, else the whole line. */
export function sentenceAt(line: Line, offset: number): Span {
  return sentencesOf(line).find((sentence) => sentence.start <= offset && offset < sentence.end) ?? line;
}

const PARTNERS: Readonly<Record<string, string>> = { '“': '”', '（': '）', '《': '》', '‘': '’' };
const CLOSING = new Set(Object.values(PARTNERS));

/** A pair of marks; offsets of the source. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  readonly depth: number;
}

/** The pairs of a line, or undefined when one mark of it has no partner. */
export function pairsOf(line: Line): Pair[] | undefined {
  const pairs: Pair[] = [];
  const open: { at: number; mark: string }[] = [];
  for (let i = 0; i < line.text.length; i++) {
    const char = line.text.charAt(i);
    if (PARTNERS[char] !== undefined) open.push({ at: i, mark: char });
    else if (CLOSING.has(char)) {
      const last = open.pop();
      if (last === undefined || PARTNERS[last.mark] !== char) return undefined;
      pairs.push({ open: line.start + last.at, close: line.start + i, depth: open.length });
    }
  }
  return open.length === 0 ? pairs : undefined;
}

/** Whether the offset lies between two partners of the line. True when the line's marks do not pair at all. */
export function isInsidePair(line: Line, offset: number): boolean {
  const pairs = pairsOf(line);
  return pairs === undefined || pairs.some(({ open, close }) => open < offset && offset <= close);
}
