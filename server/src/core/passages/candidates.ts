import type { Span } from '../text/span.js';

/** Places that two drafts share, of the positions of their fingerprints, in the first and in the second by turns. */
type Places = readonly number[];

/** A draft that shares fingerprints with another. */
export interface Candidate {
  /** The place of the draft in the order of all. */
  readonly draft: number;
  /** In ascending order of the positions in the other draft. */
  readonly places: Places;
}

/** So many candidates are always compared. */
const STRONGEST = 16;

/** Any other must have so many places that none of those before it has. */
const FRESH_PLACES = 3;

/** Places follow each other when so many codes lie between them at most in either draft … */
const STEP = 24;

/** … and so many more in the one than in the other. */
const SHIFT = 8;

/**
 * Compares a draft with the candidates that have most in a row with it, and beyond these with such as have something
 * that neither they nor any passage found before has. So the number of comparisons grows with the length of a draft and
 * not with the number of drafts, and whatever the draft shares with any is compared at least once.
 *
 * @param length how many codes the draft has
 * @param compare gives the passages found, as spans of the draft's codes
 */
export function compareWorthwhile(
  candidates: readonly Candidate[],
  length: number,
  compare: (candidate: Candidate) => readonly Span[],
): void {
  const ranked = candidates
    .map((candidate) => ({ candidate, streak: longestStreak(candidate.places) }))
    .sort((x, y) => y.streak - x.streak || x.candidate.draft - y.candidate.draft);
  const seen = new Uint8Array(length);
  for (const [rank, { candidate }] of ranked.entries()) {
    const positions = candidate.places.filter((_, at) => at % 2 === 1);
    const fresh = new Set(positions.filter((position) => seen[position] === 0));
    if (rank >= STRONGEST && fresh.size < FRESH_PLACES) continue;
    for (const position of fresh) seen[position] = 1;
    for (const { start, end } of compare(candidate)) seen.fill(1, start, end);
  }
}

/** The most places that follow each other closely in both drafts. */
function longestStreak(places: Places): number {
  let longest = 0;
  let streak = 0;
  let [beforeA, beforeB] = [-Infinity, -Infinity];
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [a, b] = [places[at] ?? 0, places[at + 1] ?? 0];
    const near = b - beforeB <= STEP && Math.abs(a - beforeA - (b - beforeB)) <= SHIFT;
    streak = near ? streak + 1 : 1;
    longest = Math.max(longest, streak);
    [beforeA, beforeB] = [a, b];
  }
  return longest;
}
