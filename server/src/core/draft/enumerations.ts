import { numeralValue } from '../text/numerals.js';
import type { Draft, Paragraph } from './model.js';
import { LAST, type Marker, type MarkerFamily } from './markers.js';

/** One member of a series: its ordinal and the paragraph in which it stands. */
export interface Member {
  readonly paragraph: Paragraph;
  readonly marker: Marker;
}

/**
 * What is wrong with the ordinal of a member.
 *
 * gap: ordinals between it and the one before are missing · double: it repeats the one before ·
 * wrong: it fits neither what stands before nor what follows · swap: it has changed places with the next member ·
 * first: the series begins with two
 */
export interface OrderFault {
  readonly kind: 'gap' | 'double' | 'wrong' | 'swap' | 'first';
  /** Index of the faulty member in its series. */
  readonly at: number;
  /** The value that it should have. */
  readonly expected: number;
}

/** Members that count on from one another, whether they open headings, paragraphs, sentences or clauses. */
export interface Series {
  readonly family: MarkerFamily;
  readonly members: readonly Member[];
  readonly faults: readonly OrderFault[];
  /** Whether some member fits another series as well, so that nobody can tell where this one ends. */
  readonly unclear: boolean;
}

/** A series while it grows. */
interface Growing {
  readonly key: string;
  readonly family: MarkerFamily;
  readonly members: Member[];
  readonly faults: OrderFault[];
  /** How many sections had ended its kind of series when it began: two of one number stand in one section. */
  readonly section: number;
  /** Set when another series began in the same kind of place: it takes no more members. */
  over: boolean;
  unclear: boolean;
}

/** The series of one family that can take further members, outermost first. */
interface Open {
  readonly stack: Growing[];
  section: number;
}

/**
 * Which families a paragraph's opening ordinal ends: those that stand below it in the order of GB/T 15834-2011
 * B.3.8, and the items within the section. 1. and below may stand inside an item and end only each other.
 */
const ITEMS: readonly MarkerFamily[] = ['di', 'qi', 'shi', 'yao', 'verb', 'shouxian', 'side'];
const ENDS: Partial<Record<MarkerFamily, readonly MarkerFamily[]>> = {
  hanDot: ['hanParen', 'arabicDot', 'arabicParen', 'circled', ...ITEMS],
  hanParen: ['arabicDot', 'arabicParen', 'circled', ...ITEMS],
  arabicDot: ['arabicParen', 'circled'],
  arabicParen: ['circled'],
};

/** Lists inside lists are told no deeper; what was opened before takes no more members. */
const DEEPEST = 8;

const cache = new WeakMap<Draft, readonly Series[]>();

/** The series of a draft in the order of their first members; found once a draft. A lone ordinal is a series of one. */
export function seriesOf(draft: Draft): readonly Series[] {
  let series = cache.get(draft);
  if (series === undefined) {
    series = findSeries(draft.paragraphs);
    cache.set(draft, series);
  }
  return series;
}

function findSeries(paragraphs: readonly Paragraph[]): Series[] {
  const all: Growing[] = [];
  const open = new Map<string, Open>();
  for (const paragraph of paragraphs) {
    const { markers } = paragraph.analysis;
    if (paragraph.kind === 'heading' && markers[0]?.place !== 'paragraph') {
      endBelow(open, paragraph);
      continue;
    }
    for (const marker of markers) {
      const ends = marker.place === 'paragraph' ? ENDS[marker.family] : undefined;
      if (ends !== undefined) for (const family of ends) endFamily(open, family);
      place({ paragraph, marker }, open, all);
    }
  }
  const kept = all.filter((series) => series.members.length > 0);
  // From the end, so that each series knows the next of its kind.
  const later = new Map<string, Growing>();
  for (const series of kept.toReversed()) {
    closing(series, later.get(series.key));
    if (series.members.length > 0) later.set(series.key, series);
  }
  return kept.filter((series) => series.members.length > 0);
}

/** Puts a member where it counts on, opens a series with it, or notes what is wrong with it. */
function place(member: Member, open: Map<string, Open>, all: Growing[]): void {
  const { marker } = member;
  const key = keyOf(member);
  let kind = open.get(key);
  if (kind === undefined) open.set(key, (kind = { stack: [], section: 0 }));
  const { stack, section } = kind;
  const start = (): void => {
    const series: Growing = {
      key,
      family: marker.family,
      members: [member],
      faults: [],
      section,
      over: false,
      unclear: false,
    };
    if (marker.place === 'paragraph') {
      for (const before of stack) before.over ||= inReach(before, member);
    }
    all.push(series);
    stack.push(series);
    if (stack.length > DEEPEST) stack.shift();
  };
  if (marker.value === LAST) {
    const top = stack.at(-1);
    if (top !== undefined && inReach(top, member)) top.members.push(member);
    return;
  }
  if (marker.value === 1) {
    start();
    return;
  }
  const series = carriedOn(stack, member) ?? misnumberedRestart(stack, member);
  if (series !== undefined) {
    series.unclear ||= stack.some(
      (other) => other !== series && other.over && lastValue(other) === marker.value - 1,
    );
    stack.length = stack.indexOf(series) + 1;
    settle(series, marker.value);
    series.members.push(member);
    return;
  }
  const faulty = isDoubtful(member) ? undefined : faultyAt(stack, member);
  if (faulty === undefined) {
    if (!isDoubtful(member)) start();
    return;
  }
  stack.length = stack.indexOf(faulty) + 1;
  noteFault(faulty, marker.value);
  faulty.members.push(member);
}

/** Verbs that count (一抓、二抓) count on only with the same verb. */
function keyOf({ paragraph, marker }: Member): string {
  return marker.family === 'verb' ? `verb${paragraph.text.charAt(marker.end - 1)}` : marker.family;
}

/**
 * The series that goes on with the member: the innermost whose last member stands in the same kind of place, so that
 * 二是 at the start of a paragraph belongs to the paragraphs' 一是 and not to a list inside the last of them. A list
 * that changes its kind of place (一是…；二是…。 and 三是 in a paragraph of its own) goes on only where no other could.
 */
function carriedOn(stack: readonly Growing[], member: Member): Growing | undefined {
  const own = faultyAt(stack, member);
  const near = stack.findLast((series) => !series.over && inReach(series, member) && accepts(series, member));
  if (near !== undefined) return near;
  const far = stack.findLast((series) => !series.over && isNext(series, member) && accepts(series, member));
  if (own === undefined || far === undefined) return far;
  const inside = far.members.at(-1)?.paragraph === own.members.at(-1)?.paragraph;
  return member.marker.place === 'paragraph' && !inside ? far : undefined;
}

/** Whether the series' last member stands in the same paragraph or the one before. */
function isNext(series: Growing, { paragraph }: Member): boolean {
  return (series.members.at(-1)?.paragraph.index ?? -1) >= paragraph.index - 1;
}

/**
 * The innermost series that the member must belong to even if its value does not fit. A two after a three or more
 * is rather a new list whose first ordinal is lost.
 */
function faultyAt(stack: readonly Growing[], member: Member): Growing | undefined {
  const near = stack.findLast((series) => !series.over && inReach(series, member));
  if (near === undefined || member.marker.value !== 2 || lastValue(near) <= 2) return near;
  return near.faults.at(-1)?.at === near.members.length - 1 ? near : undefined;
}

/** Whether the value goes on from the series' last, or, right after a misnumbered member, fits by position. */
function accepts(series: Growing, { marker }: Member): boolean {
  if (marker.value === lastValue(series) + 1) return true;
  const { length } = series.members;
  return series.faults.at(-1)?.at === length - 1 && marker.value === firstValue(series) + length;
}

/** Whether the member stands in the same kind of place as the series' last, so that a misfit is a fault. */
function inReach(series: Growing, member: Member): boolean {
  const last = series.members.at(-1);
  if (last === undefined) return false;
  if (member.marker.place === 'paragraph') return last.marker.place === 'paragraph';
  return last.paragraph === member.paragraph;
}

/**
 * 一 一 三: a series of one that cannot take the member, though with its only ordinal put right it would carry on
 * the series before it. The two are joined.
 */
function misnumberedRestart(stack: Growing[], member: Member): Growing | undefined {
  const series = stack.at(-2);
  const restart = stack.at(-1);
  const only = restart?.members[0];
  if (series === undefined || restart?.members.length !== 1 || only === undefined) return undefined;
  if (lastValue(series) + 2 !== member.marker.value) return undefined;
  if (!inReach(series, only) || !inReach(restart, member)) return undefined;
  const kind = only.marker.value === lastValue(series) ? 'double' : 'wrong';
  series.faults.push({ kind, at: series.members.length, expected: lastValue(series) + 1 });
  series.members.push(only);
  restart.members.length = 0;
  return series;
}

function noteFault(series: Growing, value: number): void {
  const last = lastValue(series);
  const at = series.members.length;
  if (value > last) series.faults.push({ kind: 'gap', at, expected: last + 1 });
  else if (value === last) series.faults.push({ kind: 'double', at, expected: last + 1 });
  else series.faults.push({ kind: 'wrong', at, expected: last + 1 });
}

/** What follows a gap shows whether an ordinal is missing or the one after the gap is misnumbered. */
function settle(series: Growing, value: number): void {
  const fault = series.faults.at(-1);
  if (fault?.kind !== 'gap' || fault.at !== series.members.length - 1) return;
  if (value === fault.expected + 1) series.faults[series.faults.length - 1] = { ...fault, kind: 'wrong' };
}

/** What can be said of a series only once the whole draft is read; `next` is the next one of its kind. */
function closing(series: Growing, next: Growing | undefined): void {
  const first = series.members[0];
  if (first === undefined) return;
  swapped(series);
  if (first.marker.value === 2 && series.family !== 'side' && series.family !== 'shouxian') {
    series.faults.unshift({ kind: 'first', at: 0, expected: 1 });
  }
  const again = next?.members[0];
  if (next === undefined || again?.marker.value !== 1) return;
  if (series.members.length > 1 || first.marker.value !== 1 || !repeatsFirst(series, first, next, again))
    return;
  next.faults.forEach((fault, i) => {
    const expected = fault.kind === 'double' ? fault.expected + 1 : fault.expected;
    next.faults[i] = { ...fault, at: fault.at + 1, expected };
  });
  next.faults.unshift({ kind: 'double', at: 1, expected: 2 });
  next.members.unshift(first);
  series.members.length = 0;
}

/** 一 一 二 三: whether a lone first ordinal and the next series are one series with its first ordinal doubled. */
function repeatsFirst(series: Growing, first: Member, next: Growing, again: Member): boolean {
  const { marker } = first;
  if (series.section !== next.section) return false;
  const formal = marker.family === 'shi' || marker.family === 'yao';
  if (again.marker.place !== marker.place) {
    // A list that follows a colon or 以下几点 stands inside the first item; one that follows its full stop repeats it.
    const lead = first.paragraph.text.slice(marker.end, again.marker.start);
    return (
      formal &&
      again.paragraph === first.paragraph &&
      again.marker.place === 'sentence' &&
      !/(?:[：:]|[几下列多些]|[一二三四五六七八九两0-9][个点项条步类件层])[^。]*。?$/u.test(lead)
    );
  }
  if (marker.place === 'paragraph') {
    // 一、…一、… in one section needs nothing more; items might be two lists unless they follow each other.
    if (marker.family === 'hanDot' || marker.family === 'hanParen') return true;
    return again.paragraph.index === first.paragraph.index + 1 && next.members.length > 1;
  }
  if (again.paragraph !== first.paragraph) return false;
  // 一是甲，一是乙 is lawful; 一是甲。一是乙。 is not.
  return (formal && marker.place === 'sentence') || next.members.length > 1;
}

/** 一 三 二 四: the third and the second have changed places. */
function swapped(series: Growing): void {
  series.faults.forEach((fault, i) => {
    const after = series.faults[i + 1];
    if (fault.kind !== 'gap' || after?.kind !== 'wrong' || after.at !== fault.at + 1) return;
    const value = series.members[fault.at]?.marker.value;
    const next = series.members[after.at]?.marker.value;
    if (next !== fault.expected || value !== fault.expected + 1) return;
    series.faults[i] = { ...fault, kind: 'swap' };
    series.faults.splice(i + 1, 1);
  });
}

/** 二、三季度 and 五、六月份 at the start of a line: two numbers of one quantity rather than an ordinal. */
function isDoubtful({ paragraph, marker }: Member): boolean {
  if (marker.family !== 'hanDot' && marker.family !== 'arabicDot') return false;
  const next = /^(?:[一二三四五六七八九十]+|[0-9]+)/u.exec(
    paragraph.text.slice(marker.end, marker.end + 3),
  )?.[0];
  return next !== undefined && numeralValue(next) === marker.value + 1;
}

function endFamily(open: Map<string, Open>, family: MarkerFamily): void {
  for (const kind of open.values()) {
    if (kind.stack[0]?.family !== family) continue;
    kind.stack.length = 0;
    kind.section++;
  }
}

/**
 * A heading without an ordinal begins a new section: what counts lower headings and items is ended. Headings of its
 * own level may count on after it, since its own ordinal may be the one that is lost.
 */
function endBelow(open: Map<string, Open>, heading: Paragraph): void {
  for (const kind of open.values()) {
    const kept = kind.stack.filter((series) => levelOf(series) <= heading.level);
    if (kept.length < kind.stack.length || kept.some((series) => levelOf(series) === heading.level))
      kind.section++;
    kind.stack.splice(0, kind.stack.length, ...kept);
  }
}

/** The level of the headings that a series counts; beyond all levels for what is no heading. */
function levelOf({ members }: Growing): number {
  const last = members.at(-1)?.paragraph;
  return last?.kind === 'heading' ? last.level : Number.POSITIVE_INFINITY;
}

/** The value of the last member that has one; 最后 has none of its own. */
function lastValue(series: Growing): number {
  return series.members.findLast((member) => member.marker.value !== LAST)?.marker.value ?? 0;
}

function firstValue(series: Growing): number {
  return series.members[0]?.marker.value ?? 1;
}
