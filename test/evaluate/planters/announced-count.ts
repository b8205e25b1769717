import { hanNumeral, numeralValue } from '../../../server/src/core/text/numerals.js';
import type { Span } from '../../../server/src/core/text/span.js';
import { edit, type Fault, type Planter } from '../fault.js';
import { findSeries, headsOf, type Series } from '../series.js';
import { sentenceAt, type Line, type Source } from '../source.js';

const NUMBER = '(?<num>[二两三四五六七八九十]{1,2}|[2-9]|1[0-9])';
const UNIT = '(?:个方面|个重点|个问题|个环节|点|项|条|个)';

/** What may stand last before a list that it announces: 九个方面工作：, 以下三点。 */
const AT_END = new RegExp(`${NUMBER}${UNIT}[^，。；：、“”0-9]{0,10}[：。]$`, 'u');
/** 讲四点意见 and its like, which announce the speech's own first-level headings. */
const SPEAKER = new RegExp(
  `(?:讲|谈|提|提出|强调|汇报|交流)[^，。；：“”]{0,6}?${NUMBER}(?:个方面|点|条|项)(?:意见|要求|建议|希望|体会|想法|工作|问题|情况)?`,
  'u',
);
/** A heading that counts its own sub-headings. */
const IN_HEADING = new RegExp(`${NUMBER}(?:个方面|个重点|项重点|大重点|项任务|大任务|项工作)`, 'u');

/** An announcement that is kept in the clean text. */
interface Announcement {
  readonly numeral: Span;
  readonly sentence: Span;
  readonly series: Series;
  readonly variant: string;
}

/** The number that announces a list is made one larger or one smaller; or a false announcement is put in. */
export const announcedCount: Planter = {
  kind: 'announced count changed',
  rule: 'announced-count',
  propose(source) {
    const series = findSeries(source);
    return [
      ...series.flatMap((one) => {
        const announcement = announcementOf(source, one);
        return announcement === undefined ? [] : changes(source, announcement);
      }),
      ...insertions(source, series),
    ];
  },
};

function announcementOf(source: Source, series: Series): Announcement | undefined {
  const first = series.members[0];
  if (first === undefined) return undefined;
  if (series.shape === 'inline') {
    const before = source.text.slice(first.line.start, first.start);
    return matching(series, 'in one paragraph', before, first.line.start, AT_END, first.line);
  }
  const index = source.lines.indexOf(first.line);
  const previous = source.lines[index - 1];
  if (previous === undefined) return undefined;
  if (series.family === '一、') {
    // The announcement of a speaker's points stands in the opening, a paragraph or two before the first heading.
    if (series.members.length < 2 || topSeries(source).length !== 1) return undefined;
    for (const line of source.lines.slice(Math.max(0, index - 3), index).reverse()) {
      const found = matching(series, 'first-level headings', line.text, line.start, SPEAKER, line);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const heading = /^(?:#+\s*)?(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/u.test(
    previous.text,
  );
  return heading && previous.text.length <= 50
    ? matching(series, 'heading over its sub-headings', previous.text, previous.start, IN_HEADING, previous)
    : matching(series, 'paragraph before its items', previous.text, previous.start, AT_END, previous);
}

function topSeries(source: Source): Series[] {
  return findSeries(source).filter((series) => series.family === '一、');
}

function matching(
  series: Series,
  variant: string,
  text: string,
  offset: number,
  pattern: RegExp,
  line: Line,
): Announcement | undefined {
  const match = pattern.exec(text);
  const num = match?.groups?.['num'];
  if (match === null || num === undefined || numeralValue(num) !== series.members.length) return undefined;
  const at = offset + match.index + match[0].indexOf(num);
  // “…” names something; only plain words announce.
  const sentence = sentenceAt(line, at);
  return { numeral: { start: at, end: at + num.length }, sentence, series, variant };
}

function changes(source: Source, { numeral, sentence, series, variant }: Announcement): Fault[] {
  const written = source.text.slice(numeral.start, numeral.end);
  const places = [sentence, ...headsOf(series)];
  return [1, -1].flatMap((delta) => {
    const value = series.members.length + delta;
    if (value < 2) return [];
    const edits = [edit(numeral.start, numeral.end, numeralLike(written, value))];
    return [{ variant: `${variant}, ${delta > 0 ? 'up' : 'down'}`, edits, places }];
  });
}

function numeralLike(written: string, value: number): string {
  if (/[0-9]/u.test(written)) return String(value);
  return value === 2 ? '两' : hanNumeral(value);
}

/** Announcements put before lists that have none: the wrong number is a fault, the right one a control. */
function insertions(source: Source, series: readonly Series[]): Fault[] {
  const faults: Fault[] = [];
  const add = (variant: string, one: Series, at: number, sentence: (count: string) => string): void => {
    for (const delta of [0, 1, -1]) {
      const value = one.members.length + delta;
      if (value < 2) continue;
      faults.push({
        variant: `${variant} put in, ${delta === 0 ? 'true' : delta > 0 ? 'one more' : 'one less'}`,
        edits: [edit(at, at, sentence(value === 2 ? '两' : hanNumeral(value)))],
        places: [{ start: at, end: at }, ...headsOf(one)],
        ...(delta === 0 ? { control: true } : {}),
      });
    }
  };
  for (const one of series) {
    const first = one.members[0];
    if (first === undefined) continue;
    if (one.shape === 'inline') {
      const before = source.text.slice(first.line.start, first.start);
      // Whatever is counted before the list might be this list's announcement already.
      if (before.endsWith('。') && !new RegExp(NUMBER + UNIT, 'u').test(before)) {
        add('announcement in a paragraph', one, first.start, (count) => `重点是做好以下${count}个方面工作：`);
      }
    } else if (one.family === '一、') {
      const above = source.lines.slice(0, source.lines.indexOf(first.line));
      const counted = above.some((line) => new RegExp(NUMBER + UNIT, 'u').test(line.text));
      if (!counted && above.length > 0 && series.filter(({ family }) => family === '一、').length === 1) {
        const gap = source.format === 'markdown' ? '\n\n' : '\n';
        add(
          'announcement of the headings',
          one,
          first.line.start,
          (count) => `下面，我讲${count}点意见。${gap}`,
        );
      }
    }
  }
  return faults;
}
