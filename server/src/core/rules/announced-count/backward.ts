import { seriesOf, type Series } from '../../draft/enumerations.js';
import type { Draft } from '../../draft/model.js';
import type { Announcement, Mismatch } from './announcements.js';
import { countsOf, itemsOf } from './marked.js';

/** What turns a number phrase back to the list just told: 这四个方面, 以上三点. */
const BACK = /(?:这|以上|上述|上面|前述|前面[讲说提]到?的?)$/u;

/** 这四个方面, 以上三点 against the list that ended just before. */
export function* checkBackward(
  draft: Draft,
  announcements: readonly (readonly Announcement[])[],
): Generator<Mismatch> {
  const ended = byLastParagraph(draft);
  for (const [index, own] of announcements.entries()) {
    for (const announcement of own) {
      const { paragraph, start, end, value, plain } = announcement;
      if (!plain || value < 2 || !BACK.test(paragraph.text.slice(Math.max(0, start - 5), start))) continue;
      // 这三个方面：… looks forward; 都是这两个问题 far from any list looks at something else.
      if (/^[”’\s]*[：:]/u.test(paragraph.text.slice(end))) continue;
      const before = [paragraph.index - 1, paragraph.index]
        .flatMap((last) => ended.get(last) ?? [])
        .filter((series) => endsBefore(series, announcement));
      const nearest = before.at(-1);
      if (nearest === undefined || before.some((series) => countsOf(series).includes(value))) continue;
      if (toldBefore(announcement, announcements[index] ?? [])) continue;
      if (before.length > 1) continue;
      yield { announcement, count: nearest.members.length, direction: 'before', ...itemsOf(nearest) };
    }
  }
}

/** The lists of a draft by the index of the paragraph where their last item stands. */
function byLastParagraph(draft: Draft): ReadonlyMap<number, readonly Series[]> {
  const lists = new Map<number, Series[]>();
  for (const series of seriesOf(draft)) {
    const last = series.members.at(-1)?.paragraph.index;
    if (last === undefined || series.members.length < 2 || series.unclear) continue;
    if (series.members[0]?.marker.value !== 1) continue;
    const known = lists.get(last);
    if (known === undefined) lists.set(last, [series]);
    else known.push(series);
  }
  return lists;
}

/** Whether the series' last item stands earlier in the paragraph, or ends it was the paragraph right before. */
function endsBefore(series: Series, { paragraph, start }: Announcement): boolean {
  const last = series.members.at(-1);
  if (last === undefined) return false;
  if (last.paragraph === paragraph) return last.marker.start > 0 && last.marker.start < start;
  const opening = paragraph.analysis.sentences[0];
  return (
    paragraph.kind !== 'heading' &&
    last.marker.place === 'paragraph' &&
    last.paragraph.index === paragraph.index - 1 &&
    opening !== undefined &&
    start < opening.end
  );
}

/** Whether the same number of the same things is named earlier in the paragraph: then 这 means those. */
function toldBefore(announcement: Announcement, own: readonly Announcement[]): boolean {
  return own.some(
    ({ start, value, unit }) =>
      start < announcement.start && value === announcement.value && unit === announcement.unit,
  );
}
