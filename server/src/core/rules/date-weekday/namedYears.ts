import type { Prose } from '../../draft/model.js';
import type { Span } from '../../text/span.js';
import { isQuoted } from '../punctuation/surroundings.js';

/** A year that a draft names and calls 今年, 去年 …; offsets are the paragraph's. */
export interface NamedYear extends Span {
  /** What 今年 must then be. */
  readonly thisYear: number;
}

const DISTANCE: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2 };

const NAME = '(?<name>前年|去年|今年|明年|后年)';
const YEAR = '(?<year>(?:19|20)[0-9]{2})年';

/** 今年（2026年）, 今年是2026年， — each says which year is meant, and nothing else can be read into it. */
const STATEMENTS: readonly RegExp[] = [
  new RegExp(`(?<!大|[到以])${NAME}[（(]即?${YEAR}[）)]`, 'gu'),
  new RegExp(`(?<!大|[到以])${NAME}(?:是|，即|即)${YEAR}(?=[，。；）)！]|$)`, 'gu'),
  new RegExp(`${YEAR}[（(]即?${NAME}[）)]`, 'gu'),
];

/** The statements of a paragraph, those in quotations left out: what was said then was said of another year. */
export function findNamedYears(paragraph: Prose): NamedYear[] {
  const { text } = paragraph;
  if (!/[前去今明后]年/u.test(text)) return [];
  const found: NamedYear[] = [];
  for (const pattern of STATEMENTS) {
    for (const match of text.matchAll(pattern)) {
      const { name = '', year = '' } = match.groups ?? {};
      const distance = DISTANCE[name];
      if (distance === undefined || isQuoted(paragraph, match.index)) continue;
      const start = match.index;
      found.push({ start, end: start + match[0].length, thisYear: Number(year) - distance });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
