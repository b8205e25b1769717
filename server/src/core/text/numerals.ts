/** Chinese and Arabic numerals as speeches use them for counting points: 1 to 99. */

const DIGITS = '零一二三四五六七八九';

/** Character class body of Chinese numerals in ordinals and counts, for building regular expressions. */
export const HAN_NUMERAL = '一二三四五六七八九十两';

/**
 * The value of a Chinese (一, 十二, 二十, 两) or Arabic (3, ３) numeral from 1 to 99.
 * Returns undefined for anything else.
 */
export function numeralValue(text: string): number | undefined {
  if (/^[0-9０-９]{1,2}$/u.test(text)) {
    const value = Number(text.replace(/[０-９]/gu, (d) => String(d.charCodeAt(0) - 0xff10)));
    return value >= 1 ? value : undefined;
  }
  if (text === '两' || text === '俩') return 2;
  const parts = /^([二三四五六七八九]?)(十)?([一二三四五六七八九]?)$/u.exec(text) ?? /^()()(一)$/u.exec(text);
  if (parts === null || text === '') return undefined;
  const [, tens = '', ten = '', unit = ''] = parts;
  if (ten === '') return text.length === 1 ? DIGITS.indexOf(text) : undefined;
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (unit === '' ? 0 : DIGITS.indexOf(unit));
}

/** The Chinese numeral of a value from 1 to 99: 1 → 一, 12 → 十二, 20 → 二十. */
export function hanNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return head + (unit === 0 && tens > 0 ? '' : (DIGITS[unit] ?? ''));
}
