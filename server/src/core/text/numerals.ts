/** Chinese and Arabic numerals as speeches use them for counting points: 1 to 99. */

const DIGITS = '零一二三四五六七八九';

/**
 * The value of a Chinese (一, 十二, 二十, 两) or Arabic (3, ３) numeral from 1 to 99.
 * Returns undefined for anything else.
 */
export function numeralValue(text: string): number | undefined {
  hanValues ??= new Map([
    ['两', 2],
    ['俩', 2],
    ...Array.from({ length: 99 }, (_, i) => [hanNumeral(i + 1), i + 1] as const),
  ]);
  return hanValues.get(text) ?? arabicValue(text);
}

let hanValues: ReadonlyMap<string, number> | undefined;

function arabicValue(text: string): number | undefined {
  if (text.length > 2) return undefined;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code - (code >= 0xff10 ? 0xff10 : 0x30);
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value >= 1 ? value : undefined;
}

/** The Chinese numeral of a value from 1 to 99: 1 → 一, 12 → 十二, 20 → 二十. */
export function hanNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return head + (unit === 0 && tens > 0 ? '' : (DIGITS[unit] ?? ''));
}
