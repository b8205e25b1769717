import { describe, expect, it } from 'vitest';
import { hanNumeral, numeralValue } from '../../../server/src/core/text/numerals.js';

describe('numeralValue', () => {
  it.each([
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['3', 3],
    ['１２', 12],
  ])('%s is %d', (text, value) => {
    expect(numeralValue(text)).toBe(value);
  });

  it.each(['', '零', '一二', '百', '0', '100', '十十', '几', '两十'])('%j is none', (text) => {
    expect(numeralValue(text)).toBeUndefined();
  });

  it('reads what hanNumeral writes, from 1 to 99', () => {
    for (let value = 1; value < 100; value++) expect(numeralValue(hanNumeral(value))).toBe(value);
  });
});
