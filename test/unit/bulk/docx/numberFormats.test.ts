import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../server/src/bulk/docx/numberFormats.js';

describe('the numbers of automatic lists', () => {
  it.each([
    [
      'chineseCounting',
      [1, 10, 11, 20, 21, 99, 100, 101, 110, 111, 1001, 9999],
      '一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千零一 九千九百九十九',
    ],
    ['japaneseCounting', [3, 12], '三 十二'],
    ['chineseLegalSimplified', [1, 10, 25], '壹 壹拾 贰拾伍'],
    ['ideographDigital', [10, 25], '一〇 二五'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 甲'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['decimal', [7], '7'],
    ['decimalZero', [7, 12], '07 12'],
    ['decimalFullWidth', [12], '１２'],
    ['decimalEnclosedCircleChinese', [1, 20, 21], '① ⑳ 21'],
    ['ideographEnclosedCircle', [1, 10], '㊀ ㊉'],
    ['decimalEnclosedParen', [1], '⑴'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerRoman', [4, 9, 14], 'iv ix xiv'],
    ['bullet', [1], ''],
    ['nobodyKnowsThis', [5], '5'],
    ['constructor', [5], '5'],
  ])('in the format %s', (format, values, texts) => {
    expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(texts);
  });
});
