import type { Draft, Paragraph } from '../../draft/model.js';
import { lineStart } from '../../text/lines.js';
import type { Announcement, Mismatch } from './announcements.js';

/** Signs that open the lines of a list in plain text. */
const SIGN = /^\s*(?<sign>——|--|[●•◆▲★※■□○])/u;

/** What stands before the prose of a Markdown list item. */
const MARKDOWN_ITEM = /^(?<indent>[ \t>]*)(?:[-*+]|[0-9]+[.)])[ \t]+(?:\[[ xX]\][ \t]*)?[*_~`]*$/u;

/** How far behind a line that is no item another item shows that the list goes on. */
const REACH = 3;

/** 突出以下六个方面。 before lines that open with —— or Markdown list items. */
export function* checkBulleted(
  draft: Draft,
  announcements: readonly (readonly Announcement[])[],
  settled: ReadonlySet<Announcement>,
): Generator<Mismatch> {
  const { paragraphs } = draft;
  for (const [index, own] of announcements.entries()) {
    const announcement = own.at(-1);
    const paragraph = paragraphs[index];
    if (announcement === undefined || paragraph === undefined || settled.has(announcement)) continue;
    if (!announcement.plain || announcement.value < 2 || bulletOf(draft, paragraph) !== undefined) continue;
    if (!/^[^，。；：]{0,8}[”’]?[：。:]?\s*$/u.test(paragraph.text.slice(announcement.end))) continue;
    const items = itemsAfter(draft, index);
    if (items === undefined || items.length === announcement.value) continue;
    yield {
      announcement,
      count: items.length,
      direction: 'after',
      items: items.map((item) => item.span(0, Math.min(item.text.length, 12))),
      names: [],
    };
  }
}

/** The items right after the paragraph; undefined when there is no list or its end cannot be told. */
function itemsAfter(draft: Draft, index: number): Paragraph[] | undefined {
  const first = draft.paragraphs[index + 1];
  const bullet = first === undefined ? undefined : bulletOf(draft, first);
  if (bullet === undefined) return undefined;
  const items: Paragraph[] = [];
  let at = index + 1;
  for (; at < draft.paragraphs.length; at++) {
    const paragraph = draft.paragraphs[at];
    const own = paragraph === undefined ? undefined : bulletOf(draft, paragraph);
    if (paragraph === undefined || own === undefined) break;
    if (own === bullet) items.push(paragraph);
    else if (own.length <= bullet.length) break;
  }
  const later = draft.paragraphs.slice(at, at + REACH);
  if (later.some((paragraph) => paragraph.kind !== 'heading' && bulletOf(draft, paragraph) === bullet))
    return undefined;
  return items.length > 1 ? items : undefined;
}

/** What opens the paragraph as an item: its sign, or for Markdown its indent; undefined when it is none. */
function bulletOf({ text, format }: Draft, paragraph: Paragraph): string | undefined {
  if (format === 'plain') return SIGN.exec(paragraph.text)?.groups?.['sign'];
  const start = paragraph.pieces[0]?.source ?? 0;
  const line = text.slice(lineStart(text, start), start);
  return MARKDOWN_ITEM.exec(line)?.groups?.['indent'];
}
