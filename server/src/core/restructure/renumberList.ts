import { LAST } from '../draft/markers.js';
import type { Member, Series } from '../draft/enumerations.js';
import { ordinalAs, ordinalOf, renumber } from '../draft/ordinals.js';
import { filled, notHere, type Change, type NotHere, type Outcome, type Request } from './restructuring.js';
import { membersAt, paragraphAt } from './place.js';

const TITLE = { zh: '重排这组序号（改 {count} 处）', en: 'Renumber this list ({count} places)' };
const LABEL = { zh: '“{from}”改为“{to}”', en: '“{from}” becomes “{to}”' };
const NO_LIST = {
  zh: '光标处没有序号，请把光标放到“一、”“一是”这样的条目上。',
  en: 'There is no numbered list here; put the caret on an item such as 一、 or 一是.',
};
const IN_ORDER = { zh: '这组序号是连贯的，不用重排。', en: 'This list is numbered in order already.' };
const UNWRITABLE = {
  zh: '“{ordinal}”这种序号写不到第 {value} 项，请先换一种序号。',
  en: 'Ordinals such as “{ordinal}” cannot write {value}; use other ones first.',
};
const MIXED = {
  zh: '这组序号里混用了“{ordinal}”，不能直接重排，请先统一序号。',
  en: 'This list also counts with “{ordinal}”; use one kind of ordinals first.',
};

/**
 * Numbers the list at the caret in order, from its first ordinal on, or from one where two comes first. When the
 * nearest list is in order, a list around the caret that is not is meant.
 */
export function renumberList({ draft, place, onlyHere }: Request): Outcome {
  const at = paragraphAt(draft, place)?.index ?? -1;
  const isAround = ({ members }: Series): boolean =>
    (members[0]?.paragraph.index ?? at) <= at && at <= (members.at(-1)?.paragraph.index ?? -1);
  const [nearest, ...others] = new Set(membersAt(draft, place).map(({ series }) => series));
  if (nearest === undefined || (onlyHere === true && !isAround(nearest))) return notHere(NO_LIST);
  const around = others.filter(isAround);
  for (const series of [nearest, ...around]) {
    const changes = changesOf(series);
    if ('reason' in changes) return changes;
    if (changes.length > 0) {
      return { title: filled(TITLE, { count: changes.length }), changes, separable: false };
    }
  }
  return notHere(IN_ORDER);
}

function changesOf({ members, faults, family }: Series): Change[] | NotHere {
  const [first] = members;
  // 一方面 … 另一方面 counts no further.
  // A lone ordinal may go on from one that stands where none is looked for (附件：1.…).
  if (first === undefined || family === 'side' || members.length < 2) return [];
  const foreign = foreignMember(members);
  if (foreign !== undefined) return notHere(MIXED, { ordinal: ordinalOf(foreign) });
  const from = faults[0]?.kind === 'first' ? 1 : first.marker.value;
  const changes: Change[] = [];
  for (const [i, member] of members.entries()) {
    const value = from + i;
    if (member.marker.value === value || member.marker.value === LAST) continue;
    const edit = renumber(member, value);
    if (edit === undefined) return notHere(UNWRITABLE, { ordinal: ordinalOf(first), value });
    const data = { from: ordinalOf(member), to: ordinalAs(member, value) };
    changes.push({ ...edit, label: filled(LABEL, data) });
  }
  return changes;
}

/** An ordinal of another kind that counts on between two of the members: 第一，…其次，…第三，… */
function foreignMember(members: readonly Member[]): Member | undefined {
  for (const [i, member] of members.entries()) {
    const before = members[i - 1];
    if (before === undefined || member.marker.value <= before.marker.value + 1) continue;
    const { paragraph } = before;
    const found = paragraph.analysis.markers.find(
      ({ family, value, start }) =>
        family !== member.marker.family &&
        start > before.marker.start &&
        (paragraph !== member.paragraph || start < member.marker.start) &&
        before.marker.value < value &&
        value < member.marker.value,
    );
    if (found !== undefined) return { paragraph, marker: found };
  }
  return undefined;
}
