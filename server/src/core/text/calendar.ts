/** Arithmetic of the Gregorian calendar. No clock: nothing here knows what day it is. */

/** The days of the week by number, from Sunday, as they are written after 星期. */
export const WEEKDAYS = '日一二三四五六';

/** Years whose weekdays are told: the calendar has been in use in China since 1912. */
export const YEARS = { first: 1912, last: 2199 } as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * The days of a month; 0 for what is no month.
 *
 * @param month 1 to 12
 * @param year undefined where it is not known: February then has 29 days
 */
export function daysIn(month: number, year: number | undefined): number {
  if (month === 2) return year === undefined || isLeap(year) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The weekday of a day of the calendar, 0 for Sunday (Sakamoto's method). */
export function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}
