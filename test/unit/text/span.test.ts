import { expect, it } from 'vitest';
import { coveredBy } from '../../../server/src/core/text/span.js';

it.each([
  [[], 0],
  [[[2, 5]], 3],
  [
    [
      [4, 8],
      [0, 5],
    ],
    8,
  ],
  [
    [
      [0, 9],
      [2, 4],
      [12, 13],
    ],
    10,
  ],
] as [number[][], number][])('%j cover %d together', (spans, covered) => {
  expect(coveredBy(spans.map(([start = 0, end = 0]) => ({ start, end })))).toBe(covered);
});
