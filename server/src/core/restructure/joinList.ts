import type { Draft, Paragraph } from '../draft/model.js';
import type { Member } from '../draft/enumerations.js';
import { ordinalOf } from '../draft/ordinals.js';
import { announcementsIn } from '../rules/announced-count/announcements.js';
import type { Span } from '../text/span.js';
import { filled, notHere, type Change, type Outcome, type Request } from './restructuring.js';
import { keepsProse } from './keepsProse.js';
import { membersAt, paragraphAt, standsFree } from './place.js';
import { SYNTAX } from './reasons.js';

const TITLE = { zh: '把这 {count} 条并成一段', en: 'Join these {count} points into one paragraph' };
const ITEM = { zh: '“{ordinal}”接在前面', en: '“{ordinal}” follows on' };
const NO_LIST = {
  zh: '光标处没有各成一段的“一是”“二是”这样的条目。',
  en: 'There is no list of paragraphs such as 一是, 二是 here.',
};
const HEADINGS = {
  zh: '这些是小标题，不能并成一段。',
  en: 'These are headings and cannot be joined into one paragraph.',
};
const APART = {
  zh: '这几条之间还夹着别的段落，不能直接并成一段。',
  en: 'Other paragraphs stand between these points, so they cannot be joined.',
};

const TOO_LONG = {
  zh: '这几条并起来太长，听众难以跟上。',
  en: 'Joined, these points would make too long a paragraph for listeners to follow.',
};

/**
 * Joins the list of paragraphs at the caret into one paragraph, with the sentence that leads in to it: points of one
 * sentence are divided by semicolons. The reverse of {@link splitList}.
 */
export function joinList({ draft, place, most, onlyHere }: Request): Outcome {
  const at = paragraphAt(draft, place)?.index ?? -1;
  const members = membersAt(draft, place)
    .map(({ series }) => series.members.filter(({ marker }) => marker.place === 'paragraph'))
    .find((list) => list.length >= 2 && isAt(list, at));
  const first = members?.[0]?.paragraph;
  if (members === undefined || first === undefined) return notHere(NO_LIST);
  const single = members.every(({ paragraph }) => paragraph.analysis.sentences.length === 1);
  // 一、 and 1. open no point inside a paragraph, and （一） with more than a sentence opens a section.
  const formal = members.some(
    ({ marker: { family } }) =>
      family === 'hanDot' || family === 'arabicDot' || (family === 'hanParen' && !single),
  );
  if (formal || members.some(({ paragraph }) => paragraph.kind === 'heading')) return notHere(HEADINGS);
  if (members.some(({ paragraph }, i) => paragraph.index !== first.index + i)) return notHere(APART);
  const lead = leadOf(draft, members);
  const parts = [...(lead === undefined ? [] : [lead]), ...members.map(({ paragraph }) => paragraph)];
  if (parts.some((part) => !standsFree(draft, part))) return notHere(SYNTAX);
  // What would have to be divided again is done only for a writer who asks for it.
  const characters = parts.reduce((sum, { analysis }) => sum + analysis.characters, 0);
  if (onlyHere === true && characters > most) return notHere(TOO_LONG);
  const changes: Change[] = [];
  for (const member of members) {
    const before = parts[parts.indexOf(member.paragraph) - 1];
    if (before === undefined) continue;
    const { cut, mark } = before === lead ? { cut: 0, mark: '' } : ending(before, single);
    const span = between(before, member.paragraph, cut);
    if (!/^[。；;]?\s*$/u.test(draft.text.slice(span.start, span.end))) return notHere(SYNTAX);
    changes.push({ span, text: mark, label: filled(ITEM, { ordinal: ordinalOf(member) }) });
  }
  if (!keepsProse(draft, changes)) return notHere(SYNTAX);
  return { title: filled(TITLE, { count: members.length }), changes, separable: false };
}

/** Whether a paragraph is one of the points, stands between two of them, or is the one before the first. */
function isAt(members: readonly Member[], index: number): boolean {
  const first = members[0]?.paragraph.index ?? 0;
  const last = members.at(-1)?.paragraph.index ?? -1;
  return first - 1 <= index && index <= last;
}

/** The paragraph before the list if it leads in to it: it ends with a colon, or announces as many points as there are. */
function leadOf(draft: Draft, members: readonly Member[]): Paragraph | undefined {
  const before = draft.paragraphs[(members[0]?.paragraph.index ?? 0) - 1];
  if (before?.kind !== 'body') return undefined;
  const text = before.text.trimEnd();
  if (/[：:]$/u.test(text)) return before;
  const sentence = before.analysis.sentences.at(-1);
  if (sentence === undefined) return undefined;
  const announced = announcementsIn(before).some(
    ({ start, value }) => start >= sentence.start && value === members.length,
  );
  return announced || /(?:以下|如下|下面)/u.test(text.slice(sentence.start)) ? before : undefined;
}

/** How a point that another follows ends: how much of its end goes, and the mark that comes. */
function ending(paragraph: Paragraph, single: boolean): { readonly cut: number; readonly mark: string } {
  const text = paragraph.text.trimEnd();
  if (!/[。；;！？!?…：:”’」』）)》]$/u.test(text)) return { cut: 0, mark: single ? '；' : '。' };
  return single && /[。;]$/u.test(text) ? { cut: 1, mark: '；' } : { cut: 0, mark: '' };
}

/** From the end of one paragraph's prose, less `cut` characters, to the beginning of another's. */
function between(before: Paragraph, after: Paragraph, cut: number): Span {
  const { length } = before.text.trimEnd();
  const start = after.text.length - after.text.trimStart().length;
  return {
    start: cut > 0 ? before.span(length - cut, length).start : before.span(length - 1, length).end,
    end: after.span(start, start).start,
  };
}
