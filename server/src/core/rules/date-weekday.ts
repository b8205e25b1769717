import type { Paragraph } from '../draft/model.js';
import { perParagraph } from '../draft/perParagraph.js';
import { daysIn, weekdayOf, WEEKDAYS, YEARS } from '../text/calendar.js';
import type { Span } from '../text/span.js';
import { findDates, type StatedDate } from './date-weekday/dates.js';
import { findNamedYears } from './date-weekday/namedYears.js';
import { defineRule, type Report } from './rule.js';

type Message = 'weekday' | 'noDay' | 'noMonth' | 'thisYear' | 'other' | 'fix';

/** A date that cannot be right: the wrong weekday, a day that does not exist, a 今年 that is two years at once. */
export const dateWeekday = defineRule({
  id: 'date-weekday',
  title: { zh: '日期有误', en: 'Impossible date' },
  reason: {
    zh: '日期和星期对不上，听的人不知道该哪一天来；旧稿改日期，最容易忘了改星期。',
    en: 'When date and weekday disagree, nobody knows when to come; editing an old draft’s date, one forgets the weekday.',
  },
  norm: {
    level: 'advice',
    source: { zh: '公历推算', en: 'Arithmetic of the Gregorian calendar' },
  },
  severity: 'error',
  fix: 'suggested',
  needsWords: false,
  options: {},
  messages: {
    weekday: {
      zh: '{date}是{right}，不是{wrong}，请核对是日期错了还是星期错了。',
      en: '{iso} is a {day}, so “{wrong}” does not fit; check the date and the weekday.',
    },
    noDay: {
      zh: '“{date}”这一天不存在：{month}月只有 {days} 天，请核对。',
      en: 'There is no day “{date}”: the month has {days} days; check it.',
    },
    noMonth: {
      zh: '“{date}”这个月份不存在，一年只有 12 个月，请核对。',
      en: 'There is no month “{date}”: a year has 12; check it.',
    },
    thisYear: {
      zh: '这里的“{words}”与前面的“{before}”对不上，一篇稿子里的今年只能是一年，请核对。',
      en: '“{words}” disagrees with “{before}” above: “今年” can be one year only; check both.',
    },
    other: { zh: '这里说的是“{before}”', en: 'Here it is “{before}”' },
    fix: { zh: '把“{wrong}”改成“{right}”', en: 'Change “{wrong}” to “{right}”' },
  },
  check({ draft, report }) {
    for (const paragraph of draft.paragraphs) {
      for (const date of datesIn(paragraph)) {
        const found = checkDate(paragraph, date);
        if (found !== undefined) report(found);
      }
    }
    checkNamedYears(draft.paragraphs, report);
  },
});

const datesIn = perParagraph(findDates);
const namedYearsIn = perParagraph(findNamedYears);

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function checkDate(paragraph: Paragraph, date: StatedDate): Report<Message> | undefined {
  const { year, month, day, weekday } = date;
  const words = paragraph.text.slice(date.start, date.end);
  const span = paragraph.span(date.start, date.end);
  if (month < 1 || month > 12) return { message: 'noMonth', data: { date: words }, span };
  if (day === undefined) return undefined;
  const days = daysIn(month, year);
  if (day < 1 || day > days) {
    return { message: 'noDay', data: { date: words, month, days }, span };
  }
  if (weekday === undefined || year === undefined || year < YEARS.first || year > YEARS.last)
    return undefined;
  const actual = weekdayOf(year, month, day);
  if (actual === weekday.value) return undefined;
  const wrong = paragraph.text.slice(weekday.start, weekday.end);
  const right = wrong.slice(0, -1) + WEEKDAYS.charAt(actual);
  const place = paragraph.span(weekday.start, weekday.end);
  const iso = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const data = { date: `${year}年${month}月${day}日`, iso, day: DAY_NAMES[actual] ?? '', wrong, right };
  return {
    message: 'weekday',
    data,
    span: place,
    related: [],
    fixes: [{ title: 'fix', data, safe: false, edits: [{ span: place, text: right }] }],
  };
}

/** A draft is given in one year: whatever its 今年, 去年 and 明年 are said to be has to agree. */
function checkNamedYears(paragraphs: readonly Paragraph[], report: (report: Report<Message>) => void): void {
  let first: { readonly thisYear: number; readonly span: Span; readonly words: string } | undefined;
  for (const paragraph of paragraphs) {
    for (const { start, end, thisYear } of namedYearsIn(paragraph)) {
      const span = paragraph.span(start, end);
      const words = paragraph.text.slice(start, end);
      first ??= { thisYear, span, words };
      if (thisYear === first.thisYear) continue;
      const data = { words, before: first.words };
      report({ message: 'thisYear', data, span, related: [{ span: first.span, message: 'other', data }] });
    }
  }
}
