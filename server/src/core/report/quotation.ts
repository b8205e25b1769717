import type { Finding } from '../finding.js';
import { printable } from '../text/printable.js';

/** The most characters of the draft that are quoted for a finding, and the fewest on each side of a small one. */
const QUOTED = 24;
const CONTEXT = 8;

/** What is quoted is looked for in so many code units: a finding, or the line that it is in, may be as long as a book. */
const LOOKED_AT = 400;

/** The words of a draft that a finding is about, all of them printable. */
export interface Quotation {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Whether what is marked is too small to be known without what stands around it. */
  readonly small: boolean;
}

/**
 * The words that a finding is about, so that they can be looked for in any other program: its beginning, or, where
 * it is a mark or two, what stands around it. Undefined when the message quotes the words itself.
 */
export function quotationOf(text: string, { span, message }: Finding): Quotation | undefined {
  const marked = beginning(text.slice(span.start, Math.min(span.end, span.start + LOOKED_AT)), QUOTED);
  if (marked.text.length >= CONTEXT) {
    return message.includes(marked.text)
      ? undefined
      : { before: '', marked: printable(marked.text), after: marked.cut ? '…' : '', small: false };
  }
  return {
    before: printable(lastLine(text.slice(Math.max(0, span.start - CONTEXT), span.start))),
    // A blank between Han characters would not be seen.
    marked: printable(text.slice(span.start, span.end)).replace(/[\s\u200B\u2060\uFEFF]/gu, '␣'),
    after: printable(beginning(text.slice(span.end, span.end + LOOKED_AT), CONTEXT).text),
    small: true,
  };
}

/** What `text` begins with: its first line, cut to `length` characters. */
function beginning(text: string, length: number): { readonly text: string; readonly cut: boolean } {
  const all = text.trimStart();
  const line = all.split(/[\r\n]/u, 1)[0] ?? '';
  const shown = Array.from(line).slice(0, length).join('');
  return { text: shown, cut: shown.length < all.trimEnd().length };
}

function lastLine(text: string): string {
  return text.split(/[\r\n]/u).at(-1) ?? '';
}
