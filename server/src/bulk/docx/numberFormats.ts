const HAN = '零一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** The names of Word's number formats, by what they come to. Others count in Arabic numerals. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  ideographEnclosedCircle: (value) =>
    value <= 10 ? String.fromCharCode(0x327f + value) : han(value, HAN, '十百千'),
  chineseCounting: (value) => han(value, HAN, '十百千'),
  chineseCountingThousand: (value) => han(value, HAN, '十百千'),
  taiwaneseCounting: (value) => han(value, HAN, '十百千'),
  taiwaneseCountingThousand: (value) => han(value, HAN, '十百千'),
  japaneseCounting: (value) => han(value, HAN, '十百千'),
  ideographDigital: (value) => digits(value, '〇一二三四五六七八九'),
  taiwaneseDigital: (value) => digits(value, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (value) => digits(value, '〇一二三四五六七八九'),
  chineseLegalSimplified: (value) => han(value, LEGAL, '拾佰仟'),
  ideographLegalTraditional: (value) => han(value, LEGAL, '拾佰仟'),
  ideographTraditional: (value) => cycled(value, STEMS),
  ideographZodiac: (value) => cycled(value, BRANCHES),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** A number of an automatic list as Word writes it, by the name of its format; a bullet is empty. */
export function formatNumber(value: number, format: string): string {
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(value) ?? '') : String(value);
}

/** 10 as 十, 12 as 十二, 20 as 二十, 101 as 一百零一. From 10000 on in Arabic numerals. */
function han(value: number, numerals: string, units: string): string {
  if (value <= 0 || value >= 10_000) return value === 0 ? (numerals[0] ?? '') : String(value);
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text +=
      (gap ? (numerals[0] ?? '') : '') +
      (numerals[digit] ?? '') +
      (place > 0 ? (units[place - 1] ?? '') : '');
    gap = false;
  }
  return value >= 10 && value < 20 && numerals === HAN ? text.slice(1) : text;
}

function digits(value: number, numerals: string): string {
  return String(value).replace(/\d/gu, (digit) => numerals[Number(digit)] ?? digit);
}

function fullWidth(value: number): string {
  return digits(value, '０１２３４５６７８９');
}

/** ① and the like, of which Unicode has twenty. */
function enclosed(value: number, before: number): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(before + value - 1) : String(value);
}

function cycled(value: number, signs: string): string {
  return value >= 1 ? (signs[(value - 1) % signs.length] ?? '') : String(value);
}

/** A, B, … Z, AA, BB, … as Word counts. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 780) return String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
