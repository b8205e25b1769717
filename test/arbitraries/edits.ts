import fc from 'fast-check';
import { anyText } from './drafts.js';

/** A stretch of a text and what is put in its place. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What somebody does to a draft; `at` and `to` are shares of it, of 10,000. */
export interface SampleEdit {
  readonly does:
    | 'type'
    | 'strike'
    | 'replace'
    | 'join'
    | 'divide'
    | 'move line'
    | 'double line'
    | 'swap line ends'
    | 'clear';
  readonly at: number;
  readonly to: number;
  readonly words: string;
}

const place = fc.nat(9999);

/** Edits of single characters, of stretches and of whole lines, which put the same words in other places. */
export const sampleEdit: fc.Arbitrary<SampleEdit> = fc.record({
  does: fc.constantFrom(
    'type',
    'type',
    'strike',
    'replace',
    'join',
    'divide',
    'move line',
    'double line',
    'swap line ends',
    'clear',
  ),
  at: place,
  to: place,
  words: fc.oneof(
    fc.constantFrom('的', '要', '“', '。', '、', '\n', '一、', '\u3000', '《', '第五条'),
    anyText.map((text) => text.slice(0, 80)),
  ),
});

/** The changes that an edit makes to a text, each to what the one before left. */
export function changesOf({ does, at, to, words }: SampleEdit, text: string): TextChange[] {
  const offset = Math.floor((text.length * at) / 10_000);
  const target = Math.floor((text.length * to) / 10_000);
  const line = lineAt(text, offset);
  const start = Math.min(offset, target);
  switch (does) {
    case 'type':
      return [{ start: offset, end: offset, text: words }];
    case 'strike':
      return [{ start: offset, end: Math.min(text.length, offset + 1 + (to % 5)), text: '' }];
    case 'replace':
      return [{ start, end: Math.min(Math.max(offset, target), start + 400), text: words }];
    case 'join':
      return [{ start: line.end, end: Math.min(text.length, line.end + 1), text: '' }];
    case 'divide':
      return [{ start: offset, end: offset, text: '\n' }];
    case 'move line': {
      const rest = text.slice(0, line.start) + text.slice(line.end);
      const { start: into } = lineAt(rest, Math.min(rest.length, target));
      const moved = `${text.slice(line.start, line.end)}\n`;
      return [
        { ...line, text: '' },
        { start: into, end: into, text: moved },
      ];
    }
    case 'double line': {
      const { end: after } = lineAt(text, target);
      return [{ start: after, end: after, text: `\n${text.slice(line.start, line.end)}` }];
    }
    case 'swap line ends': {
      const crlf = text.includes('\r\n');
      const swapped = crlf ? text.replaceAll('\r\n', '\n') : text.replace(/(?<!\r)\n/gu, '\r\n');
      return [{ start: 0, end: text.length, text: swapped }];
    }
    case 'clear':
      // Rarely: there is nothing to be seen in an empty draft but what follows it.
      return to % 8 === 0 ? [{ start: 0, end: text.length, text: words }] : [];
  }
}

/** A text after a change. */
export function changed(text: string, { start, end, text: put }: TextChange): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** The line around an offset, without its end. */
function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', Math.max(start, offset));
  return { start: Math.min(start, offset), end: end < 0 ? text.length : end };
}
