import type { Member, OrderFault, Series } from '../../draft/enumerations.js';
import type { MarkerFamily } from '../../draft/markers.js';
import type { Paragraph } from '../../draft/model.js';
import { hanNumeral } from '../../text/numerals.js';

/** Where a clause can begin, and where a paragraph can. */
const CLAUSE_START = '(?:^|[，。；：、！？,;:“‘（(\\s])';
const LINE_START = '^[“‘\\s]*';

/** A first point in other words: 首先, 第一, 一方面, 一个是, 一来 … */
const FIRST =
  '(?:首先|首要的|第一位的|最重要的|最关键的|最根本的|第一(?![百千章节条款线批次年名位]|产业|书记|时间|季度|方阵|步)|其一|头一|' +
  '[（(][1１一][)）]|[①1１一][.．、，]|' +
  '一(?:是|要|则|来|方面(?![^]*另一方面)|边|抓|靠|看|讲|为|在|曰|[个条种点类项][^，。；]{0,4}是))';
const FIRST_IN_CLAUSE = new RegExp(CLAUSE_START + FIRST, 'mu');
const FIRST_MISTYPED = new RegExp(
  `${LINE_START}(?:首先|第一[，,、是要部个]|[（(]?[1一](?:[)）]|[,，:：.．]|\\s))`,
  'u',
);
const FIRST_IN_LINE = new RegExp(LINE_START + FIRST, 'mu');

/** Words that carry on 首先 without counting. */
const CARRIES_ON = new RegExp(
  `${CLAUSE_START}(?:其次|然后|接着|随后|同时|此外|另外|还有|再者|再就是|第二|二是)`,
  'mu',
);

/** What shows that an excerpt leaves items out. */
const OMISSION = /…|\.{3,}|。{3,}|[（(](?:中)?略[）)]/u;

/** The ordinals of headings. */
const OUTLINE: readonly MarkerFamily[] = ['hanDot', 'hanParen', 'arabicDot', 'arabicParen'];

/** How far back, in paragraphs, a first point is looked for. */
const REACH = 4;

/**
 * Whether what looks like a fault of a series is a series told in mixed words (首先…第二…, 一是…第二…三是), or one
 * whose first point is not numbered. Looks only at the text that a missing ordinal could stand in.
 */
export function misread(series: Series, fault: OrderFault, paragraphs: readonly Paragraph[]): boolean {
  // 一方面 may come any number of times.
  if (series.family === 'side') return true;
  if (fault.kind === 'first') return misreadFirst(series, paragraphs);
  const member = series.members[fault.at];
  const before = series.members[fault.at - 1];
  if (member === undefined || before === undefined) return true;
  if (series.family === 'shouxian') {
    return fault.kind === 'wrong' || CARRIES_ON.test(textBetween(before, member, paragraphs));
  }
  if (fault.kind === 'double' || fault.kind === 'swap') return false;
  const between = textBetween(before, member, paragraphs);
  return OMISSION.test(between) || countsOn(between, fault.expected, member);
}

/**
 * Whether the missing ordinal stands between the two in another form: 第三、其三、三个是、再次. For ordinals that open
 * paragraphs only openings of paragraphs count, since a list inside an item counts on its own; for headings, only
 * their own ordinal mistyped (二，总体要求).
 */
function countsOn(between: string, value: number, { marker }: Member): boolean {
  const number = `(?:${hanNumeral(value)}|${value})`;
  if (OUTLINE.includes(marker.family)) {
    const mistyped =
      marker.family === 'hanParen' || marker.family === 'arabicParen' ? '[)）]' : '[,，:：.．、\\s]';
    const opens = (numeral: string): boolean =>
      new RegExp(`${LINE_START}${numeral}${mistyped}(?![0-9])`, 'mu').test(between);
    const [own, other] = marker.family.startsWith('han') ? [hanNumeral, String] : [String, hanNumeral];
    const tells = (numeral: string): boolean => new RegExp(`${LINE_START}第${numeral}`, 'mu').test(between);
    // 2. after a 1., and 第二面镜子 after 第一面镜子, belong to a list below the heading, and are no 二、 mistyped.
    return (
      (tells(number) && !tells('[一1]')) || opens(own(value)) || (opens(other(value)) && !opens(other(1)))
    );
  }
  const word = ['首先', '其次', '再次'][value - 1];
  const forms =
    `(?:第${number}|其${number}|[（(]${number}[)）]|` +
    `${number}(?:[.．、，](?![0-9])|个?是|个?要|条是|来|则|为|在|靠|抓|讲|看)` +
    `${word === undefined ? '' : `|${word}[，,是要]`})`;
  const start = marker.place === 'paragraph' ? LINE_START : CLAUSE_START;
  return new RegExp(start + forms, 'mu').test(between);
}

function misreadFirst({ family, members }: Series, paragraphs: readonly Paragraph[]): boolean {
  const [first] = members;
  if (first === undefined) return true;
  const { paragraph, marker } = first;
  // 第二 or 2. alone often follows a first point that is told without a number; 二是 and 二要 do not.
  const strict = ['shi', 'yao', 'hanDot', 'hanParen'].includes(family);
  if (members.length === 1 && (!strict || marker.place === 'clause')) return true;
  if (FIRST_IN_CLAUSE.test(paragraph.text.slice(0, marker.start))) return true;
  // Within a paragraph, 第二是乙，第三是丙 may rank what comes after a first that is told before.
  if (marker.place !== 'paragraph') return family === 'di' || family === 'qi';
  const outline = OUTLINE.includes(family);
  for (let i = paragraph.index - 1; i >= 0 && i >= paragraph.index - REACH; i--) {
    const before = paragraphs[i];
    if (before === undefined) break;
    if (outline) {
      if (FIRST_MISTYPED.test(before.text)) return true;
      continue;
    }
    // A heading ends the search; the paragraph right before an item may hold the first point anywhere.
    if (before.kind === 'heading') break;
    if (FIRST_IN_LINE.test(before.text)) return true;
    if (i === paragraph.index - 1 && FIRST_IN_CLAUSE.test(before.text)) return true;
  }
  return false;
}

function textBetween(before: Member, member: Member, paragraphs: readonly Paragraph[]): string {
  if (before.paragraph === member.paragraph) {
    return member.paragraph.text.slice(before.marker.end, member.marker.start);
  }
  const inside = paragraphs.slice(before.paragraph.index + 1, member.paragraph.index).map(({ text }) => text);
  return [
    // Without its own opening, which is no opening of a paragraph any more.
    ` ${before.paragraph.text.slice(before.marker.end)}`,
    ...inside,
    member.paragraph.text.slice(0, member.marker.start),
  ].join('\n');
}
