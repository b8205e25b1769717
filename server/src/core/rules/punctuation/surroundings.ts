import type { Paragraph, Prose } from '../../draft/model.js';
import { isHanCode } from '../../text/characters.js';

const CHINESE_MARKS = new Set('，。、；：！？“”‘’（）《》〈〉【】「」『』—…·');

/** Whether the character is Han or a Chinese mark: what stands beside it is set as Chinese. */
export function isChineseChar(char: string): boolean {
  return char !== '' && (isHanCode(char.charCodeAt(0)) || CHINESE_MARKS.has(char));
}

/** Whether the character at `at` stands inside a quotation or a title with both its marks. */
export function isQuoted({ analysis }: Prose, at: number): boolean {
  return analysis.quotations.some(({ start, end }) => start < at && at < end - 1);
}

/** The paragraph's text from the last pausing or closing mark before `at` up to `at`. */
export function memberBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && !PAUSES.has(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

const PAUSES = new Set('，。、；：！？…—“”‘’（）《》');

/**
 * Whether the stretch stands in the draft as it stands in the prose: no syntax and no line end lies inside it, so
 * that replacing it spoils nothing.
 */
export function isUnbroken(paragraph: Paragraph, start: number, end: number): boolean {
  const span = paragraph.span(start, end);
  return span.end - span.start === end - start;
}
