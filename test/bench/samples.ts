/** What was measured of one thing, in the order of the runs; never empty. */
export type Samples = readonly number[];

/** The middle of samples and how far they spread: the tenth and the ninetieth percentile. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** Median and spread. */
export function figureOf(samples: Samples): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { value: at(0.5), low: at(0.1), high: at(0.9), runs: sorted.length };
}

/**
 * How many times `base` something takes. The samples at one index were measured one after the other, so that a machine
 * that is busy for a while slows both: each pair has its ratio, and the figure is theirs.
 */
export function ratioOf(samples: Samples, base: Samples): Figure {
  const pairs = Math.min(samples.length, base.length);
  return figureOf(Array.from({ length: pairs }, (_, at) => (samples[at] ?? NaN) / (base[at] ?? NaN)));
}
