import { seriesOf, type Member, type OrderFault, type Series } from '../draft/enumerations.js';
import { LAST } from '../draft/markers.js';
import { ordinalAs, ordinalOf, ordinalSpan, renumber } from '../draft/ordinals.js';
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
        const expected = ordinalAs(member, fault.expected);
        report({
          message: fault.kind,
          data: {
            found: ordinalOf(member),
            before: previous === undefined ? '' : ordinalOf(previous),
            expected,
            missing: missing(member, fault, '到'),
            missingEn: missing(member, fault, ' to '),
          },
          span: ordinalSpan(member),
          related: [
            ...(previous === undefined
              ? []
              : [
                  {
                    span: ordinalSpan(previous),
                    message: 'before',
                    data: { found: ordinalOf(previous) },
                  } as const,
                ]),
            ...(fault.kind === 'swap' && next !== undefined
              ? [{ span: ordinalSpan(next), message: 'after', data: { found: ordinalOf(next) } } as const]
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
    ? `${ordinalAs(member, expected)}”${to}“${ordinalAs(member, last)}`
    : ordinalAs(member, expected);
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
    return [
      {
        title: 'exchange',
        data: { found: ordinalOf(member), expected: ordinalOf(next) },
        safe: false,
        edits,
      },
    ];
  }
  const rest = series.members
    .slice(fault.at)
    .map((later, i) => ({ later, value: fault.expected + i }))
    .filter(({ later, value }) => later.marker.value !== value && later.marker.value !== LAST)
    .map(({ later, value }) => renumber(later, value));
  const one = renumber(member, fault.expected);
  const found: ReportedFix<'renumberOne' | 'renumberRest'>[] = [];
  if (one !== undefined) {
    const data = { found: ordinalOf(member), expected: ordinalAs(member, fault.expected) };
    found.push({ title: 'renumberOne', data, safe: false, edits: [one] });
  }
  if (rest.length > 1 && rest.every((edit) => edit !== undefined)) {
    found.push({ title: 'renumberRest', data: { count: rest.length }, safe: false, edits: rest });
  }
  return found;
}
