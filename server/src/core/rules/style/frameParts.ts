import { FIXED_TERMS, NAME_ENDINGS } from '../../lexicon/fixedTerms.js';
import type { Span } from '../../text/span.js';
import { wordsOf, type FramedClause } from './framedClauses.js';

/** What a frame holds open is at least so long. */
export const GAP_MIN = 2;

/** A frame's single characters: the words that mark what is done to what. */
const MARKS = new Set('把将以为对使让由');
const MARK_CODES: ReadonlySet<number> = new Set([...MARKS].map((mark) => mark.charCodeAt(0)));

/** A frame built on a mark (把…贯穿…始终) is worn out from so many clauses on. */
export const LEAST = 3;
const FIXED_MIN = 5;

/** Another (充分发挥…作用) is what any verb does with any object: it takes more of both. */
const PAIR_LEAST = 5;
const PAIR_FIXED_MIN = 6;

const fixedTerms: ReadonlySet<string> = new Set(FIXED_TERMS);

/** What ends like a name is one: 实施…工程 names a project each time. */
const NAMES: readonly string[] = [...NAME_ENDINGS, '战略', '政策', '条件', '类型'];

/** What all clauses have in one order, as stretches of the first; undefined when it is too little for a frame. */
export function sharedBy(clauses: readonly FramedClause[]): readonly Span[] | undefined {
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
export function partsOf(clauses: readonly FramedClause[]): readonly string[] | undefined {
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

/** Whether a clause ends with a part of another. */
function endsWith({ codes, start, end }: FramedClause, codesOfPart: Uint16Array, part: Span): boolean {
  const length = part.end - part.start;
  return length <= end - start && lengthAt(codesOfPart, part, codes, end - length, end) === length;
}

/** How many characters the parts have together. */
export function lengthOf(parts: readonly Span[]): number {
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
