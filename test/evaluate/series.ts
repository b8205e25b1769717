import { numeralValue } from '../../server/src/core/text/numerals.js';
import type { Span } from '../../server/src/core/text/span.js';
import type { Line, Source } from './source.js';

/** A member of a series. Offsets are the source's. */
export interface Member extends Span {
  readonly marker: Span;
  readonly numeral: Span;
  readonly line: Line;
}

/**
 * A series that no reader could take for anything else: 1 to n without a gap, n at least three, and nothing else
 * counted with the same ordinals in between. A member reaches to the next one, the last to its line's end.
 */
export interface Series {
  readonly family: string;
  /** Members that open lines of their own, or several in one line. */
  readonly shape: 'lines' | 'inline';
  readonly members: readonly Member[];
}

interface Family {
  readonly name: string;
  /** Headings' levels from 1; sentence ordinals are below every heading. */
  readonly level: number;
  readonly pattern: RegExp;
}

const SENTENCE_LEVEL = 9;

const LINE_FAMILIES: readonly Family[] = [
  { name: '一、', level: 1, pattern: /^((?:#+\s*)?)([一二三四五六七八九十]{1,3})、/u },
  { name: '（一）', level: 2, pattern: /^((?:#+\s*)?（)([一二三四五六七八九十]{1,3})）/u },
  { name: '1.', level: 3, pattern: /^((?:#+\s*)?)([0-9]{1,2})[.．、](?![0-9])/u },
  { name: '（1）', level: 4, pattern: /^((?:#+\s*)?（)([0-9]{1,2})）/u },
  { name: '一是', level: SENTENCE_LEVEL, pattern: /^()([一二三四五六七八九十]{1,2})是/u },
  { name: '一要', level: SENTENCE_LEVEL, pattern: /^()([一二三四五六七八九十]{1,2})要/u },
  { name: '第一，', level: SENTENCE_LEVEL, pattern: /^(第)([一二三四五六七八九十]{1,2})，/u },
];

const INLINE_FAMILIES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: '一是', pattern: /(?<=^|[。；：，])()([一二三四五六七八九十]{1,2})是/gu },
  { name: '一要', pattern: /(?<=^|[。；：，])()([一二三四五六七八九十]{1,2})要/gu },
  { name: '第一，', pattern: /(?<=^|[。；：])(第)([一二三四五六七八九十]{1,2})，/gu },
  { name: '（1）', pattern: /(?<=^|[。；：，])(（)([0-9]{1,2})）/gu },
];

/** Every unmistakable series of a text, in no particular order. */
export function findSeries(source: Source): Series[] {
  const lines = source.lines.filter((line) => !line.opaque && !isListNumber(source, line));
  return [...LINE_FAMILIES.flatMap((family) => seriesOfLines(lines, family)), ...lines.flatMap(seriesInLine)];
}

/** A Markdown list's numbers are its syntax: readers see 1, 2, 3 whatever was written. */
function isListNumber(source: Source, line: Line): boolean {
  return source.format === 'markdown' && /^[0-9]{1,2}\.\s/u.test(line.text);
}

function seriesOfLines(lines: readonly Line[], family: Family): Series[] {
  const found: Series[] = [];
  let run: Member[] = [];
  let broken = false;
  const close = (): void => {
    if (!broken && run.length >= 3) found.push({ family: family.name, shape: 'lines', members: run });
    run = [];
    broken = false;
  };
  for (const line of lines) {
    if (rank(line) < family.level) close();
    const member = memberAt(line, family.pattern);
    if (member === undefined) {
      // 一是 inside other lines of the list's stretch would be another list of the same ordinals.
      const inside = INLINE_FAMILIES.find((inline) => inline.name === family.name);
      if (run.length > 0 && inside !== undefined && line.text.match(inside.pattern) !== null) broken = true;
      continue;
    }
    if (member.value === 1) close();
    if (member.value !== run.length + 1) broken = true;
    const inline = INLINE_FAMILIES.find((candidate) => candidate.name === family.name);
    if (inline !== undefined && (line.text.match(inline.pattern)?.length ?? 0) > 1) broken = true;
    run.push(member.member);
  }
  close();
  return found;
}

/** The level of the heading that a line is, or more than any family's. */
function rank(line: Line): number {
  const family = LINE_FAMILIES.find((candidate) => candidate.pattern.test(line.text));
  if (family !== undefined) return family.level;
  return /^(?:#|第[一二三四五六七八九十百零]+[条章节])/u.test(line.text) ? 0 : Number.POSITIVE_INFINITY;
}

function memberAt(line: Line, pattern: RegExp): { value: number; member: Member } | undefined {
  const match = pattern.exec(line.text);
  return match === null ? undefined : toMember(line, match, line.end);
}

function toMember(
  line: Line,
  match: RegExpMatchArray,
  end: number,
): { value: number; member: Member } | undefined {
  const lead = match[1] ?? '';
  const numeral = match[2] ?? '';
  const value = numeralValue(numeral);
  if (value === undefined || match.index === undefined) return undefined;
  const hashes = /^(?:#+\s*)?/u.exec(lead)?.[0].length ?? 0;
  const start = line.start + match.index + hashes;
  const from = line.start + match.index + lead.length;
  return {
    value,
    member: {
      start,
      end,
      line,
      marker: { start, end: line.start + match.index + match[0].length },
      numeral: { start: from, end: from + numeral.length },
    },
  };
}

function seriesInLine(line: Line): Series[] {
  return INLINE_FAMILIES.flatMap(({ name, pattern }) => {
    const found = [...line.text.matchAll(pattern)].map((match) => toMember(line, match, line.end));
    const members = found.flatMap((one) => (one === undefined ? [] : [one.member]));
    if (members.length < 3 || found.some((one, index) => one?.value !== index + 1)) return [];
    return [
      {
        family: name,
        shape: 'inline' as const,
        members: members.map((member, index) => ({
          ...member,
          end: members[index + 1]?.start ?? member.end,
        })),
      },
    ];
  });
}

/** Where a finding about a series may stand: each member's ordinal with what it says first. */
export function headsOf(series: Series): Span[] {
  return series.members.map(({ start, end, line }) => ({
    start,
    end: Math.min(
      end,
      start + (/[。！？；]/u.exec(line.text.slice(start - line.start))?.index ?? line.text.length) + 1,
    ),
  }));
}
