import { differenceOf } from '../text/difference.js';
import { contains, coveredBy, type Span } from '../text/span.js';
import type { ComparedText } from './comparedText.js';
import { extend } from './extend.js';
import type { Run } from './runs.js';

/** A stretch of one text that stands in another too, word for word or nearly. Positions are those of the codes. */
export interface Chain {
  readonly a: Span;
  readonly b: Span;
  /** The share of the longer stretch that both have in common, 0 to 1; 1 for equal ones. */
  readonly alike: number;
}

/** So many codes may have been changed between two equal stretches. */
const GAP = 20;

/** Runs before a run that it may continue. */
const NEIGHBOURS = 24;

/** So much of a passage must be the same in both texts. */
const ALIKE = 0.75;

/** A code that was changed weighs so much against one that is the same. */
const GAP_COST = 0.5;

/** A passage is told when so large a part of either stretch has not been told already. */
const FRESH = 0.5;

/**
 * Joins runs of equal codes that follow each other closely in both texts into passages, in order of `b`.
 *
 * @param runs in ascending order of `b`
 * @param minimum how many codes of a passage must be the writer's own
 */
export function chainRuns(runs: readonly Run[], a: ComparedText, b: ComparedText, minimum: number): Chain[] {
  const found: Chain[] = [];
  const extended: Pick<Chain, 'a' | 'b'>[] = [];
  for (const chain of bestChains(runs)) {
    const equal = chain.reduce((sum, { length }) => sum + length, 0);
    if (equal < minimum / 2) continue;
    const reach = reachOf(chain);
    // A better chain that went on over this one has told of it: extending each of them would take the time of all.
    if (extended.some((other) => contains(other.a, reach.a) && contains(other.b, reach.b))) continue;
    const whole = a === b ? chain : extend(chain, a.codes, b.codes);
    extended.push(reachOf(whole));
    for (const passage of alikeParts(whole, a.codes, b.codes)) {
      if (a === b && passage.a.end > passage.b.start) continue;
      if (Math.min(ownIn(a.own, passage.a), ownIn(b.own, passage.b)) < minimum) continue;
      if (!isFresh(passage, 'a', found) && !isFresh(passage, 'b', found)) continue;
      found.push(passage);
    }
  }
  return found.sort((x, y) => x.b.start - y.b.start || x.a.start - y.a.start);
}

/** The chains of runs with most in common and least between, each run in one of them, the best first. */
function bestChains(runs: readonly Run[]): Run[][] {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  runs.forEach((run, i) => {
    let best = 0;
    for (let j = i - 1; j >= 0 && j >= i - NEIGHBOURS; j--) {
      const other = runs[j];
      if (other === undefined) break;
      const gapA = run.a - other.a - other.length;
      const gapB = run.b - other.b - other.length;
      const overlap = Math.max(0, -gapA, -gapB);
      if (gapA > GAP || gapB > GAP || overlap >= Math.min(run.length, other.length)) continue;
      const score = (scores[j] ?? 0) - overlap - GAP_COST * Math.max(gapA, gapB, 0);
      if (score > best) {
        best = score;
        before[i] = j;
      }
    }
    scores[i] = run.length + best;
  });
  const order = Array.from(runs.keys()).sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0) || x - y);
  const used = new Uint8Array(runs.length);
  const chains: Run[][] = [];
  for (const last of order) {
    const chain: Run[] = [];
    for (let at = last; at >= 0 && used[at] === 0; at = before[at] ?? -1) {
      used[at] = 1;
      const run = runs[at];
      if (run !== undefined) chain.unshift(run);
    }
    if (chain.length > 0) chains.push(withoutOverlaps(chain));
  }
  return chains;
}

/** Runs that follow each other in both texts: what two of them share belongs to the earlier one. */
function withoutOverlaps(chain: readonly Run[]): Run[] {
  const trimmed: Run[] = [];
  let endA = 0;
  let endB = 0;
  for (const run of chain) {
    const overlap = Math.max(0, endA - run.a, endB - run.b);
    if (overlap >= run.length) continue;
    trimmed.push({ a: run.a + overlap, b: run.b + overlap, length: run.length - overlap });
    endA = run.a + run.length;
    endB = run.b + run.length;
  }
  return trimmed;
}

/** The stretches from the first of some runs to the last. At least one is needed. */
function reachOf(runs: readonly Run[]): Pick<Chain, 'a' | 'b'> {
  const first = runs[0] ?? NO_RUN;
  const last = runs.at(-1) ?? NO_RUN;
  return {
    a: { start: first.a, end: last.a + last.length },
    b: { start: first.b, end: last.b + last.length },
  };
}

const NO_RUN: Run = { a: 0, b: 0, length: 0 };

/** The chain where it is alike enough, else what is left of it when it is parted at its widest gap. */
function alikeParts(runs: readonly Run[], a: Uint16Array, b: Uint16Array): Chain[] {
  const first = runs[0];
  if (first === undefined) return [];
  const { a: spanA, b: spanB } = reachOf(runs);
  let common = first.length;
  let widest = 0;
  let parting = 0;
  for (let at = 1; at < runs.length; at++) {
    const [left, right] = [runs[at - 1], runs[at]];
    if (left === undefined || right === undefined) continue;
    const gapA = { start: left.a + left.length, end: right.a };
    const gapB = { start: left.b + left.length, end: right.b };
    const width = Math.max(gapA.end - gapA.start, gapB.end - gapB.start);
    if (width > widest) {
      widest = width;
      parting = at;
    }
    common += right.length + commonIn(a, gapA, b, gapB);
  }
  const alike = common / Math.max(spanA.end - spanA.start, spanB.end - spanB.start);
  if (alike >= ALIKE) return [{ a: spanA, b: spanB, alike }];
  if (parting === 0) return [];
  return [...alikeParts(runs.slice(0, parting), a, b), ...alikeParts(runs.slice(parting), a, b)];
}

function commonIn(a: Uint16Array, inA: Span, b: Uint16Array, inB: Span): number {
  const lengthA = inA.end - inA.start;
  const lengthB = inB.end - inB.start;
  if (lengthA <= 0 || lengthB <= 0) return 0;
  const both = new Uint16Array(lengthA + lengthB);
  both.set(a.subarray(inA.start, inA.end));
  both.set(b.subarray(inB.start, inB.end), lengthA);
  return differenceOf(both, { start: 0, end: lengthA }, { start: lengthA, end: lengthA + lengthB }).common;
}

function ownIn(own: Uint8Array, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at++) count += own[at] ?? 0;
  return count;
}

/** Whether enough of one side of a passage lies outside the passages that were found before. */
function isFresh(passage: Chain, side: 'a' | 'b', found: readonly Chain[]): boolean {
  const { start, end } = passage[side];
  const told = found
    .map((other) => ({ start: Math.max(start, other[side].start), end: Math.min(end, other[side].end) }))
    .filter((part) => part.start < part.end);
  return coveredBy(told) <= (1 - FRESH) * (end - start);
}
