/** A half-open range of UTF-16 code units, `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The last of `spans` (in ascending order of starts) that starts at `offset` or before it. */
export function lastStartingBy<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  return spans[lastIndexBy(spans, offset)];
}

/** Its index; -1 when none does. */
export function lastIndexBy(spans: readonly Span[], offset: number): number {
  let low = -1;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The code units that the spans cover together. */
export function coveredBy(spans: readonly Span[]): number {
  let covered = 0;
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, span.end - Math.max(span.start, end));
    end = Math.max(end, span.end);
  }
  return covered;
}
