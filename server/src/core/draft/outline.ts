import { countCharacters, OPAQUE } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { sumsUp } from './cohesion.js';
import { seriesOf, type Series } from './enumerations.js';
import type { Marker } from './markers.js';
import type { Draft, Paragraph } from './model.js';
import { headingRank, isInside, isMarkedUp, type Rank } from './rank.js';

/**
 * What opens an entry.
 *
 * heading: a line or a Markdown heading of its own · lead: a paragraph that begins like a heading and goes on
 * (一、抓修渠。各村…) · item: a member of a list of two or more (一是, 一要, 第一，①)
 */
export type OutlineKind = 'heading' | 'lead' | 'item';

/**
 * A part of a draft with what belongs to it, from its first character to its last one, blanks at both ends left
 * out. Children lie inside their parent, in order, and do not overlap. Offsets are the draft's.
 */
export interface OutlineEntry extends Span {
  readonly kind: OutlineKind;
  /** One line of at most {@link NAME_MAX} characters, never empty; without the mark that ends it. */
  readonly name: string;
  /** The words that name it, whole: the heading, the lead sentence, or the ordinal and the first clause. */
  readonly label: Span;
  /** Characters of everything in it, its heading included, as the whole draft's are counted. */
  readonly characters: number;
  /** The list that an item is a member of. */
  readonly series: Series | undefined;
  /** The first and the last paragraph that it holds at least a part of. */
  readonly paragraphs: readonly [first: Paragraph, last: Paragraph];
  readonly children: readonly OutlineEntry[];
}

/** Names are cut here, so that they fit a breadcrumb. */
const NAME_MAX = 30;

/** A place in the draft's prose. */
interface At {
  readonly paragraph: Paragraph;
  /** Offset in the paragraph's text. */
  readonly offset: number;
}

/** What begins an entry, before it is known where the entry ends. */
interface Beginning {
  readonly kind: OutlineKind;
  readonly at: At;
  /** Offset in the paragraph's text where the words that name it end. */
  readonly labelEnd: number;
  /** How high a section stands; undefined for an item. */
  readonly rank: Rank | undefined;
  readonly series: Series | undefined;
  /** Where it ends at the latest, when the text itself shows that. */
  readonly limit: At | undefined;
  /** Whether a later member of its list follows. */
  readonly followed: boolean;
}

interface Growing extends Beginning {
  readonly children: OutlineEntry[];
}

const cache = new WeakMap<Draft, readonly OutlineEntry[]>();

/** The outline of a draft: its sections by level, and the members of its lists inside them. Made once a draft. */
export function outlineOf(draft: Draft): readonly OutlineEntry[] {
  let outline = cache.get(draft);
  if (outline === undefined) {
    outline = grow(draft, beginningsOf(draft));
    cache.set(draft, outline);
  }
  return outline;
}

/** All entries, each before its children. */
export function* everyEntry(entries: readonly OutlineEntry[]): Generator<OutlineEntry> {
  for (const entry of entries) {
    yield entry;
    yield* everyEntry(entry.children);
  }
}

/** Whether an entry is a section, as distinct from a member of a list. */
export function isSection({ kind }: OutlineEntry): boolean {
  return kind !== 'item';
}

/** Nests what begins in order: each entry ends where one begins that cannot lie inside it. */
function grow({ paragraphs }: Draft, beginnings: readonly Beginning[]): OutlineEntry[] {
  const count = counter(paragraphs);
  const top: OutlineEntry[] = [];
  const open: Growing[] = [];
  const close = (end: At): void => {
    const entry = open.pop();
    if (entry === undefined) return;
    const last = entry.limit !== undefined && isBefore(entry.limit, end) ? entry.limit : end;
    (open.at(-1)?.children ?? top).push(toEntry(entry, last, count));
  };
  for (const next of beginnings) {
    const ended = open.findIndex((entry) => endsAt(entry, next));
    const end = endBefore(paragraphs, next.at);
    if (ended >= 0) while (open.length > ended) close(end);
    const parent = open.at(-1);
    const limit = [next.limit, parent?.limit].reduce((a, b) =>
      a && b ? (isBefore(a, b) ? a : b) : (a ?? b),
    );
    open.push({ ...next, limit, children: [] });
  }
  const last = paragraphs.at(-1);
  if (last !== undefined) while (open.length > 0) close(endOf(last));
  return top;
}

/** Whether an open entry ends where `next` begins. */
function endsAt(entry: Growing, next: Beginning): boolean {
  if (entry.limit !== undefined && !isBefore(next.at, entry.limit)) return true;
  if (next.rank === undefined) return next.series !== undefined && entry.series === next.series;
  if (entry.rank !== undefined) return !isInside(next.rank, entry.rank);
  // 1. and below may stand between the members of a list (GB/T 15834-2011 B.3.8 ranks them below all others).
  return !entry.followed || next.rank.markedUp || (next.rank.ordinal ?? 0) < LOW_ORDINAL;
}

/** The level of 1. */
const LOW_ORDINAL = 3;

function beginningsOf(draft: Draft): Beginning[] {
  const series = seriesOf(draft);
  const counted = new Set<Marker>(series.flatMap(({ members }) => members.map(({ marker }) => marker)));
  const sections = new Map<Paragraph, Beginning>();
  for (const paragraph of draft.paragraphs) {
    const section = sectionAt(draft, paragraph, counted);
    if (section !== undefined) sections.set(paragraph, section);
  }
  const items = series
    .filter(({ family, members }) => family !== 'side' && members.length > 1)
    .flatMap((one) => itemsOf(draft, one, sections));
  return [...sections.values(), ...items].sort((a, b) => compare(a.at, b.at));
}

function sectionAt(draft: Draft, paragraph: Paragraph, counted: ReadonlySet<Marker>): Beginning | undefined {
  const { text, analysis } = paragraph;
  const [first] = analysis.markers;
  const marker = first?.place === 'paragraph' && counted.has(first) ? first : undefined;
  const ordinal = marker === undefined ? undefined : headingRank(marker.family);
  const common = { series: undefined, limit: undefined, followed: false };
  if (paragraph.kind === 'heading') {
    const rank = { level: paragraph.level, ordinal, markedUp: isMarkedUp(draft, paragraph, ordinal) };
    return { kind: 'heading', at: startOf(paragraph), labelEnd: text.trimEnd().length, rank, ...common };
  }
  if (paragraph.kind !== 'body' || ordinal === undefined) return undefined;
  const rank = { level: ordinal, ordinal, markedUp: false };
  const labelEnd = analysis.sentences[0]?.end ?? text.trimEnd().length;
  return { kind: 'lead', at: startOf(paragraph), labelEnd, rank, ...common };
}

/** The members of a list but those that are sections. */
function itemsOf(
  draft: Draft,
  series: Series,
  sections: ReadonlyMap<Paragraph, Beginning>,
): readonly Beginning[] {
  const several = series.members.some(({ paragraph, marker }, index) => {
    const next = series.members[index + 1];
    if (next?.paragraph !== paragraph) return false;
    return sentencesIn(paragraph, marker.start, next.marker.start) > 1;
  });
  return series.members.flatMap(({ paragraph, marker }, index): Beginning | [] => {
    if (paragraph.kind === 'cell') return [];
    if (marker.place === 'paragraph' && sections.has(paragraph)) return [];
    const followed = index < series.members.length - 1;
    return {
      kind: 'item',
      at: { paragraph, offset: marker.start },
      labelEnd: labelEnd(paragraph, marker),
      rank: undefined,
      series,
      limit: followed ? undefined : limitOfLast(draft, { paragraph, offset: marker.start }, marker, several),
      followed,
    };
  });
}

/**
 * Where the last member of a list ends, which no ordinal shows: with its paragraph, and with a list of its own that
 * it announces by a colon; inside a paragraph with its sentence, unless members before have several: then before one that sums them up.
 */
function limitOfLast(draft: Draft, at: At, marker: Marker, several: boolean): At {
  const { paragraph } = at;
  if (marker.place === 'paragraph') {
    if (!/[：:]\s*$/u.test(paragraph.text)) return endOf(paragraph);
    let last = paragraph;
    for (let next = draft.paragraphs[last.index + 1]; next?.kind === 'item';) {
      last = next;
      next = draft.paragraphs[last.index + 1];
    }
    return endOf(last);
  }
  if (several && marker.place === 'sentence') {
    const { text, analysis } = paragraph;
    const summary = analysis.sentences.findIndex(
      ({ start, end }) => start > marker.start && sumsUp(text.slice(start, end)),
    );
    const last = analysis.sentences[summary - 1];
    return last === undefined ? endOf(paragraph) : { paragraph, offset: last.end };
  }
  const sentence = paragraph.analysis.sentences.find(({ end }) => end > marker.start);
  return sentence === undefined ? endOf(paragraph) : { paragraph, offset: sentence.end };
}

function sentencesIn({ analysis }: Paragraph, from: number, to: number): number {
  return analysis.sentences.filter(({ start, end }) => start < to && from < end).length;
}

/** The end of the first clause that says more than the ordinal. */
function labelEnd({ text, analysis }: Paragraph, marker: Marker): number {
  const sentence = analysis.sentences.find(({ end }) => end > marker.start);
  const clause = sentence?.clauses.find(({ end }) => end > marker.end);
  return clause?.end ?? sentence?.end ?? text.trimEnd().length;
}

function toEntry(entry: Growing, end: At, count: (from: At, to: At) => number): OutlineEntry {
  const { kind, at, labelEnd, series, children } = entry;
  const { paragraph, offset } = at;
  const label = paragraph.span(offset, labelEnd);
  return {
    kind,
    name: nameOf(paragraph.text.slice(offset, labelEnd)),
    start: label.start,
    end: end.paragraph.span(0, end.offset).end,
    label,
    characters: count(at, end),
    series,
    paragraphs: [paragraph, end.paragraph],
    children,
  };
}

function nameOf(label: string): string {
  const words = label.replaceAll(OPAQUE, '').replace(/\s+/gu, ' ').trim();
  const bare = words.replace(/[。．.，,；;：:、！!]+$/u, '') || words;
  const characters = Array.from(bare);
  return characters.length <= NAME_MAX ? bare : `${characters.slice(0, NAME_MAX - 1).join('')}…`;
}

/** Counts characters between two places, whole paragraphs by sums made once. */
function counter(paragraphs: readonly Paragraph[]): (from: At, to: At) => number {
  const sums = [0];
  for (const { analysis } of paragraphs) sums.push((sums.at(-1) ?? 0) + analysis.characters);
  const before = ({ paragraph, offset }: At): number =>
    (sums[paragraph.index] ?? 0) +
    (offset >= paragraph.text.length
      ? paragraph.analysis.characters
      : countCharacters(paragraph.text.slice(0, offset)));
  return (from, to) => before(to) - before(from);
}

/** The last place with ink before a place. */
function endBefore(paragraphs: readonly Paragraph[], { paragraph, offset }: At): At {
  const ink = paragraph.text.slice(0, offset).trimEnd().length;
  const before = paragraphs[paragraph.index - 1];
  return ink > 0 || before === undefined ? { paragraph, offset: ink } : endOf(before);
}

function startOf(paragraph: Paragraph): At {
  return { paragraph, offset: paragraph.text.length - paragraph.text.trimStart().length };
}

function endOf(paragraph: Paragraph): At {
  return { paragraph, offset: paragraph.text.trimEnd().length };
}

function compare(a: At, b: At): number {
  return a.paragraph.index - b.paragraph.index || a.offset - b.offset;
}

function isBefore(a: At, b: At): boolean {
  return compare(a, b) < 0;
}
