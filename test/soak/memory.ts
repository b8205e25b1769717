import type { Look } from './soak.js';

/** How much of the heap was held in the second and in the last third of the looks: medians, in bytes. */
export function heapOfThirds(looks: readonly Look[]): { readonly second: number; readonly last: number } {
  const third = Math.floor(looks.length / 3);
  const heap = looks.map(({ heapUsed }) => heapUsed);
  return { second: median(heap.slice(third, -third)), last: median(heap.slice(-third)) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
