import type { Prose } from '../../draft/model.js';
import { numeralValue } from '../../text/numerals.js';
import type { Span } from '../../text/span.js';
import { WEEKDAYS } from '../../text/calendar.js';

/** A date as a draft states it; offsets are the paragraph's, the span covers what names the day. */
export interface StatedDate extends Span {
  /** Undefined where the draft does not say. */
  readonly year: number | undefined;
  readonly month: number;
  /** Undefined for a month alone. */
  readonly day: number | undefined;
  /** The weekday stated with it, 0 for Sunday; the span covers 星期四 alone. */
  readonly weekday: (Span & { readonly value: number }) | undefined;
}

const YEAR = '(?<year>(?:1[89]|2[01])[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})[ \\u00A0]?年[ \\u00A0]?';
const NUMBER = '(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})';
/** What would make the month a part of another number or of a range of months: 1—2月. */
const NOT_AFTER =
  '(?<![0-9０-９.．/零一二三四五六七八九十百千万几数第])(?<![0-9一二三四五六七八九十][~～—至到-])';
const DATE = new RegExp(
  `(?:${YEAR})?${NOT_AFTER}(?<month>${NUMBER})[ \\u00A0]?月(?:[ \\u00A0]?(?<day>${NUMBER})[ \\u00A0]?[日号](?![夜化子]))?`,
  'gu',
);

/** A further day of the month just named: 12日（星期四）至｜15日. */
const FURTHER_DAY = new RegExp(`^(?:至|到|—{1,2}|-|~|～|、|和|与)(?<day>${NUMBER})[日号](?![夜化子])`, 'u');

/** 2026-03-12, 2026.3.12, 2026/3/12: a date only together with its weekday. */
const FIGURES =
  /(?<![0-9.\-/])(?<year>(?:19|20)[0-9]{2})([-./])(?<month>[0-9]{1,2})\2(?<day>[0-9]{1,2})(?![0-9.\-/])/gu;

/** What may stand between a date and its weekday: nothing, a blank, a bracket, the part of the day. */
const WEEKDAY_AFTER =
  /^(?:[ \u00A0]|上午|下午|晚上?|早上|凌晨|，(?=(?:星期|礼拜).(?:[，。；、）) \u00A0\u3000]|[上下]午|$)))?(?<open>[（(])?(?:今天|明天|昨天|后天|本|这|下|上|即)?(?:个)?(?<weekday>(?:星期|礼拜|周)[一二三四五六日天])(?<close>[）)，,、 ]?)/u;

/** 周四（3月12日）: the weekday first, the date in brackets after it. */
const WEEKDAY_BEFORE = /(?<weekday>(?:星期|礼拜|周)[一二三四五六日天])[（(](?:即|也就是)?$/u;

/** The traditional calendar has a thirtieth of its second month. */
const TRADITIONAL = /(?:农历|阴历|旧历|夏历|藏历|回历|傣历|彝历|闰)[^，。；]{0,8}$/u;

/** What joins two dates of one span of days: the year holds for both. */
const JOINED = /^(?:[（(][^（）()]{0,8}[）)])?(?:上午|下午)?(?:至|到|—{1,2}|-|~|～|、|和|与)$/u;

/** The dates of a paragraph that name a day, or a month together with its year. */
export function findDates(paragraph: Prose): StatedDate[] {
  const { text } = paragraph;
  if (!/[月./-]/u.test(text)) return [];
  const found: StatedDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const stated = toDate(text, match);
    if (stated === undefined) continue;
    const before = found.at(-1);
    const joined =
      stated.year === undefined && before !== undefined && JOINED.test(text.slice(before.end, stated.start));
    const date = joined ? { ...stated, year: before.year } : stated;
    found.push(date, ...furtherDays(text, date));
  }
  for (const match of text.matchAll(FIGURES)) {
    const date = toDate(text, match);
    if (date?.weekday !== undefined) found.push(date);
  }
  return found;
}

/** The days that follow a date without their month: 3月12日（星期四）至15日（星期日）. */
function furtherDays(text: string, first: StatedDate): StatedDate[] {
  const found: StatedDate[] = [];
  let date = first;
  while (date.day !== undefined && found.length < 31) {
    const from = afterBracket(text, date.end);
    const match = FURTHER_DAY.exec(text.slice(from, from + 8));
    const written = match?.groups?.['day'];
    const day = written === undefined ? undefined : value(written);
    if (match === null || written === undefined || day === undefined) break;
    const end = from + match[0].length;
    const start = end - written.length - 1;
    date = { ...date, start, end, day, weekday: weekdayAt(text, start, end) };
    found.push(date);
  }
  return found;
}

/** The offset after the bracket that opens at `at`, or `at`. */
function afterBracket(text: string, at: number): number {
  return at + (/^[（(][^（）()]{1,8}[）)]/u.exec(text.slice(at, at + 10))?.[0].length ?? 0);
}

function toDate(text: string, match: RegExpExecArray): StatedDate | undefined {
  const { year: writtenYear, month: writtenMonth = '', day: writtenDay } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const year = writtenYear === undefined ? undefined : yearValue(writtenYear);
  const month = value(writtenMonth);
  const day = writtenDay === undefined ? undefined : value(writtenDay);
  if (month === undefined || (writtenDay !== undefined && day === undefined)) return undefined;
  if (TRADITIONAL.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  // 正月 to 腊月 are written out: without a year of the calendar, so may the traditional dates be.
  if (year === undefined && !/^[0-9]/u.test(writtenMonth)) return undefined;
  if (day === undefined && (year === undefined || /^[龄饼嫂薪租票]/u.test(text.slice(end)))) return undefined;
  return { start, end, year, month, day, weekday: weekdayAt(text, start, end) };
}

function value(written: string): number | undefined {
  return /^0{1,2}$/u.test(written) ? 0 : numeralValue(written);
}

const HAN_DIGITS = '〇一二三四五六七八九';

function yearValue(written: string): number {
  return Number(written.replace(/[^0-9]/gu, (han) => String(Math.max(0, HAN_DIGITS.indexOf(han)))));
}

function weekdayAt(text: string, start: number, end: number): StatedDate['weekday'] {
  const after = WEEKDAY_AFTER.exec(text.slice(end, end + 16));
  const written = after?.groups?.['weekday'];
  if (after !== null && written !== undefined) {
    const { open = '', close = '' } = after.groups ?? {};
    const at = end + after[0].length - close.length - written.length;
    // 12日周一鸣同志: without a bracket 周一 may begin a name. 12日周四、周五: which of them is a matter of taste.
    const next = text.charAt(at + written.length);
    const named =
      open === '' && written.startsWith('周') && /[^上下早晚中凌，,。；：、 （(在召举开]/u.test(next);
    if (!named && !/[至到、~～—-]/u.test(next)) return weekday(written, at);
  }
  const before = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, start - 8), start));
  const earlier = before?.groups?.['weekday'];
  if (before === null || earlier === undefined || !/[）)]/u.test(text.charAt(end))) return undefined;
  return weekday(earlier, start - before[0].length);
}

function weekday(written: string, start: number): StatedDate['weekday'] {
  const day = WEEKDAYS.indexOf(written.slice(-1).replace('天', '日'));
  return { start, end: start + written.length, value: day };
}
