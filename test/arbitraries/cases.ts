/** How many cases a property is tried with, where the cases begin, and which one alone is to be run again. */
export interface Cases {
  readonly numRuns: number;
  readonly seed: number;
  readonly path?: string;
}

const LEAST = Number(process.env['WENFENG_CASES'] ?? 0);
const SEED = process.env['WENFENG_SEED'];
const PATH = process.env['WENFENG_PATH'];

/**
 * The one place that says how often a property is tried: `usual` times in every run of the tests, and at least
 * `WENFENG_CASES` times where that is set, as `npm run test:nightly` does.
 *
 * The usual cases are always the same ones, so that a change is judged by nothing but itself; a longer run looks for
 * new ones. A failure tells its seed and path; `WENFENG_SEED` and `WENFENG_PATH` with the name of the test (`-t`)
 * run that case again.
 *
 * @param usual the number that fits into the time of the everyday tests
 */
export function cases(usual: number): Cases {
  const numRuns = Math.max(usual, LEAST);
  const seed = SEED === undefined ? (LEAST > 0 ? Date.now() & 0x7fffffff : 5) : Number(SEED);
  return PATH === undefined ? { numRuns, seed } : { numRuns, seed, path: PATH };
}
