import { FIXED_TERMS, NAME_ENDINGS } from '../../lexicon/fixedTerms.js';
import { isHanCode } from '../../text/characters.js';
import { lastStartingBy, type Span } from '../../text/span.js';
import type { Wording, WordingSentence } from '../../text/wording.js';

/** A clause in counted positions, the ordinal that opens it left out. */
export interface FramedClause extends Span {
  readonly at: WordingSentence;
  readonly item: boolean;
}

/** A discontinuous pattern and the clauses that are made after it, in order. */
export interface Frame {
  /** The fixed parts in order; the last one ends the clause. */
  readonly parts: readonly string[];
  readonly clauses: readonly FramedClause[];
}

/** Shorter clauses have no room for a frame, longer ones are lists. */
const SHORTEST = 7;
const LONGEST = 90;

/** What a frame holds open is at least so long. */
const GAP_MIN = 2;

/** A frame's single characters: the words that mark what is done to what. */
const MARKS = new Set('把将以为对使让由');

/** A frame built on a mark (把…贯穿…始终) is worn out from so many clauses on. */
const LEAST = 3;
const FIXED_MIN = 5;

/** Another (充分发挥…作用) is what any verb does with any object: it takes more of both. */
const PAIR_LEAST = 5;
const PAIR_FIXED_MIN = 6;

/** Clauses this many sentences apart are one parallelism. */
const SENTENCES_APART = 1;

/** Paragraphs this far apart may begin with one parallelism. */
const PARAGRAPHS_APART = 2;

const fixedTerms: ReadonlySet<string> = new Set(FIXED_TERMS);

/** What ends like a name is one: 实施…工程 names a project each time. */
const NAMES: readonly string[] = [...NAME_ENDINGS, '战略', '政策', '条件', '类型'];

/** The frames of a draft with the places where each is used, parallels counted once; linear in its length. */
export function framesOf(wording: Wording): Frame[] {
  const byTail = new Map<number, FramedClause[]>();
  for (const clause of clausesOf(wording)) {
    const key = pairAt(wording.codes, clause.end - 2);
    const group = byTail.get(key);
    if (group === undefined) byTail.set(key, [clause]);
    else group.push(clause);
  }
  const frames: Frame[] = [];
  for (const group of byTail.values())
    if (group.length >= LEAST) frames.push(...framesEnding(wording, group));
  return frames;
}

function* clausesOf(wording: Wording): Generator<FramedClause> {
  const { offsets, codes } = wording;
  for (const at of wording.sentences) {
    const { paragraph, sentence } = at;
    if (paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
    let position = at.start;
    for (const clause of sentence.clauses) {
      const marker = lastStartingBy(paragraph.analysis.markers, clause.start);
      const item = marker?.start === clause.start;
      const from = item ? marker.end : clause.start;
      while (position < at.end && (offsets[position] ?? 0) < from) position++;
      const start = position;
      while (position < at.end && (offsets[position] ?? 0) < clause.end) position++;
      const length = position - start;
      if (length < SHORTEST || length > LONGEST) continue;
      if (isHanCode(codes[position - 1] ?? 0) && isHanCode(codes[position - 2] ?? 0))
        yield { start, end: position, at, item };
    }
  }
}

/** The frames among clauses that end alike. */
function framesEnding(wording: Wording, group: readonly FramedClause[]): Frame[] {
  const frames: Frame[] = [];
  for (const indices of setsSharingPairs(wording.codes, group)) {
    const clauses = withoutParallels(indices.flatMap((index) => group[index] ?? []));
    if (clauses.length < LEAST) continue;
    const parts = partsOf(wording, clauses);
    if (parts !== undefined) frames.push({ parts, clauses });
  }
  return frames;
}

/** The sets of clauses, by index in ascending order, that have a pair of characters in common before their end. */
function setsSharingPairs(
  codes: Uint16Array,
  group: readonly FramedClause[],
): readonly (readonly number[])[] {
  const mayComeBack = pairFilter(codes, group);
  const ids = new Map<number, number>();
  // By pair, in how many clauses it stands, and the last of them.
  const counts: number[] = [];
  const last: number[] = [];
  // The pairs of all clauses one after the other, each once a clause, and whose they are.
  const pairs: number[] = [];
  const owners: number[] = [];
  group.forEach((clause, index) => {
    for (let at = clause.start; at + 2 + GAP_MIN <= clause.end - 2; at++) {
      const key = pairAt(codes, at);
      if (!mayComeBack(key)) continue;
      let id = ids.get(key);
      if (id === undefined) {
        ids.set(key, (id = counts.length));
        counts.push(0);
        last.push(-1);
      }
      if (last[id] === index) continue;
      last[id] = index;
      counts[id] = (counts[id] ?? 0) + 1;
      pairs.push(id);
      owners.push(index);
    }
  });
  const lists = counts.map((count): number[] | undefined => (count >= LEAST ? [] : undefined));
  pairs.forEach((id, i) => lists[id]?.push(owners[i] ?? 0));
  return distinct(lists.filter((list) => list !== undefined));
}

const BUCKETS = 4096;
const BUCKET_SHIFT = 20;
const bucketCounts = new Uint8Array(BUCKETS);

/** Whether a pair can stand in enough clauses: so many fell into its bucket. Nearly all others are told apart. */
function pairFilter(codes: Uint16Array, group: readonly FramedClause[]): (key: number) => boolean {
  bucketCounts.fill(0);
  const bucketOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> BUCKET_SHIFT;
  for (const { start, end } of group) {
    for (let at = start; at + 2 + GAP_MIN <= end - 2; at++) {
      const bucket = bucketOf(pairAt(codes, at));
      if ((bucketCounts[bucket] ?? 0) < LEAST) bucketCounts[bucket] = (bucketCounts[bucket] ?? 0) + 1;
    }
  }
  return (key) => (bucketCounts[bucketOf(key)] ?? 0) >= LEAST;
}

/** Each of the lists once, where it stands first. */
function distinct(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const byHash = new Map<number, (readonly number[])[]>();
  return lists.filter((list) => {
    let hash = 0;
    for (const index of list) hash = Math.imul(hash ^ index, 0x5bd1e995) + 1;
    const alike = byHash.get(hash);
    if (alike?.some((other) => other.length === list.length && other.every((index, i) => index === list[i])))
      return false;
    if (alike === undefined) byHash.set(hash, [list]);
    else alike.push(list);
    return true;
  });
}

/** Of clauses that stand in one parallelism the first. */
function withoutParallels(clauses: readonly FramedClause[]): FramedClause[] {
  const left: FramedClause[] = [];
  let last: FramedClause | undefined;
  for (const clause of clauses) {
    const near = last !== undefined && areParallel(last, clause);
    if (!near) left.push(clause);
    last = clause;
  }
  return left;
}

function areParallel(a: FramedClause, b: FramedClause): boolean {
  const sameSeries = a.item && b.item;
  if (a.at.paragraph === b.at.paragraph) return sameSeries || b.at.index - a.at.index <= SENTENCES_APART;
  const apart = b.at.paragraph.index - a.at.paragraph.index;
  return a.at.index === 0 && b.at.index === 0 && (sameSeries || apart <= PARAGRAPHS_APART);
}

/** The parts that all clauses have in one order; undefined when they do not make a frame. */
function partsOf(wording: Wording, clauses: readonly FramedClause[]): readonly string[] | undefined {
  const words: string[] = [];
  let parts: string[] = [];
  for (const { start, end } of clauses) {
    const other = wording.text.slice(start, end);
    parts = words.length === 0 ? [other] : sharedParts(parts, other);
    words.push(other);
    // What is shared only grows shorter.
    if (lengthOf(parts) < FIXED_MIN) return undefined;
  }
  parts = parts.filter((part) => part.length > 1 || MARKS.has(part));
  const tail = parts.at(-1) ?? '';
  if (parts.length < 2 || !words.every((word) => word.endsWith(tail)) || !isFrame(parts)) return undefined;
  const fixed = lengthOf(parts);
  const marked = parts.length > 2 && parts.slice(0, -1).some((part) => MARKS.has(part.slice(-1)));
  if (!marked ? fixed < PAIR_FIXED_MIN || clauses.length < PAIR_LEAST : fixed < FIXED_MIN) return undefined;
  const fillings = words.map((word) => fillingsOf(word, parts));
  const open = parts
    .slice(1)
    .some((_, gap) => fillings.every((filling) => (filling?.[gap] ?? '').length >= GAP_MIN));
  return open && new Set(fillings.map((filling) => filling?.join('…'))).size >= LEAST ? parts : undefined;
}

function lengthOf(parts: readonly string[]): number {
  let length = 0;
  for (const part of parts) length += part.length;
  return length;
}

/** Whether the parts are the writer's own wording rather than names, fixed terms and figures. */
function isFrame(parts: readonly string[]): boolean {
  const tail = parts.at(-1) ?? '';
  return (
    parts.every((part) => /^\p{Script=Han}+$/u.test(part) && !isFixed(part) && !FIGURE.test(part)) &&
    !NAMES.some((name) => tail.endsWith(name))
  );
}

/** Units and counting words: statistics can be put in one way only. */
const FIGURE = /^(?:[万亿个]|以上|以下|平方)|百分点|第$|[万亿]?[元人户亩吨套次]$/u;

/** The parts of a pattern that `other` has too, each where it comes first after the one before, the last at its end. */
function sharedParts(parts: readonly string[], other: string): string[] {
  const shared: string[] = [];
  let from = 0;
  parts.forEach((part, index) => {
    for (let at = 0; at < part.length;) {
      const length = longestFrom(part, at, other, from, index === parts.length - 1);
      if (length === 0) {
        at++;
        continue;
      }
      const run = part.slice(at, at + length);
      const ends = index === parts.length - 1 && at + length === part.length && other.endsWith(run);
      from = ends ? other.length : other.indexOf(run, from) + length;
      shared.push(run);
      at += length;
    }
  });
  return shared;
}

/** How much of `part` from `at` on stands in `other` from `from` on: two characters or more, or a mark. */
function longestFrom(part: string, at: number, other: string, from: number, last: boolean): number {
  let length = 0;
  while (at + length < part.length && other.includes(part.slice(at, at + length + 1), from)) length++;
  if (length === 1 && !MARKS.has(part.charAt(at))) return 0;
  return last && length === 0 ? 0 : length;
}

/** What a clause puts between the parts; undefined when they are not in order in it. */
function fillingsOf(words: string, parts: readonly string[]): readonly string[] | undefined {
  let from = 0;
  const fillings: string[] = [];
  for (const [index, part] of parts.entries()) {
    const at = index === parts.length - 1 ? words.length - part.length : words.indexOf(part, from);
    if (at < from) return undefined;
    if (index > 0) fillings.push(words.slice(from, at));
    from = at + part.length;
  }
  return fillings;
}

function isFixed(part: string): boolean {
  return fixedTerms.has(part) && part.length > 2;
}

function pairAt(codes: Uint16Array, at: number): number {
  return ((codes[at] ?? 0) << 16) | (codes[at + 1] ?? 0);
}
