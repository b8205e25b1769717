import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepeats } from '../../../server/src/core/text/repeats.js';
import { cases } from '../../arbitraries/cases.js';

/** Few letters, so that much comes back; 0 is a boundary. */
const sequence = fc
  .array(fc.constantFrom(0, 1, 2, 3), { maxLength: 60 })
  .map((codes) => Uint16Array.from(codes));
const MINIMUM = 3;

/** The longest stretch from `start` that stands elsewhere without overlapping, by trying everything. */
function longest(codes: Uint16Array, start: number): number {
  let best = 0;
  for (let other = 0; other < codes.length; other++) {
    if (other === start) continue;
    let length = 0;
    while (
      length < Math.abs(other - start) &&
      (codes[start + length] ?? 0) !== 0 &&
      codes[start + length] === codes[other + length]
    ) {
      length++;
    }
    best = Math.max(best, length);
  }
  return best >= MINIMUM ? best : 0;
}

describe('findRepeats', () => {
  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(sequence, (codes) => {
        const expected: { start: number; end: number }[] = [];
        let end = 0;
        for (let start = 0; start < codes.length; start++) {
          const reach = start + longest(codes, start);
          if (reach > Math.max(end, start)) {
            end = reach;
            expected.push({ start, end });
          }
        }
        expect(findRepeats(codes, MINIMUM).stretches).toEqual(expected);
      }),
      cases(500),
    );
  });

  it('names places of the same codes that do not overlap', () => {
    fc.assert(
      fc.property(sequence, (codes) => {
        const repeats = findRepeats(codes, MINIMUM);
        for (const stretch of repeats.stretches) {
          let free = 0;
          for (const place of repeats.placesOf(stretch)) {
            expect(place).toBeGreaterThanOrEqual(free);
            free = place + stretch.end - stretch.start;
            expect(codes.subarray(place, free)).toEqual(codes.subarray(stretch.start, stretch.end));
          }
        }
      }),
      cases(300),
    );
  });
});
