import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Comparison, differenceOf } from '../../../server/src/core/text/difference.js';

const codes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 75 });

/** Two stretches one behind the other in one sequence. */
function joined(a: readonly number[], b: readonly number[]) {
  return {
    both: Uint16Array.from([...a, ...b]),
    spanA: { start: 0, end: a.length },
    spanB: { start: a.length, end: a.length + b.length },
  };
}

/** The length of the longest common subsequence, by the table of all pairs of places. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const code of a) {
    const row = [0];
    b.forEach((other, j) => {
      row.push(code === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    });
    above = row;
  }
  return above.at(-1) ?? 0;
}

describe('the difference of two stretches', () => {
  it('has the codes in common that the longest common subsequence has', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const { both, spanA, spanB } = joined(a, b);
        expect(differenceOf(both, spanA, spanB).common).toBe(longestCommon(a, b));
      }),
      { numRuns: 300 },
    );
  });

  it('makes the second of the first', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const { both, spanA, spanB } = joined(a, b);
        const { changes } = differenceOf(both, spanA, spanB);
        const made: number[] = [];
        let at = 0;
        for (const { before, after } of changes) {
          made.push(...both.subarray(at, before.start), ...both.subarray(after.start, after.end));
          at = before.end;
        }
        made.push(...both.subarray(at, spanA.end));
        expect(made).toEqual(b);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps nothing of the comparison before', () => {
    fc.assert(
      fc.property(codes, codes, codes, (a, b, c) => {
        const comparison = new Comparison();
        for (const [from, to] of [
          [a, b],
          [c, b],
          [b, c],
        ] as const) {
          const { both, spanA, spanB } = joined(from, to);
          comparison.compareTo(both, spanB);
          expect(comparison.commonWith(both, spanA)).toBe(longestCommon(from, to));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives up where more changes are needed than are wanted', () => {
    const { both, spanA, spanB } = joined([1, 1, 2, 1, 1, 3, 1, 1], [1, 1, 4, 1, 1, 5, 1, 1]);
    const comparison = new Comparison();
    comparison.compareTo(both, spanB);
    comparison.commonWith(both, spanA);
    expect(comparison.changes(1)).toBeUndefined();
    expect(comparison.changes(2)).toHaveLength(2);
  });
});
