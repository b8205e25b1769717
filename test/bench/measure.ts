/** Whether the run only proves that every case works (`--quick`): its figures say nothing. */
export const quick = process.argv.includes('--quick');

/** How often something is measured: `count` times, or just often enough to prove that it works. */
export function rounds(count: number): number {
  return quick ? Math.min(count, 2) : count;
}

/** How long `work` takes once; milliseconds. Its result is kept alive, so that it cannot be left out. */
export function time(work: () => unknown): number {
  const start = performance.now();
  kept = work();
  return performance.now() - start;
}

/** As {@link time}, for work that may be waited for. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  kept = await work();
  return performance.now() - start;
}

/**
 * Where {@link time} leaves the last result.
 * @public nobody reads it: an export may be read, so what is put here cannot be left out
 */
export let kept: unknown;

/** A case's figures go to the runner as one line of JSON, the last of its output. */
export function emit(figures: unknown): void {
  process.stdout.write(`${JSON.stringify(figures, (_, value: unknown) => rounded(value))}\n`);
}

/** Four digits behind the point are more than any clock here tells. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
}
