import { MISREAD_VERBS, PURE_ADVERBS, SET_PHRASE_ENDS } from '../../lexicon/emptyModifiers.js';
import type { Occurrence, SentenceView } from './sentence.js';

/** A modifier that came before in its sentence. */
export interface DoubledModifier {
  readonly place: Occurrence;
  readonly earlier: Occurrence;
  /** How often the modifier heads a clause of the sentence. */
  readonly count: number;
}

/** So many clauses of one frame are parallelism. */
const FRAME_MEMBERS = 3;

/** Clauses of one frame may have another between them. */
const CLAUSES_APART = 2;

/** A predicate of one word. */
const PREDICATE_MAX = 2;

/** A subject with its auxiliary: 各级各部门要. */
const LEAD_MAX = 8;

/** Before these a modifier belongs to a noun phrase or is an adjective with a degree: 的大力支持, 更有效. */
const NOMINAL_BEFORE = /[的之最更较很太可不得]$/u;

/** Where a modifier heads its clause even when nothing is known of the next word. */
const HEAD = /(?:^|[们要须应需将会能得上都也还且并而再就])$/u;

/** Parts of speech before which a modifier is an adjective: nouns, 的 and numbers. A name (nz, nr) is a misread verb. */
const NOMINAL = /^(?:n|nt|ns|ng|m|u|w)$|^uj/u;

/** The places of a modifier, after its first, where it heads a clause once more. */
export function doubledModifiers(view: SentenceView, modifier: string): DoubledModifier[] {
  const all = view.occurrencesOf(modifier);
  if (all.length < 2) return [];
  const kept = headsOf(view, withoutFrames(withoutListed(view, all)));
  const doubled: DoubledModifier[] = [];
  kept.forEach((place, i) => {
    const earlier = kept[i - 1];
    if (earlier !== undefined && isTooMuch(view, earlier, place))
      doubled.push({ place, earlier, count: kept.length });
  });
  return doubled;
}

/** The places that head a clause, if two of them can be too much: words are cut for nothing else. */
function headsOf(view: SentenceView, places: readonly Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = [];
  if (!places.some((place, i) => places.slice(0, i).some((earlier) => isTooMuch(view, earlier, place))))
    return kept;
  for (const [i, place] of places.entries()) {
    if (kept.length + places.length - i < 2) break;
    if (headsVerb(view, place)) kept.push(place);
  }
  return kept;
}

/** Whether the two, if both head clauses and none between them does, are said once too often. */
function isTooMuch(view: SentenceView, earlier: Occurrence, place: Occurrence): boolean {
  return (
    !view.areInDifferentItems(earlier.start, place.start) &&
    !areBothMembers(earlier, place) &&
    !areBothFixed(view, earlier, place)
  );
}

/** Members joined by 、 in one clause are meant: 全面负责、全面推进、全面落实. */
function withoutListed(view: SentenceView, all: readonly Occurrence[]): Occurrence[] {
  const { text } = view.paragraph;
  return all.filter((place) =>
    all.every(
      (other) =>
        other === place ||
        other.clause !== place.clause ||
        !text.slice(Math.min(other.start, place.start), Math.max(other.start, place.start)).includes('、'),
    ),
  );
}

function withoutFrames(places: readonly Occurrence[]): Occurrence[] {
  const left: Occurrence[] = [];
  let chain: Occurrence[] = [];
  const close = (): void => {
    if (chain.length < FRAME_MEMBERS) left.push(...chain);
    chain = [];
  };
  for (const place of places) {
    const last = chain.at(-1);
    if (last !== undefined && !areMates(last, place)) close();
    chain.push(place);
  }
  close();
  return left;
}

function areMates(a: Occurrence, b: Occurrence): boolean {
  if (b.index === a.index || b.index - a.index > CLAUSES_APART) return false;
  const [first, second] = [leadOf(a), leadOf(b)];
  if (first === second || (first !== '' && first.at(-1) === second.at(-1))) return true;
  // 水平进一步提高，体系进一步完善，队伍进一步壮大
  return [a, b].every(({ end, clause, before }) => before !== '' && clause.end - end <= PREDICATE_MAX);
}

/** What stands before a modifier; 我们要 governs all clauses of a frame and is said before the first alone. */
function leadOf({ before }: Occurrence): string {
  return before.length <= LEAD_MAX && HEAD.test(before) ? '' : before;
}

function headsVerb(view: SentenceView, { start, end, text, clause, before }: Occurrence): boolean {
  if (NOMINAL_BEFORE.test(before)) return false;
  const source = view.paragraph.text;
  if (SET_PHRASE_ENDS.some((rest) => source.startsWith(rest, end))) return false;
  const [word, next] = view.wordsAt(start);
  if (word === undefined) return false;
  // The segmenter can cut across a modifier (有 效应 对); at the head of a clause it is believed less than the eye.
  if (!word.text.startsWith(text))
    return HEAD.test(before) && end < clause.end && source.charAt(end) !== '的';
  const rest = word.text.length - text.length;
  // 积极性 and 着力点 are nouns; 全面推进 in the dictionary is still a modifier with its verb.
  if (rest > 0) return rest > 1;
  if (end >= clause.end || next === undefined || /^[的，。；：、]/u.test(next.text)) return false;
  if (PURE_ADVERBS.has(text) || next.text === '地') return true;
  const tag = view.tagOf(next);
  if (tag === undefined) return HEAD.test(before);
  return !NOMINAL.test(tag) || MISREAD_VERBS.some((verb) => next.text.startsWith(verb));
}

/** Both go with a named term in its formula: 深入贯彻党的二十大精神，深入贯彻…. */
function areBothFixed(view: SentenceView, a: Occurrence, b: Occurrence): boolean {
  return isFormula(view, a) && isFormula(view, b);
}

function isFormula(view: SentenceView, { end }: Occurrence): boolean {
  const verb = /^(?:学习)?(?:贯彻落实|贯彻|落实|践行|领悟)/u.exec(view.paragraph.text.slice(end, end + 6));
  return view.namesAt(end + (verb?.[0].length ?? 0));
}

/** Neither heads its clause, both only the last member of a list: 及时报告、坚决抵制，妥善处置、坚决纠正. */
function areBothMembers(a: Occurrence, b: Occurrence): boolean {
  return a.before.endsWith('、') && b.before.endsWith('、');
}
