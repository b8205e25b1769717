import { SHINGLE } from './fingerprints.js';

/** A stretch that two texts have in common code for code. Positions are those of the texts' codes. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * The longest equal stretches around places where fingerprints agree, each once, in ascending order of `b`. In one
 * and the same text a stretch and its other place do not overlap.
 *
 * @param places positions in `a` and in `b` by turns, in ascending order of the latter
 */
export function runsAround(places: readonly number[], a: Uint16Array, b: Uint16Array): Run[] {
  const runs: Run[] = [];
  /** By diagonal, where the last run on it ends in `b`. */
  const reached = new Map<number, number>();
  for (let at = 0; at + 1 < places.length; at += 2) {
    const inA = places[at] ?? 0;
    const inB = places[at + 1] ?? 0;
    const diagonal = inB - inA;
    if (inB + SHINGLE <= (reached.get(diagonal) ?? 0)) continue;
    let before = 0;
    while (inA > before && inB > before && a[inA - before - 1] === b[inB - before - 1]) {
      if (a === b && before >= diagonal) break;
      before++;
    }
    let after = 0;
    while (inA + after < a.length && inB + after < b.length && a[inA + after] === b[inB + after]) after++;
    const start = inA - before;
    const length = a === b ? Math.min(before + after, diagonal) : before + after;
    reached.set(diagonal, start + diagonal + length);
    // Fewer equal codes than a shingle: the hashes agreed by chance.
    if (length >= SHINGLE) runs.push({ a: start, b: start + diagonal, length });
  }
  return runs.sort((x, y) => x.b - y.b || x.a - y.a);
}
