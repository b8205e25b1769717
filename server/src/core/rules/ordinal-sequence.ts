import { seriesOf, type Member, type OrderFault, type Series } from '../draft/enumerations.js';
import { LAST } from '../draft/markers.js';
import type { Edit } from '../finding.js';
import { hanNumeral } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { misread } from './ordinal-sequence/misread.js';
import { defineRule, type ReportedFix } from './rule.js';

/** An ordinal that is lost, doubled or out of its place in headings, items or within a paragraph. */
export const ordinalSequence = defineRule({
  id: 'ordinal-sequence',
  title: { zh: '序号跳号、重号', en: 'Ordinal missing or doubled' },
  reason: {
    zh: '剪贴改稿最容易丢号、重号，念出来“一是、三是”，听的人马上就会发现。',
    en: 'Cutting and pasting loses or doubles ordinals, and listeners notice at once when the second point is missing.',
  },
  norm: {
    level: 'national-standard',
    source: {
      zh: 'GB/T 15834-2011 附录B.3（序次语的用法）；《党政机关公文格式》（GB/T 9704-2012，条款未核对）',
      en: 'GB/T 15834-2011, B.3 (use of ordinals); GB/T 9704-2012 (layout of official documents, clause unchecked)',
    },
  },
  severity: 'error',
  fix: 'suggested',
  needsWords: false,
  options: {},
  messages: {
    gap: {
      zh: '这里是“{found}”，前面是“{before}”，中间缺“{missing}”，请补上或改号。',
      en: 'This is “{found}” after “{before}”; “{missingEn}” missing: add or renumber.',
    },
    double: {
      zh: '这里又是“{found}”，前面已经有“{before}”，应为“{expected}”，请改号。',
      en: '“{found}” comes twice; this one should be “{expected}”.',
    },
    wrong: {
      zh: '这里是“{found}”，前面是“{before}”，应为“{expected}”，请改号。',
      en: 'This is “{found}” after “{before}”; it should be “{expected}”.',
    },
    swap: {
      zh: '“{found}”排到了“{expected}”前面，请对调序号。',
      en: '“{found}” stands before “{expected}”; exchange the two.',
    },
    first: {
      zh: '这里是“{found}”，前面没有“{missing}”，请补上或改号。',
      en: 'This is “{found}”, but there is no “{missingEn}” before it; add it or renumber.',
    },
    before: { zh: '前面的“{found}”', en: '“{found}” before it' },
    after: { zh: '后面的“{found}”', en: '“{found}” after it' },
    renumberOne: { zh: '把“{found}”改为“{expected}”', en: 'Change “{found}” to “{expected}”' },
    renumberRest: { zh: '从这里起依次改号（共 {count} 处）', en: 'Renumber from here on ({count} places)' },
    exchange: { zh: '对调“{found}”和“{expected}”', en: 'Exchange “{found}” and “{expected}”' },
  },
  check({ draft, report }) {
    for (const series of seriesOf(draft)) {
      for (const fault of series.faults) {
        const member = series.members[fault.at];
        if (member === undefined || misread(series, fault, draft.paragraphs)) continue;
        const previous = series.members[fault.at - 1];
        const next = series.members[fault.at + 1];
        const expected = nameAs(member, fault.expected);
        report({
          message: fault.kind,
          data: {
            found: name(member),
            before: previous === undefined ? '' : name(previous),
            expected,
            missing: missing(member, fault, '到'),
            missingEn: missing(member, fault, ' to '),
          },
          span: placeOf(member),
          related: [
            ...(previous === undefined
              ? []
              : [{ span: placeOf(previous), message: 'before', data: { found: name(previous) } } as const]),
            ...(fault.kind === 'swap' && next !== undefined
              ? [{ span: placeOf(next), message: 'after', data: { found: name(next) } } as const]
              : []),
          ],
          fixes: fixes(series, fault),
        });
      }
    }
  },
});

/** The ordinals that a gap leaves out: “三是” or “三是”到“五是”. */
function missing(member: Member, { expected }: OrderFault, to: string): string {
  const last = member.marker.value - 1;
  return last > expected
    ? `${nameAs(member, expected)}”${to}“${nameAs(member, last)}`
    : nameAs(member, expected);
}

function fixes(
  series: Series,
  fault: OrderFault,
): ReportedFix<'renumberOne' | 'renumberRest' | 'exchange'>[] {
  const member = series.members[fault.at];
  if (member === undefined) return [];
  if (fault.kind === 'swap') {
    const next = series.members[fault.at + 1];
    const edits = [renumber(member, fault.expected), next && renumber(next, member.marker.value)];
    if (next === undefined || !edits.every((edit) => edit !== undefined)) return [];
    return [{ title: 'exchange', data: { found: name(member), expected: name(next) }, safe: false, edits }];
  }
  const rest = series.members
    .slice(fault.at)
    .map((later, i) => ({ later, value: fault.expected + i }))
    .filter(({ later, value }) => later.marker.value !== value && later.marker.value !== LAST)
    .map(({ later, value }) => renumber(later, value));
  const one = renumber(member, fault.expected);
  const found: ReportedFix<'renumberOne' | 'renumberRest'>[] = [];
  if (one !== undefined) {
    const data = { found: name(member), expected: nameAs(member, fault.expected) };
    found.push({ title: 'renumberOne', data, safe: false, edits: [one] });
  }
  if (rest.length > 1 && rest.every((edit) => edit !== undefined)) {
    found.push({ title: 'renumberRest', data: { count: rest.length }, safe: false, edits: rest });
  }
  return found;
}

function renumber(member: Member, value: number): Edit | undefined {
  const { paragraph } = member;
  const numeral = numeralOf(member);
  const text = writtenAs(paragraph.text.slice(numeral.start, numeral.end), value);
  return text === undefined ? undefined : { span: paragraph.span(numeral.start, numeral.end), text };
}

/** The ordinal as a writer would call it: “二是”, “第二”, “（二）”, “二、”. */
function name(member: Member): string {
  const place = labelOf(member);
  return member.paragraph.text.slice(place.start, place.end);
}

/** What the member would be called if it had the value. */
function nameAs(member: Member, value: number): string {
  const place = labelOf(member);
  const numeral = numeralOf(member);
  const { text } = member.paragraph;
  const written = writtenAs(text.slice(numeral.start, numeral.end), value) ?? String(value);
  return text.slice(place.start, numeral.start) + written + text.slice(numeral.end, place.end);
}

/** The draft's span of the ordinal. */
function placeOf(member: Member): Span {
  const place = labelOf(member);
  return member.paragraph.span(place.start, place.end);
}

/** The marker without the comma or colon after it; the marks of 一、 1. and （一） belong to the ordinal. */
function labelOf({ paragraph, marker }: Member): Span {
  const { start, end } = marker;
  if (marker.family === 'hanDot' || marker.family === 'arabicDot') return { start, end };
  if (marker.family === 'shouxian') return { start, end: start + 2 };
  const label = paragraph.text.slice(start, end).replace(/[，,、：]$/u, '');
  return { start, end: start + label.length };
}

function numeralOf(member: Member): Span {
  const { marker } = member;
  return marker.family === 'shouxian' ? labelOf(member) : marker.numeral;
}

/** The value in the writing of another numeral: 四 → 三, 4 → 3, ④ → ③, 再次 → 其次; undefined beyond what it can write. */
function writtenAs(numeral: string, value: number): string | undefined {
  if (/^[0-9]+$/u.test(numeral)) return String(value);
  if (/^[０-９]+$/u.test(numeral)) {
    return String(value).replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  if (/^[①-⑩]$/u.test(numeral)) return '①②③④⑤⑥⑦⑧⑨⑩'.charAt(value - 1) || undefined;
  if (/^[首其再最]/u.test(numeral)) return ['首先', '其次', '再次'][value - 1];
  return hanNumeral(value);
}
