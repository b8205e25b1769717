import { carriedIndex, type ContentChange } from '../../draft/carriedIndex.js';
import type { Draft, ParagraphContent } from '../../draft/model.js';
import { StandingParagraphs, type Standing } from '../../draft/standing.js';
import { FIXED_TERMS, NAME_ENDINGS } from '../../lexicon/fixedTerms.js';
import { isHanCode } from '../../text/characters.js';
import { lastStartingBy, type Span } from '../../text/span.js';
import { paragraphWording, paragraphWords } from '../../text/wording.js';

/** A paragraph with its clauses that are long enough for a frame. */
interface FramedParagraph extends Standing {
  readonly clauses: readonly FramedClause[];
}

/** A clause in counted positions of its paragraph, the ordinal that opens it left out. */
export interface FramedClause extends Span {
  readonly paragraph: FramedParagraph;
  /** The wording of the paragraph. */
  readonly codes: Uint16Array;
  /** The place of its sentence among those of the paragraph, from 0. */
  readonly nth: number;
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

/** Clauses that end with the same pair of characters. */
interface Group {
  /** In order, one at least. */
  clauses: FramedClause[];
  /** What may be frames among them, once asked for. */
  candidates: Candidate[] | undefined;
}

/** Clauses that have a pair of characters and their end in common, by index in ascending order. */
interface Candidate {
  readonly group: Group;
  readonly indices: readonly number[];
  /** Its place among the group's. */
  readonly order: number;
  /** No frame of theirs weighs more. */
  readonly most: number;
  /** Whether the frame was worked out, of which there may be none. */
  known: boolean;
  frame: Frame | undefined;
}

/** How much of a draft a frame takes up: its uses by the length of what they have in common. */
function weight({ parts, clauses }: Frame): number {
  return clauses.length * parts.join('').length;
}

/**
 * The frames of a draft with the places where each is used, parallels counted once, those that weigh most first.
 * Linear in its length, and the less is worked out the fewer are asked for.
 */
export function* framesByWeight(draft: Draft): Generator<Frame> {
  // Frames that wait until no candidate can weigh as much, the next one last.
  const waiting: Waiting[] = [];
  for (const candidate of clauseGroups(draft).candidates()) {
    for (
      let next = waiting.at(-1);
      next !== undefined && next.weight > candidate.most;
      next = waiting.at(-1)
    ) {
      waiting.pop();
      yield next.frame;
    }
    if (!candidate.known) {
      candidate.frame = frameOf(candidate);
      candidate.known = true;
    }
    const { frame } = candidate;
    if (frame === undefined) continue;
    const one = { frame, weight: weight(frame), candidate };
    waiting.splice(waiting.findLastIndex((other) => comesAfter(other, one)) + 1, 0, one);
  }
  for (const { frame } of waiting.reverse()) yield frame;
}

interface Waiting {
  readonly frame: Frame;
  readonly weight: number;
  readonly candidate: Candidate;
}

function comesAfter(a: Waiting, b: Waiting): boolean {
  return a.weight < b.weight || (a.weight === b.weight && byPlace(a.candidate, b.candidate) > 0);
}

function byPlace(a: Candidate, b: Candidate): number {
  const [first, second] = [a.group.clauses[0], b.group.clauses[0]];
  if (a.group === b.group || first === undefined || second === undefined) return a.order - b.order;
  return first.paragraph.index - second.paragraph.index || first.start - second.start;
}

/** The clauses of a draft by the pair of characters that they end with, and what may be frames among them. */
class ClauseGroups {
  readonly #paragraphs = new StandingParagraphs(framedParagraph);
  readonly #groups = new Map<number, Group>();

  apply(change: ContentChange): void {
    const gone = new Set(this.#paragraphs.removedBy(change));
    for (const tail of tailsOf(gone)) {
      const group = this.#groups.get(tail);
      if (group === undefined) continue;
      group.clauses = group.clauses.filter(({ paragraph }) => !gone.has(paragraph));
      group.candidates = undefined;
      if (group.clauses.length === 0) this.#groups.delete(tail);
    }
    const come = this.#paragraphs.apply(change);
    const behind = change.at + come.length;
    for (const [tail, clauses] of byTail(come)) {
      const group = this.#groups.get(tail);
      if (group === undefined) {
        this.#groups.set(tail, { clauses, candidates: undefined });
        continue;
      }
      const place = group.clauses.findIndex(({ paragraph }) => paragraph.index >= behind);
      if (place < 0) group.clauses = group.clauses.concat(clauses);
      else group.clauses = group.clauses.toSpliced(place, 0, ...clauses);
      group.candidates = undefined;
    }
    // What stands right behind a change may be parallel to something else than before.
    for (const tail of tailsOf(this.#paragraphs.all.slice(behind, behind + PARAGRAPHS_APART))) {
      const group = this.#groups.get(tail);
      if (group !== undefined) group.candidates = undefined;
    }
  }

  /** What may be frames, those that may weigh most first. */
  candidates(): Candidate[] {
    const candidates: Candidate[] = [];
    for (const group of this.#groups.values()) {
      if (group.clauses.length < LEAST) continue;
      for (const candidate of (group.candidates ??= candidatesOf(group))) candidates.push(candidate);
    }
    return candidates.sort((a, b) => b.most - a.most);
  }
}

const clauseGroups = carriedIndex(
  () => new ClauseGroups(),
  (groups, change) => {
    groups.apply(change);
  },
);

function framedParagraph(content: ParagraphContent, index: number): FramedParagraph {
  const clauses: FramedClause[] = [];
  const paragraph = { content, index, clauses };
  if (content.kind === 'heading' || content.kind === 'cell') return paragraph;
  const { codes, offsets, sentences } = paragraphWording(content);
  for (const { sentence, index: nth, ...at } of sentences) {
    let position = at.start;
    for (const clause of sentence.clauses) {
      const marker = lastStartingBy(content.analysis.markers, clause.start);
      const item = marker?.start === clause.start;
      const from = item ? marker.end : clause.start;
      while (position < at.end && (offsets[position] ?? 0) < from) position++;
      const start = position;
      while (position < at.end && (offsets[position] ?? 0) < clause.end) position++;
      const length = position - start;
      if (length < SHORTEST || length > LONGEST) continue;
      if (isHanCode(codes[position - 1] ?? 0) && isHanCode(codes[position - 2] ?? 0))
        clauses.push({ paragraph, codes, start, end: position, nth, item });
    }
  }
  return paragraph;
}

function tailOf({ codes, end }: FramedClause): number {
  return pairAt(codes, end - 2);
}

function tailsOf(paragraphs: Iterable<FramedParagraph>): Set<number> {
  const tails = new Set<number>();
  for (const { clauses } of paragraphs) for (const clause of clauses) tails.add(tailOf(clause));
  return tails;
}

/** The clauses of some paragraphs, in order, by their tails. */
function byTail(paragraphs: readonly FramedParagraph[]): Map<number, FramedClause[]> {
  const groups = new Map<number, FramedClause[]>();
  for (const { clauses } of paragraphs) {
    for (const clause of clauses) {
      const tail = tailOf(clause);
      const group = groups.get(tail);
      if (group === undefined) groups.set(tail, [clause]);
      else group.push(clause);
    }
  }
  return groups;
}

/** What may be frames among clauses that end alike. */
function candidatesOf(group: Group): Candidate[] {
  const candidates: Candidate[] = [];
  for (const indices of setsSharingPairs(group.clauses)) {
    const shared = sharedBy(withoutParallels(group.clauses, indices, TELLING));
    if (shared === undefined) continue;
    const most = indices.length * lengthOf(shared);
    candidates.push({ group, indices, order: candidates.length, most, known: false, frame: undefined });
  }
  return candidates;
}

function frameOf({ group, indices }: Candidate): Frame | undefined {
  const clauses = withoutParallels(group.clauses, indices);
  const parts = clauses.length < LEAST ? undefined : partsOf(clauses);
  return parts === undefined ? undefined : { parts, clauses };
}

/** The sets of clauses, by index in ascending order, that have a pair of characters in common before their end. */
function setsSharingPairs(group: readonly FramedClause[]): readonly (readonly number[])[] {
  const mayComeBack = pairFilter(group);
  const ids = new Map<number, number>();
  // By pair, in how many clauses it stands, and the last of them.
  const counts: number[] = [];
  const last: number[] = [];
  // The pairs of all clauses one after the other, each once a clause, and whose they are.
  const pairs: number[] = [];
  const owners: number[] = [];
  group.forEach(({ codes, start, end }, index) => {
    for (let at = start; at + 2 + GAP_MIN <= end - 2; at++) {
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
function pairFilter(group: readonly FramedClause[]): (key: number) => boolean {
  bucketCounts.fill(0);
  const bucketOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> BUCKET_SHIFT;
  for (const { codes, start, end } of group) {
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
  if (a.paragraph === b.paragraph) return sameSeries || b.nth - a.nth <= SENTENCES_APART;
  const apart = b.paragraph.index - a.paragraph.index;
  return a.nth === 0 && b.nth === 0 && (sameSeries || apart <= PARAGRAPHS_APART);
}

/** What all clauses have in one order, as stretches of the first; undefined when it is too little for a frame. */
function sharedBy(clauses: readonly FramedClause[]): readonly Span[] | undefined {
  const [first] = clauses;
  if (first === undefined) return undefined;
  let shared: readonly Span[] = [first];
  for (let nth = 1; nth < clauses.length; nth++) {
    const other = clauses[nth];
    if (other !== undefined) shared = sharedParts(first.codes, shared, other);
    // What is shared only grows shorter.
    if (lengthOf(shared) < FIXED_MIN) return undefined;
  }
  return shared;
}

/** The parts that all clauses have in one order; undefined when they do not make a frame. */
function partsOf(clauses: readonly FramedClause[]): readonly string[] | undefined {
  const [first] = clauses;
  const shared = sharedBy(clauses) ?? [];
  const last = shared.at(-1);
  if (first === undefined || shared.length < 2 || last === undefined) return undefined;
  if (!clauses.every((clause) => endsWith(clause, first.codes, last))) return undefined;
  const parts = shared.map((part) => wordsOf(first, part));
  if (!isFrame(parts)) return undefined;
  const fixed = lengthOf(shared);
  const marked = parts.length > 2 && parts.slice(0, -1).some((part) => MARKS.has(part.slice(-1)));
  if (!marked ? fixed < PAIR_FIXED_MIN || clauses.length < PAIR_LEAST : fixed < FIXED_MIN) return undefined;
  const fillings = clauses.map((clause) => fillingsOf(wordsOf(clause), parts));
  const open = parts
    .slice(1)
    .some((_, gap) => fillings.every((filling) => (filling?.[gap] ?? '').length >= GAP_MIN));
  return open && new Set(fillings.map((filling) => filling?.join('…'))).size >= LEAST ? parts : undefined;
}

/** The words of a clause, or of another stretch of its paragraph. */
export function wordsOf({ paragraph, ...clause }: FramedClause, { start, end }: Span = clause): string {
  return paragraphWords(paragraph.content).slice(start, end);
}

/** Whether a clause ends with a part of another. */
function endsWith({ codes, start, end }: FramedClause, codesOfPart: Uint16Array, part: Span): boolean {
  const length = part.end - part.start;
  return length <= end - start && lengthAt(codesOfPart, part, codes, end - length, end) === length;
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
function sharedParts(codes: Uint16Array, parts: readonly Span[], other: FramedClause): Span[] {
  const shared: Span[] = [];
  let from = other.start;
  for (const part of parts) {
    for (let at = part.start; at < part.end;) {
      const rest = { start: at, end: part.end };
      const place = longestAt(codes, rest, other, from);
      const length = place < 0 ? 0 : lengthAt(codes, rest, other.codes, place, other.end);
      if (length === 0 || (length === 1 && !MARK_CODES.has(codes[at] ?? 0))) {
        at++;
        continue;
      }
      const run = { start: at, end: at + length };
      const ends = part === parts.at(-1) && run.end === part.end && endsWith(other, codes, run);
      from = ends ? other.end : place + length;
      shared.push(run);
      at = run.end;
    }
  }
  return shared;
}

/** Where most of a part's beginning stands in a clause, the first such place from `from` on; -1 where none of it does. */
function longestAt(codes: Uint16Array, part: Span, clause: FramedClause, from: number): number {
  const first = codes[part.start];
  let longest = 0;
  let best = -1;
  for (let place = from; place + longest < clause.end; place++) {
    if (clause.codes[place] !== first) continue;
    const length = lengthAt(codes, part, clause.codes, place, clause.end);
    if (length <= longest) continue;
    longest = length;
    best = place;
  }
  return best;
}

/** How much of a part's beginning stands at a place of other codes, no farther than `to`. */
function lengthAt(
  codes: Uint16Array,
  { start, end }: Span,
  others: Uint16Array,
  place: number,
  to: number,
): number {
  let length = 0;
  while (start + length < end && place + length < to && codes[start + length] === others[place + length])
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
