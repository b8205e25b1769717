/** The middle of many timings and how far they spread; milliseconds. */
export interface Timing {
  readonly median: number;
  /** The tenth and the ninetieth percentile. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** Sums timings up. At least one is needed. */
export function summarise(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.1), high: at(0.9), runs: sorted.length };
}

/** How long `work` takes once; milliseconds. Its result is kept alive, so that it cannot be left out. */
export function time(work: () => unknown): number {
  const start = performance.now();
  kept = work();
  return performance.now() - start;
}

/** Where {@link time} leaves the last result. */
export let kept: unknown;

/** A case's figures go to the runner as one line of JSON. */
export function emit(figures: unknown): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
