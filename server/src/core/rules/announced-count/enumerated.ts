import type { Prose } from '../../draft/model.js';
import { perParagraph } from '../../draft/perParagraph.js';
import type { Span } from '../../text/span.js';
import { numberPhrasesIn, type Announcement, type Mismatch, type NumberPhrase } from './announcements.js';

/** Members of an enumeration are names or short phrases; longer ones are clauses with 、 of their own. */
const MEMBER_MAX = 10;

/** A count this far from the enumeration counts something else. */
const NEAR = 2;

/** What may join the last two members; whether it does or stands inside a member cannot be told. */
const JOINS = /(?:以及|和|与|及|跟|同)/gu;

/** “对标看齐、知行合一”这两个关键; 招商、项目、环境三件大事; 处理好三个关系：A、B、C。 */
export function* checkEnumerated(
  announcements: readonly (readonly Announcement[])[],
  settled: ReadonlySet<Announcement>,
): Generator<Mismatch> {
  for (const own of announcements) {
    const [first] = own;
    if (first === undefined) continue;
    for (const { phrase, items, direction } of miscounted(first.paragraph)) {
      const announcement = own[phrase];
      if (announcement === undefined || settled.has(announcement)) continue;
      const { paragraph } = announcement;
      yield {
        announcement,
        count: items.length,
        direction,
        items: items.map(({ start, end }) => paragraph.span(start, end)),
        names: items.map(({ start, end }) => paragraph.text.slice(start, end).replace(/[“”]/gu, '')),
      };
    }
  }
}

/** The members of an enumeration beside a number phrase, which are more or fewer than it says. */
interface Miscounted {
  /** The index of the phrase in its paragraph. */
  readonly phrase: number;
  readonly items: readonly Span[];
  readonly direction: 'after' | 'before';
}

const NONE: readonly Miscounted[] = [];

const miscounted = perParagraph((paragraph): readonly Miscounted[] => {
  const found: Miscounted[] = [];
  numberPhrasesIn(paragraph).forEach((phrase, index) => {
    if (phrase.value < 2) return;
    const before = quotedBefore(paragraph, phrase) ?? listedBefore(paragraph, phrase);
    const enumeration = before ?? listedAfter(paragraph, phrase);
    if (enumeration === undefined) return;
    const { items, least, most } = enumeration;
    if ((phrase.value >= least && phrase.value <= most) || least !== most) return;
    if (Math.abs(phrase.value - items.length) > NEAR) return;
    found.push({ phrase: index, items, direction: before === undefined ? 'after' : 'before' });
  });
  return found.length === 0 ? NONE : found;
});

/** An enumeration whose members number between `least` and `most`. */
interface Enumeration {
  readonly items: readonly Span[];
  readonly least: number;
  readonly most: number;
}

/** A quotation or a row of quotations right before the number: “甲、乙”这两个关键. */
function quotedBefore(
  { text, analysis }: Prose,
  { start, unit, label }: NumberPhrase,
): Enumeration | undefined {
  if (unit === '' || /^(?:大?字|词)/u.test(label)) return undefined;
  const end = text.slice(start - 1, start) === '这' ? start - 1 : start;
  const row: Span[] = [];
  let edge = end;
  const { quotations } = analysis;
  for (let i = quotations.length - 1; i >= 0; i--) {
    const quotation = quotations[i];
    if (quotation === undefined) continue;
    if (quotation.open !== '“' || quotation.end > edge) continue;
    const gap = text.slice(quotation.end, edge);
    if (row.length === 0 ? gap !== '' : !/^(?:、|和|与|及|以及)?$/u.test(gap)) break;
    row.unshift(quotation);
    edge = quotation.start;
  }
  if (row.length > 1) return { items: row, least: row.length, most: row.length };
  const only = row[0];
  if (only === undefined) return undefined;
  const items = members(text, only.start + 1, only.end - 1);
  return items.length > 1 && !/[，；。]/u.test(text.slice(only.start, only.end))
    ? measure(text, items)
    : undefined;
}

/** Three members or more and the number in one breath, the number with an announcing word: 甲、乙、丙三件大事. */
function listedBefore(
  { text }: Prose,
  { start, plain, modified, unit }: NumberPhrase,
): Enumeration | undefined {
  if ((!plain || modified) && unit !== '大') return undefined;
  const end = text.slice(start - 1, start) === '这' ? start - 1 : start;
  let from = end;
  while (from > 0 && !/[，。；：！？“”‘’（）《》\s]/u.test(text.charAt(from - 1))) from--;
  const items = members(text, from, end);
  if (items.length < 3 || /等|[0-9]/u.test(text.slice(from, end))) return undefined;
  // The first member drags its verb along; the others must be short and of one make.
  const lengths = items.slice(1).map((item) => item.end - item.start);
  if (Math.max(...lengths) > 8 || Math.max(...lengths) > Math.min(...lengths) + 3) return undefined;
  return measure(text, items);
}

/** 处理好三个关系：甲、乙、丙。 or with ；: to the end of the sentence, and nothing else in it. */
function listedAfter(
  { text, analysis }: Prose,
  { end, plain, start }: NumberPhrase,
): Enumeration | undefined {
  const colon = /^[”’]?[：:]/u.exec(text.slice(end));
  if (!plain || colon === null) return undefined;
  const sentence = analysis.sentences.find((candidate) => candidate.start <= start && start < candidate.end);
  if (sentence === undefined) return undefined;
  const from = end + colon[0].length;
  let to = sentence.end;
  while (to > from && /[。！？”’\s]/u.test(text.charAt(to - 1))) to--;
  const body = text.slice(from, to);
  if (
    /等|…|[：:]/u.test(body) ||
    analysis.markers.some((marker) => marker.start >= from && marker.start < to)
  ) {
    return undefined;
  }
  if (body.includes('；')) {
    const items = divide(text, from, to, '；');
    return { items, least: items.length, most: items.length };
  }
  if (/[，,]/u.test(body) || !body.includes('、')) return undefined;
  const items = members(text, from, to);
  return items.every((item) => item.end - item.start <= MEMBER_MAX) ? measure(text, items) : undefined;
}

function members(text: string, from: number, to: number): Span[] {
  return divide(text, from, to, '、');
}

/** Each 和 between members may add one. */
function measure(text: string, items: readonly Span[]): Enumeration {
  const joins = items.reduce(
    (sum, { start, end }) => sum + (text.slice(start, end).match(JOINS)?.length ?? 0),
    0,
  );
  return { items, least: items.length, most: items.length + joins };
}

function divide(text: string, from: number, to: number, mark: string): Span[] {
  const parts: Span[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && text.charAt(i) !== mark) continue;
    if (i > start) parts.push({ start, end: i });
    start = i + 1;
  }
  return parts;
}
