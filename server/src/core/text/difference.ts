import type { Span } from './span.js';

/** A stretch of one sequence and what stands in its stead in the other; either may be empty, not both. */
export interface Change {
  readonly before: Span;
  readonly after: Span;
}

/** How two stretches of one sequence differ. */
export interface Difference {
  /** Codes that both have, in order. */
  readonly common: number;
  readonly changes: readonly Change[];
}

/** Fewer equal codes than this between two changes are chance, and the changes are one. */
const ISLAND = 2;

/**
 * Compares two stretches of `codes` by their longest common subsequence; the time is the product of their lengths,
 * so the caller bounds both.
 */
export function differenceOf(codes: Uint16Array, a: Span, b: Span): Difference {
  let head = 0;
  while (a.start + head < a.end && b.start + head < b.end && codes[a.start + head] === codes[b.start + head])
    head++;
  let tail = 0;
  while (
    a.end - tail > a.start + head &&
    b.end - tail > b.start + head &&
    codes[a.end - tail - 1] === codes[b.end - tail - 1]
  )
    tail++;
  const rows = a.end - a.start - head - tail;
  const columns = b.end - b.start - head - tail;
  const from = { a: a.start + head, b: b.start + head };
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] =
        codes[from.a + i] === codes[from.b + j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  let equal = ISLAND;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && codes[from.a + i] === codes[from.b + j]) {
      i++;
      j++;
      equal++;
      continue;
    }
    const last = equal < ISLAND ? changes.pop() : undefined;
    const start = last ?? { before: { start: from.a + i }, after: { start: from.b + j } };
    const down = i < rows ? (lengths[(i + 1) * width + j] ?? 0) : -1;
    const right = j < columns ? (lengths[i * width + j + 1] ?? 0) : -1;
    if (down >= right) i++;
    else j++;
    changes.push({
      before: { start: start.before.start, end: from.a + i },
      after: { start: start.after.start, end: from.b + j },
    });
    equal = 0;
  }
  return { common: head + tail + (lengths[0] ?? 0), changes };
}
