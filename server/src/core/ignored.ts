import type { Finding } from './finding.js';
import type { IgnoredFinding } from './guide.js';
import { isBlankCode } from './text/characters.js';
import type { Span } from './text/span.js';

/** Words of up to so many characters are kept whole. */
const WHOLE = 32;

/** Of longer words so many are kept, so that they may change behind them. */
const BEGINNING = 24;

/** Stands at the end of words that are not kept whole. */
const MORE = '…';

/** Stands for a blank where the words are nothing else. */
const BLANK = '␣';

/** What is tried, in order, until a place is told from all others: characters on each side, and from its line only. */
const REACHES: readonly { readonly reach: number; readonly line: boolean }[] = [
  { reach: 8, line: true },
  { reach: 16, line: true },
  { reach: 12, line: false },
  { reach: 24, line: false },
  { reach: 48, line: false },
];

/** Letters of words and context together that say enough to be known by. */
const TELLING = 12;

/** Letters of one whole side by which a place is known when the other side was rewritten. */
const ONE_SIDE = 6;

/** Letters next to the words, on each side and on both together, by which a place is known when both were. */
const NEAR = 4;
const NEAR_BOTH = 8;

/** The part of a finding that ignoring is about. */
export type Ignorable = Pick<Finding, 'rule' | 'span'>;

/** Findings parted by what the writer has ignored. */
export interface IgnoringResult<F> {
  readonly kept: readonly F[];
  readonly ignored: readonly F[];
  /** Entries that no finding of this draft answers to, in their order. */
  readonly unmatched: readonly IgnoredFinding[];
}

/** What is to be recorded so that this wording of this rule is not told again, wherever it stands. */
export function ignoredWording(text: string, { rule, span }: Ignorable): IgnoredFinding {
  return { rule, text: excerptOf(text, span) };
}

/**
 * What is to be recorded so that this one finding is not told again: as little around it as tells it from the other
 * findings of the draft, of its own line if that is enough. Of places that are alike far around, all are meant.
 *
 * @param findings all findings of the draft
 */
export function ignoredPlace(
  text: string,
  finding: Ignorable,
  findings: readonly Ignorable[],
): IgnoredFinding {
  const wording = ignoredWording(text, finding);
  const others = findings.filter(
    ({ rule, span }) =>
      rule === finding.rule &&
      (span.start !== finding.span.start || span.end !== finding.span.end) &&
      excerptOf(text, span) === wording.text,
  );
  const candidates = REACHES.map(({ reach, line }) => ({
    ...wording,
    before: around(text, finding.span, -1, reach, line),
    after: around(text, finding.span, 1, reach, line),
  }));
  const telling = candidates.find(
    (entry) =>
      letters(entry.before + entry.text + entry.after).length >= TELLING &&
      !others.some(({ span }) => isHere(text, span, entry)),
  );
  return telling ?? candidates.at(-1) ?? wording;
}

/** Whether the words say anything, so that ignoring them wherever they stand is not to ignore the rule itself. */
export function isWording({ text }: IgnoredFinding): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * Takes out the findings that the writer has ignored. Blanks and marks around a place do not count. Where nothing
 * stands in an entry's context any more, the finding whose surroundings are nearest to it is meant, if they are near.
 * A finding of another rule, or other words, is never taken out.
 */
export function applyIgnored<F extends Ignorable>(
  findings: readonly F[],
  entries: readonly IgnoredFinding[],
  text: string,
): IgnoringResult<F> {
  if (entries.length === 0) return { kept: findings, ignored: [], unmatched: [] };
  const rules = new Set(entries.map(({ rule }) => rule));
  const alike = new Map<string, F[]>();
  for (const finding of findings) {
    if (!rules.has(finding.rule)) continue;
    const key = keyOf(finding.rule, excerptOf(text, finding.span));
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [finding]);
    else group.push(finding);
  }
  const taken = new Set<F>();
  const unmatched: IgnoredFinding[] = [];
  for (const entry of entries) {
    // Entries may be written by hand, with blanks or at full length.
    const words = excerptOf(entry.text, { start: 0, end: entry.text.length });
    const meant = meantBy(entry, alike.get(keyOf(entry.rule, words)) ?? [], text);
    if (meant.length === 0) unmatched.push(entry);
    for (const finding of meant) taken.add(finding);
  }
  if (taken.size === 0) return { kept: findings, ignored: [], unmatched };
  return {
    kept: findings.filter((finding) => !taken.has(finding)),
    ignored: findings.filter((finding) => taken.has(finding)),
    unmatched,
  };
}

/** The findings among those of the entry's rule and words that it means. */
function meantBy<F extends Ignorable>(
  entry: IgnoredFinding,
  findings: readonly F[],
  text: string,
): readonly F[] {
  if (entry.before === undefined && entry.after === undefined) return findings;
  const here = findings.filter(({ span }) => isHere(text, span, entry));
  if (here.length > 0) return here;
  let nearest: F | undefined;
  let most = 0;
  for (const finding of findings) {
    const likeness = likenessOf(text, finding.span, entry);
    if (likeness > most) {
      nearest = finding;
      most = likeness;
    }
  }
  return nearest === undefined ? [] : [nearest];
}

/** Whether the span stands in the entry's context, letter for letter. */
function isHere(text: string, span: Span, entry: IgnoredFinding): boolean {
  const { before, after, beforeHere, afterHere } = surroundings(text, span, entry);
  return beforeHere.endsWith(before) && afterHere.startsWith(after);
}

/** How many letters around the span are those of the entry's context; 0 when it is not likely to be the place. */
function likenessOf(text: string, span: Span, entry: IgnoredFinding): number {
  const { before, after, beforeHere, afterHere } = surroundings(text, span, entry);
  const back = commonEnd(before, beforeHere);
  const on = commonStart(after, afterHere);
  const oneSide = (back === before.length && back >= ONE_SIDE) || (on === after.length && on >= ONE_SIDE);
  const bothSides =
    back >= Math.min(NEAR, before.length) && on >= Math.min(NEAR, after.length) && back + on >= NEAR_BOTH;
  return oneSide || bothSides ? back + on : 0;
}

/** The letters of an entry's context, and as many of those around a span. */
function surroundings(
  text: string,
  span: Span,
  entry: IgnoredFinding,
): { before: string; after: string; beforeHere: string; afterHere: string } {
  const before = letters(entry.before ?? '');
  const after = letters(entry.after ?? '');
  return {
    before,
    after,
    beforeHere: walk(text, span.start - 1, -1, before.length, isLetter),
    afterHere: walk(text, span.end, 1, after.length, isLetter),
  };
}

/** The words of a span as an entry keeps them. */
function excerptOf(text: string, { start, end }: Span): string {
  const words = walk(text, start, 1, WHOLE + 1, isInk, end);
  if (words === '') return BLANK.repeat(Math.min(end - start, WHOLE));
  return words.length <= WHOLE ? words : wellFormed(words.slice(0, BEGINNING)) + MORE;
}

function around(text: string, { start, end }: Span, step: 1 | -1, count: number, line: boolean): string {
  const from = step === 1 ? end : start - 1;
  return wellFormed(walk(text, from, step, count, isInk, line ? lineEdge(text, from, step) : undefined));
}

/** The first line end at or behind `from`, or before it: where a walk has to stop. */
function lineEdge(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at >= 0 && at < text.length && !/[\r\n]/u.test(text.charAt(at))) at += step;
  return at;
}

/** The first `count` code units that are wanted, in the order of the text, from `from` on in one direction. */
function walk(
  text: string,
  from: number,
  step: 1 | -1,
  count: number,
  wanted: (char: string) => boolean,
  stop = step === 1 ? text.length : -1,
): string {
  const found: string[] = [];
  for (let at = from; at !== stop && at >= 0 && at < text.length && found.length < count; at += step) {
    const char = text.charAt(at);
    if (wanted(char)) found.push(char);
  }
  return (step === 1 ? found : found.reverse()).join('');
}

function isInk(char: string): boolean {
  return !isBlankCode(char.charCodeAt(0));
}

/** Halves of characters beyond the basic plane count as letters. */
function isLetter(char: string): boolean {
  return /[\p{L}\p{N}\p{Cs}]/u.test(char);
}

function letters(text: string): string {
  return walk(text, 0, 1, text.length, isLetter);
}

/** A text cut from a longer one without the half of a character at either end. */
function wellFormed(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function keyOf(rule: string, text: string): string {
  return `${rule}\n${text}`;
}
