/**
 * The candidate that was probably meant by `name`: the nearest by letters inserted, deleted, changed or swapped,
 * when it is near enough to be likelier than chance; letter case and the marks - _ and blanks do not count.
 */
export function closest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = bare(name);
  // Longer than any name by far: not a slip, and not worth the quadratic comparison.
  if (wanted === '' || wanted.length > 64) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, bare(candidate));
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/gu, '');
}

/** The optimal string alignment distance, in UTF-16 code units. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
