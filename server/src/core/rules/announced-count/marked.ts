import { seriesOf, type Member, type Series } from '../../draft/enumerations.js';
import { LAST } from '../../draft/markers.js';
import type { Draft, Paragraph } from '../../draft/model.js';
import type { Span } from '../../text/span.js';
import { isFixedTerm, type Announcement, type Mismatch } from './announcements.js';

/** Nouns that announce exactly the points that follow; any difference counts. Others may pick from a larger number. */
const EXACT = /(?:方面|意见|要求|部分|建议|体会|原因|议程|关系)$/u;

/** For the other nouns, a list that is this much shorter or longer is another list. */
const NEAR = 3;

/** Words that promise points, so that an explanation may stand between the promise and the list. */
const PROMISES =
  /(?:以下|如下|[讲谈说提]|强调|要求|抓好|抓住|做好|做到|办好|把握|把握好|处理好|坚持|注意|注重|采取|突出|解决|主要有|包括|有|分为|分成|分)$/u;

/** What stands between an announcement that ends its sentence and the list: a short tail, marks, 具体来说. */
const ENDS_SENTENCE =
  /^[^，。；：！？“”]{0,8}[”’」]?(?:[：:。！\s]*|[，：。](?:具体|主要|分别|归纳|概括|总的|简单|也就是|就是|即)[^，。；：]{0,6}[，：:。]?\s*)$/u;

/** A promise's explanation is at most this long. */
const EXPLANATION = 120;

const MARKS = /[\s“”‘’「」，。；：、,;:！!—-]/gu;

/** Signs that a list with one ordinal goes on in other words, in its paragraph and in those that follow. */
const GOES_ON = /[，。；][“‘]?(?:另|其次|再|然后|同时|此外|还有|第?[一二两])/u;
const GOES_ON_IN_LINE = /^\s*(?:第[二三]|其[二三次]|[二三](?:是|要|则)|另)/u;

/** How a last point without an ordinal begins. */
const ONE_MORE = /[，。；](?:还有|此外|再就是|再有|再一个|另一|另外)/u;

/** The paragraphs among which they are looked for. */
const REGION = 6;

/** Within this many characters of the last ordinal, one more point without an ordinal belongs to the list. */
const SHORT_ITEM = 60;

/** A speaker's own announcement: the list may begin some paragraphs later. */
const SPEAKS = /(?:[讲谈说提]|强调|汇报|通报|部署|安排)(?:以下|如下|这么|这样)?$/u;

/** How many paragraphs after 我讲四点意见 the first point is looked for. */
const SPEECH_REACH = 4;

/** What is known of the announcements that have a marked list. */
export interface MarkedLists {
  readonly mismatches: readonly Mismatch[];
  /** Announcements that agree with their list, or whose list was found in some other way. */
  readonly settled: ReadonlySet<Announcement>;
}

/**
 * Announcements against lists with ordinals. It goes from the list to the announcement: only a number phrase right
 * before the first item, in the same paragraph, the paragraph before or the heading above, can announce it.
 */
export function checkMarked(draft: Draft, announcements: readonly (readonly Announcement[])[]): MarkedLists {
  const mismatches: Mismatch[] = [];
  const settled = new Set<Announcement>();
  for (const series of seriesOf(draft)) {
    const first = series.members[0];
    if (first?.marker.value !== 1 || series.unclear) continue;
    const announcement = leadOf(first, series, draft.paragraphs, announcements);
    if (announcement === undefined || settled.has(announcement)) continue;
    if (series.members.length === 1 && !standsAlone(series, announcement, draft)) continue;
    settled.add(announcement);
    if (countsOf(series).includes(announcement.value)) continue;
    const count = series.members.length;
    if (
      !EXACT.test(announcement.label) &&
      announcement.label !== '' &&
      Math.abs(announcement.value - count) > NEAR
    ) {
      continue;
    }
    mismatches.push({ announcement, count, direction: 'after', ...itemsOf(series) });
  }
  return { mismatches, settled };
}

/**
 * Whether a list of one is all that a promise of two or three is followed by. 一是甲，一是乙 and 首先…然后… are
 * lists in other words.
 */
function standsAlone(
  { family, members }: Series,
  { paragraph, end, value }: Announcement,
  draft: Draft,
): boolean {
  const first = members[0];
  if (first === undefined || value > 3 || !['shi', 'yao', 'di', 'qi'].includes(family)) return false;
  if (!/^[”’]?[：。]$/u.test(paragraph.text.slice(end, first.marker.start)) && paragraph === first.paragraph)
    return false;
  const inline = paragraph === first.paragraph;
  const after = draft.paragraphs.slice(first.paragraph.index + 1, first.paragraph.index + REGION);
  const lines = inline ? after.filter(({ text }) => GOES_ON_IN_LINE.test(text)) : after;
  return ![first.paragraph, ...lines].some(
    (other) =>
      (inline && other !== first.paragraph) ||
      other.analysis.markers.some(
        (marker) => marker.start !== first.marker.start || other !== first.paragraph,
      ) ||
      GOES_ON.test(other.text),
  );
}

/** The counts that the series can be said to have: with a faulty ordinal, by its members and by its last ordinal. */
export function countsOf(series: Series): number[] {
  const counts = [series.members.length];
  const last = series.members.at(-1);
  if (series.faults.length > 0) {
    for (const { marker } of series.members) if (marker.value !== LAST) counts.push(marker.value);
  }
  // One more point may follow without an ordinal of the series: 还有就是….
  if (last !== undefined && ONE_MORE.test(restOf(last))) counts.push(series.members.length + 1);
  // 最后 and 此外 after a list may be one more point or none.
  if (last !== undefined && last.marker.value !== LAST) {
    const follows = last.paragraph.analysis.markers.some(
      ({ start, value }) => start > last.marker.end && value === LAST,
    );
    if (follows) counts.push(series.members.length + 1);
  }
  return counts;
}

/** What follows the last ordinal, as far as another point of the list could stand: in clauses, to the sentence's end. */
function restOf({ paragraph, marker }: Member): string {
  const rest = paragraph.text.slice(marker.end, marker.end + SHORT_ITEM);
  return marker.place === 'clause' ? (/^[^。！？]*/u.exec(rest)?.[0] ?? '') : rest;
}

/** The places and names of a series' members. */
export function itemsOf(series: Series): { items: Span[]; names: string[] } {
  return {
    items: series.members.map(({ paragraph, marker }) => paragraph.span(marker.start, marker.end)),
    names: series.members.map(({ paragraph, marker }) =>
      paragraph.text.slice(marker.start, marker.end).replace(/[，,、：.．]$/u, ''),
    ),
  };
}

/** The announcement that the list before which it stands fulfils, if there is exactly one. */
function leadOf(
  first: Member,
  series: Series,
  paragraphs: readonly Paragraph[],
  announcements: readonly (readonly Announcement[])[],
): Announcement | undefined {
  const { paragraph, marker } = first;
  if (marker.place !== 'paragraph') {
    return nearest(announcements[paragraph.index] ?? [], paragraph, marker.start, series);
  }
  for (let i = paragraph.index - 1; i >= 0 && i >= paragraph.index - SPEECH_REACH; i--) {
    const before = paragraphs[i];
    if (before === undefined) break;
    const own = announcements[i] ?? [];
    if (i === paragraph.index - 1 || (before.kind === 'heading' && i >= paragraph.index - 3)) {
      const lead = nearest(own, before, before.text.length, series);
      if (lead !== undefined) return lead;
    }
    const spoken = own.findLast(
      (candidate) => candidate.plain && candidate.value > 1 && SPEAKS.test(leadText(candidate)),
    );
    if (spoken !== undefined) return hasListBetween(spoken, paragraph) ? undefined : spoken;
    if (before.kind === 'heading' || before.analysis.markers[0]?.place === 'paragraph') break;
  }
  return undefined;
}

function hasListBetween({ paragraph, end }: Announcement, until: Paragraph): boolean {
  return (
    paragraph !== until && paragraph.analysis.markers.some(({ start, value }) => start > end && value === 1)
  );
}

/** The last of a paragraph's announcements that reaches up to `until`, where the list begins. */
function nearest(
  announcements: readonly Announcement[],
  paragraph: Paragraph,
  until: number,
  series: Series,
): Announcement | undefined {
  const candidate = announcements.findLast(({ end }) => end <= until);
  if (candidate === undefined || candidate.value < 2) return undefined;
  const between = paragraph.text.slice(candidate.end, until);
  if (!reaches(candidate, between, series)) return undefined;
  // Two numbers in one clause (三个方面十项工作): nobody can tell which of them is meant.
  const rival = announcements.findLast(({ end }) => end <= candidate.start);
  if (rival !== undefined && rival.value > 1 && rival.plain === candidate.plain) {
    if (/^[^，。；：！？]*$/u.test(paragraph.text.slice(rival.end, candidate.start))) return undefined;
  }
  return candidate;
}

/** Whether nothing but the end of its clause, or a promised explanation, stands between announcement and list. */
function reaches(announcement: Announcement, between: string, series: Series): boolean {
  // A label in quotation marks that its sentence goes on after is named, not announced: “做好四篇文章”提供了保障。
  if (/^”[^，。：；！]/u.test(between)) return false;
  const colon = /^[”’」\s]*[：:]/u.test(between);
  const lead = leadText(announcement);
  if (isFixedTerm(announcement.paragraph.text, announcement)) return false;
  if (!announcement.plain) {
    const words = between.replace(MARKS, '');
    return words === '' && (colon || echoed(series, announcement.label));
  }
  // 三点 may be an hour and 五条 so many roads, unless a colon or a promise says otherwise.
  if (announcement.label === '' && announcement.unit !== '' && !colon && !PROMISES.test(lead)) return false;
  if (ENDS_SENTENCE.test(between)) return true;
  return (
    between.length <= EXPLANATION &&
    /^[^，。；：”]{0,6}[，。：]/u.test(between) &&
    PROMISES.test(lead) &&
    !/[0-9一二三四五六七八九两](?:个|点|项|条|大)/u.test(between)
  );
}

function leadText({ paragraph, start }: Announcement): string {
  return paragraph.text.slice(Math.max(0, start - 8), start).replace(/[“‘「\s]$/u, '');
}

/** Whether most items take the label up: 六个必须坚持 … 一是必须坚持…。 */
function echoed(series: Series, label: string): boolean {
  if (label === '') return false;
  const taking = series.members.filter(({ paragraph, marker }) =>
    paragraph.text.slice(marker.end, marker.end + label.length + 16).includes(label),
  );
  return taking.length * 2 > series.members.length;
}
