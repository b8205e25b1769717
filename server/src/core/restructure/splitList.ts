import { sumsUp } from '../draft/cohesion.js';
import { paragraphSeparator } from '../draft/divisions.js';
import type { Member } from '../draft/enumerations.js';
import { ordinalOf } from '../draft/ordinals.js';
import type { Paragraph } from '../draft/model.js';
import { filled, notHere, type Change, type Outcome, type Request } from './restructuring.js';
import { keepsProse } from './keepsProse.js';
import { membersAt, paragraphAt, standsFree } from './place.js';
import { NO_PARAGRAPH, SYNTAX } from './reasons.js';

const TITLE = { zh: '让这 {count} 条各成一段', en: 'Give each of these {count} points its own paragraph' };
const ITEM = { zh: '“{ordinal}”另起一段', en: '“{ordinal}” begins a paragraph' };
const REST = { zh: '后面的话另起一段', en: 'What follows begins a paragraph' };
const NO_LIST = {
  zh: '这段话里没有“一是……；二是……”这样的条目。',
  en: 'There is no list such as 一是…；二是… in this paragraph.',
};
const QUOTED = {
  zh: '这些条目在引号或括号里，拆开会弄断它，请手动改。',
  en: 'These points stand inside quotation marks or brackets, which would be torn apart; change this by hand.',
};
const NESTED = {
  zh: '外面一层也是“{ordinal}”这样的序号，拆开就分不清了，请先换一种序号。',
  en: 'The list around this one has ordinals such as “{ordinal}” too; use other ones first, or the two would run together.',
};

/**
 * Makes the list inside the paragraph at the caret a list of paragraphs: the lead-in stays before them, each point
 * ends with a full stop. {@link joinList} is its reverse.
 */
export function splitList({ draft, place }: Request): Outcome {
  const paragraph = paragraphAt(draft, place);
  if (paragraph === undefined) return notHere(NO_PARAGRAPH);
  const members = membersAt(draft, place)
    .map(({ series }) => series.members.filter((member) => member.paragraph === paragraph))
    .find(({ length }) => length >= 2);
  if (members === undefined || paragraph.kind === 'heading') return notHere(NO_LIST);
  if (paragraph.kind === 'cell' || !standsFree(draft, paragraph)) return notHere(SYNTAX);
  if (members.some(({ marker }) => isEnclosed(paragraph, marker.start))) return notHere(QUOTED);
  if (isNested(paragraph, members))
    return notHere(NESTED, { ordinal: members[0] ? ordinalOf(members[0]) : '' });
  const separator = paragraphSeparator(draft, paragraph);
  const boundaries = [...members.flatMap((member, i) => beginning(member, i) ?? []), ...afterwards(members)];
  const changes = boundaries.map(({ start, end, mark, label }): Change => ({
    span: paragraph.span(start, end),
    text: mark + separator,
    label,
  }));
  if (!keepsProse(draft, changes)) return notHere(SYNTAX);
  return { title: filled(TITLE, { count: members.length }), changes, separable: false };
}

/** A stretch of the paragraph's prose that becomes the mark and the end of a paragraph. */
interface Boundary extends Pick<Change, 'label'> {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** Where a member begins: the blanks before it, and the mark that ends what stands before. */
function beginning(member: Member, i: number): Boundary | undefined {
  const { paragraph, marker } = member;
  const before = paragraph.text.slice(0, marker.start).trimEnd();
  if (before.trim() === '') return undefined;
  const label = filled(ITEM, { ordinal: ordinalOf(member) });
  const mark = /[，；,;]$/u.test(before) ? (i === 0 ? '：' : '。') : '';
  return { start: before.length - mark.length, end: marker.start, mark, label };
}

/** Whether the points are parts of one sentence, so that the list ends where that does. */
function separatedByClauses(members: readonly Member[]): boolean {
  return members.slice(1).every(({ marker }) => marker.place === 'clause');
}

/**
 * Where the last point ends and something follows in the paragraph: with its sentence, or where points have several,
 * before one that sums them up.
 */
function afterwards(members: readonly Member[]): Boundary[] {
  const last = members.at(-1);
  if (last === undefined) return [];
  const { text, analysis } = last.paragraph;
  const { sentences } = analysis;
  const at = sentences.findIndex(({ start, end }) => start <= last.marker.start && last.marker.start < end);
  const next = separatedByClauses(members)
    ? at + 1
    : sentences.findIndex(({ start, end }, i) => i > at && sumsUp(text.slice(start, end)));
  const [sentence, following] = [sentences[next - 1], sentences[next]];
  if (at < 0 || sentence === undefined || following === undefined) return [];
  return [{ start: sentence.end, end: following.start, mark: '', label: filled(REST) }];
}

/** Whether the paragraph is itself a point of a list with the same kind of ordinals. */
function isNested({ analysis }: Paragraph, members: readonly Member[]): boolean {
  const [first] = analysis.markers;
  const own = members[0]?.marker;
  return first?.place === 'paragraph' && first.family === own?.family && first !== own;
}

/** Whether a quotation or a bracket is open at an offset. */
function isEnclosed({ text, analysis }: Paragraph, offset: number): boolean {
  const open = (mark: string): number => text.slice(0, offset).split(mark).length;
  return (
    analysis.quotations.some(({ start, end }) => start < offset && offset < end) || open('（') !== open('）')
  );
}
