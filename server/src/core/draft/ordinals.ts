import type { Edit } from '../finding.js';
import { hanNumeral } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import type { Member } from './enumerations.js';

/** The edit that gives a member another value in its own writing; undefined beyond what that can write. */
export function renumber(member: Member, value: number): Edit | undefined {
  const { paragraph } = member;
  const numeral = numeralOf(member);
  const text = writtenAs(paragraph.text.slice(numeral.start, numeral.end), value);
  return text === undefined ? undefined : { span: paragraph.span(numeral.start, numeral.end), text };
}

/** The ordinal as a writer would call it: “二是”, “第二”, “（二）”, “二、”. */
export function ordinalOf(member: Member): string {
  const place = labelOf(member);
  return member.paragraph.text.slice(place.start, place.end);
}

/** What the member would be called if it had the value. */
export function ordinalAs(member: Member, value: number): string {
  const place = labelOf(member);
  const numeral = numeralOf(member);
  const { text } = member.paragraph;
  const written = writtenAs(text.slice(numeral.start, numeral.end), value) ?? String(value);
  return text.slice(place.start, numeral.start) + written + text.slice(numeral.end, place.end);
}

/** The draft's span of the ordinal. */
export function ordinalSpan(member: Member): Span {
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
