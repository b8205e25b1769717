import type { OrderFault, Series } from '../../draft/enumerations.js';
import type { Paragraph } from '../../draft/model.js';
import { hanNumeral } from '../../text/numerals.js';

/** Where a clause can begin. */
const CLAUSE_START = '(?:^|[，。；：、！？,;:“‘（(\\s])';

/** A first point in other words: 首先, 第一, 一方面, 一个是, 一来 … */
const FIRST_CUE = new RegExp(
  `${CLAUSE_START}(?:首先|首要|首当其冲|先是|最|第一|其一|头一|[（(]?[1①１一][）).．、]|` +
    '一(?:是|要|则|来|方面|边|个|条|种|点|类|项|抓|靠|看|讲|在|为|以|从|对|把|怕|当|问|说|曰|即))',
  'mu',
);

/** Words that carry on 首先 without counting. */
const CARRIES_ON = new RegExp(
  `${CLAUSE_START}(?:其次|然后|接着|随后|同时|此外|另外|还有|再者|再就是|第二|二是)`,
  'mu',
);

/** How far back, in paragraphs, a first point is looked for. */
const REACH = 4;

/**
 * Whether what looks like a fault of a series is a series told in mixed words (首先…第二…, 一是…第二…三是), or one
 * whose first point is not numbered. Looks only at the text that a missing ordinal could stand in.
 */
export function misread(series: Series, fault: OrderFault, paragraphs: readonly Paragraph[]): boolean {
  if (fault.kind === 'first') return misreadFirst(series, paragraphs);
  const member = series.members[fault.at];
  const before = series.members[fault.at - 1];
  if (member === undefined || before === undefined) return true;
  const between = textBetween(before, member, paragraphs);
  if (fault.kind === 'gap' || fault.kind === 'wrong') {
    if (series.family === 'shouxian') return fault.kind === 'wrong' || CARRIES_ON.test(between);
    return countsOn(between, fault.expected);
  }
  return series.family === 'shouxian' && CARRIES_ON.test(between);
}

/** Whether a clause between the two begins with the missing numeral in another form: 第三、其三、三个是、再次. */
function countsOn(between: string, value: number): boolean {
  const han = hanNumeral(value);
  const word = ['首先', '其次', '再次'][value - 1];
  const forms = `(?:第|其|[（(])?(?:${han}(?![一二三四五六七八九十年月日天])|${value}(?![0-9]))${word === undefined ? '' : `|${word}`}`;
  return new RegExp(`${CLAUSE_START}(?:${forms})`, 'mu').test(between);
}

function misreadFirst({ family, members }: Series, paragraphs: readonly Paragraph[]): boolean {
  const [first] = members;
  if (first === undefined) return true;
  const { paragraph, marker } = first;
  // 第二 or 2. alone often follows a first point that is told without a number; 二是 and 二要 do not.
  const strict = ['shi', 'yao', 'hanDot', 'hanParen'].includes(family);
  if (members.length === 1 && (!strict || marker.place === 'clause')) return true;
  let text = paragraph.text.slice(0, marker.start);
  for (let i = paragraph.index - 1; i >= 0 && i >= paragraph.index - REACH; i--) {
    text = `${paragraphs[i]?.text ?? ''}\n${text}`;
  }
  return FIRST_CUE.test(text);
}

function textBetween(
  before: { paragraph: Paragraph; marker: { end: number } },
  member: { paragraph: Paragraph; marker: { start: number } },
  paragraphs: readonly Paragraph[],
): string {
  if (before.paragraph === member.paragraph) {
    return member.paragraph.text.slice(before.marker.end, member.marker.start);
  }
  const inside = paragraphs.slice(before.paragraph.index + 1, member.paragraph.index).map(({ text }) => text);
  return [
    before.paragraph.text.slice(before.marker.end),
    ...inside,
    member.paragraph.text.slice(0, member.marker.start),
  ].join('\n');
}
