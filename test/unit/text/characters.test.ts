import { describe, expect, it } from 'vitest';
import { countCharacters, hanSurplus } from '../../../server/src/core/text/characters.js';

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['同志们：', 4],
    ['　 同\u00A0志\u200B们\t\r\n', 3],
    ['𠮷野家', 3],
    ['e\u0301', 1],
    ['👨‍👩‍👧，好', 3],
    ['第3批1.5亿', 7],
    ['\uFFFC', 0],
  ])('counts %j as %d', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe('hanSurplus', () => {
  it.each([
    ['同志们，我讲三点。', true],
    ['', true],
    ['2022 —— 100%', true],
    ['Dear comrades, today', false],
    ['同志们 OK', true],
    ['これはテストです日本', false],
    ['𠮷野𠮷野 ab', true],
  ])('%j: %s', (text, expected) => {
    expect(hanSurplus(text) >= 0).toBe(expected);
  });
});
