import type { Run } from './runs.js';

/** So many codes may have been changed, dropped or put in between a passage and what goes on from it. */
const REACH = 4;

/** So many equal codes behind a change show that the passage goes on. */
const ANCHOR = 3;

/**
 * The runs and those too short for a fingerprint that go on from their first and last, over small changes.
 *
 * @param runs in ascending order in both texts, at least one
 */
export function extend(runs: readonly Run[], a: Uint16Array, b: Uint16Array): Run[] {
  const after: Run[] = [];
  for (let last = runs.at(-1); last !== undefined;) {
    last = next(a, b, last.a + last.length, last.b + last.length);
    if (last !== undefined) after.push(last);
  }
  const before: Run[] = [];
  for (let first = runs[0]; first !== undefined;) {
    first = previous(a, b, first.a, first.b);
    if (first !== undefined) before.push(first);
  }
  return [...before.reverse(), ...runs, ...after];
}

function next(a: Uint16Array, b: Uint16Array, endA: number, endB: number): Run | undefined {
  for (let away = 1; away <= 2 * REACH; away++) {
    for (let skipA = Math.max(0, away - REACH); skipA <= Math.min(away, REACH); skipA++) {
      const inA = endA + skipA;
      const inB = endB + away - skipA;
      const most = Math.min(a.length - inA, b.length - inB);
      let length = 0;
      while (length < most && a[inA + length] === b[inB + length]) length++;
      if (length >= ANCHOR) return { a: inA, b: inB, length };
    }
  }
  return undefined;
}

function previous(a: Uint16Array, b: Uint16Array, startA: number, startB: number): Run | undefined {
  for (let away = 1; away <= 2 * REACH; away++) {
    for (let skipA = Math.max(0, away - REACH); skipA <= Math.min(away, REACH); skipA++) {
      const endA = startA - skipA;
      const endB = startB - away + skipA;
      let length = 0;
      while (length < endA && length < endB && a[endA - length - 1] === b[endB - length - 1]) length++;
      if (length >= ANCHOR) return { a: endA - length, b: endB - length, length };
    }
  }
  return undefined;
}
