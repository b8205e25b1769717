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
const MARK_CODES: ReadonlySet<number> = new Set([...MARKS].map((mark) => mark.charCodeAt(0)));

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

/** So many clauses are compared to tell how much their frame can weigh. */
const TELLING = 5;

const fixedTerms: ReadonlySet<string> = new Set(FIXED_TERMS);

/** What ends like a name is one: 实施…工程 names a project each time. */
const NAMES: readonly string[] = [...NAME_ENDINGS, '战略', '政策', '条件', '类型'];

/** Clauses that have a pair of characters and their end in common, by index in ascending order. */
interface Candidate {
  readonly group: readonly FramedClause[];
  readonly indices: readonly number[];
  /** Its place among all candidates. */
  readonly order: number;
  /** No frame of theirs weighs more. */
  readonly most: number;
}

/** How much of a draft a frame takes up: its uses by the length of what they have in common. */
function weight({ parts, clauses }: Frame): number {
  return clauses.length * parts.join('').length;
}

/**
 * The frames of a draft with the places where each is used, parallels counted once, those that weigh most first.
 * Linear in its length, and the less is worked out the fewer are asked for.
 */
export function* framesByWeight(wording: Wording): Generator<Frame> {
  const candidates: Candidate[] = [];
  for (const group of groupsByTail(wording).values())
    if (group.length >= LEAST) addCandidates(wording.codes, group, candidates);
  candidates.sort((a, b) => b.most - a.most);
  // Frames worked out that wait until no candidate can weigh as much, the next one last.
  const waiting: Waiting[] = [];
  for (const { group, indices, most, order } of candidates) {
    for (let next = waiting.at(-1); next !== undefined && next.weight > most; next = waiting.at(-1)) {
      waiting.pop();
      yield next.frame;
    }
    const clauses = withoutParallels(group, indices);
    const parts = clauses.length < LEAST ? undefined : partsOf(wording, clauses);
    if (parts === undefined) continue;
    const frame = { parts, clauses };
    const one = { frame, weight: weight(frame), order };
    waiting.splice(waiting.findLastIndex((other) => comesAfter(other, one)) + 1, 0, one);
  }
  for (const { frame } of waiting.reverse()) yield frame;
}

interface Waiting {
  readonly frame: Frame;
  readonly weight: number;
  readonly order: number;
}

function comesAfter(a: Waiting, b: Waiting): boolean {
  return a.weight < b.weight || (a.weight === b.weight && a.order > b.order);
}

/** The clauses in order by the pair of characters that they end with. */
function groupsByTail({ offsets, codes, sentences }: Wording): Map<number, FramedClause[]> {
  const groups = new Map<number, FramedClause[]>();
  for (const at of sentences) {
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
      if (!isHanCode(codes[position - 1] ?? 0) || !isHanCode(codes[position - 2] ?? 0)) continue;
      const tail = pairAt(codes, position - 2);
      const group = groups.get(tail);
      if (group === undefined) groups.set(tail, [{ start, end: position, at, item }]);
      else group.push({ start, end: position, at, item });
    }
  }
  return groups;
}

/** Adds what may be frames among clauses that end alike. */
function addCandidates(codes: Uint16Array, group: readonly FramedClause[], candidates: Candidate[]): void {
  for (const indices of setsSharingPairs(codes, group)) {
    const shared = sharedBy(codes, withoutParallels(group, indices, TELLING));
    if (shared === undefined) continue;
    const most = indices.length * lengthOf(shared);
    candidates.push({ group, indices, order: candidates.length, most });
  }
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

/** Of clauses that stand in one parallelism the first; no more than `most` of them. */
function withoutParallels(
  group: readonly FramedClause[],
  indices: readonly number[],
  most = Infinity,
): FramedClause[] {
  const left: FramedClause[] = [];
  let last: FramedClause | undefined;
  for (const index of indices) {
    const clause = group[index];
    if (clause === undefined) continue;
    if (last === undefined || !areParallel(last, clause)) left.push(clause);
    if (left.length === most) break;
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

/** What all clauses have in one order, as stretches of the first; undefined when it is too little for a frame. */
function sharedBy(codes: Uint16Array, clauses: readonly FramedClause[]): readonly Span[] | undefined {
  let shared: readonly Span[] = clauses.slice(0, 1);
  for (let nth = 1; nth < clauses.length; nth++) {
    const other = clauses[nth];
    if (other !== undefined) shared = sharedParts(codes, shared, other);
    // What is shared only grows shorter.
    if (lengthOf(shared) < FIXED_MIN) return undefined;
  }
  return shared;
}

/** The parts that all clauses have in one order; undefined when they do not make a frame. */
function partsOf({ codes, text }: Wording, clauses: readonly FramedClause[]): readonly string[] | undefined {
  const shared = sharedBy(codes, clauses) ?? [];
  const last = shared.at(-1);
  if (shared.length < 2 || last === undefined || !clauses.every((clause) => endsWith(codes, clause, last)))
    return undefined;
  const parts = shared.map(({ start, end }) => text.slice(start, end));
  if (!isFrame(parts)) return undefined;
  const fixed = lengthOf(shared);
  const marked = parts.length > 2 && parts.slice(0, -1).some((part) => MARKS.has(part.slice(-1)));
  if (!marked ? fixed < PAIR_FIXED_MIN || clauses.length < PAIR_LEAST : fixed < FIXED_MIN) return undefined;
  const fillings = clauses.map(({ start, end }) => fillingsOf(text.slice(start, end), parts));
  const open = parts
    .slice(1)
    .some((_, gap) => fillings.every((filling) => (filling?.[gap] ?? '').length >= GAP_MIN));
  return open && new Set(fillings.map((filling) => filling?.join('…'))).size >= LEAST ? parts : undefined;
}

function endsWith(codes: Uint16Array, clause: Span, part: Span): boolean {
  const length = part.end - part.start;
  return (
    length <= clause.end - clause.start && lengthAt(codes, part, clause.end - length, clause.end) === length
  );
}

function lengthOf(parts: readonly Span[]): number {
  let length = 0;
  for (const { start, end } of parts) length += end - start;
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
function sharedParts(codes: Uint16Array, parts: readonly Span[], other: Span): Span[] {
  const shared: Span[] = [];
  let from = other.start;
  for (const part of parts) {
    for (let at = part.start; at < part.end;) {
      const rest = { start: at, end: part.end };
      const place = longestAt(codes, rest, from, other.end);
      const length = place < 0 ? 0 : lengthAt(codes, rest, place, other.end);
      if (length === 0 || (length === 1 && !MARK_CODES.has(codes[at] ?? 0))) {
        at++;
        continue;
      }
      const run = { start: at, end: at + length };
      const ends = part === parts.at(-1) && run.end === part.end && endsWith(codes, other, run);
      from = ends ? other.end : place + length;
      shared.push(run);
      at = run.end;
    }
  }
  return shared;
}

/** Where most of a part's beginning stands, the first such place from `from` to `to`; -1 where none of it does. */
function longestAt(codes: Uint16Array, part: Span, from: number, to: number): number {
  const first = codes[part.start];
  let longest = 0;
  let best = -1;
  for (let place = from; place + longest < to; place++) {
    if (codes[place] !== first) continue;
    const length = lengthAt(codes, part, place, to);
    if (length <= longest) continue;
    longest = length;
    best = place;
  }
  return best;
}

/** How much of a part's beginning stands at a place, no farther than `to`. */
function lengthAt(codes: Uint16Array, { start, end }: Span, place: number, to: number): number {
  let length = 0;
  while (start + length < end && place + length < to && codes[start + length] === codes[place + length])
    length++;
  return length;
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
