import { styleText } from 'node:util';
import type { Finding, Severity } from '../core/finding.js';
import { LineIndex } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import type { Language } from '../core/rules/rule.js';
import { CLI_MESSAGES, type CliMessages } from './messages.js';
import type { ReportedFile } from './reporter.js';

/** How many other places of a finding are named. */
const SHOWN_PLACES = 5;

/** The most characters of the draft that are quoted for a finding, and the fewest on each side of a small one. */
const QUOTED = 24;
const CONTEXT = 8;

type Style = Parameters<typeof styleText>[0];

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** Sets texts in the style of a terminal, or leaves them plain. */
export type Painter = (style: Style, text: string) => string;

/** The painter for an output: colours on a terminal only, unless NO_COLOR or FORCE_COLOR says otherwise. */
export function painterFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Painter {
  const { NO_COLOR: noColor = '', FORCE_COLOR: force = '', TERM: term = '' } = env;
  const coloured = noColor === '' && (force === '' ? isTerminal && term !== 'dumb' : force !== '0');
  return coloured ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

/** One draft in the stylish report, a line end at its end: its figures, then its findings as an editor notes them. */
export function stylishFile(file: ReportedFile, language: Language, paint: Painter): string {
  const messages = CLI_MESSAGES[language];
  const { findings, draft } = file.result;
  const heading = `${paint('bold', printable(file.path))}  ${figures(file, messages, paint)}\n`;
  if (findings.length === 0) return heading;
  const lines = new LineIndex(draft.text);
  const places = findings.map((finding) => placeOf(lines, finding.span));
  const width = Math.max(...places.map((place) => place.length));
  const severityWidth = Math.max(...findings.map((finding) => messages.severities[finding.severity].length));
  const indent = ' '.repeat(2 + width + 2);
  return (
    findings.reduce((report, finding, index) => {
      const place = (places[index] ?? '').padStart(width);
      const word = messages.severities[finding.severity];
      const severity =
        paint(SEVERITY_STYLES[finding.severity], word) + ' '.repeat(severityWidth - word.length);
      const first = `  ${place}  ${severity}  ${printable(finding.message)}  ${paint('dim', finding.rule)}\n`;
      const second = [quotation(draft.text, finding, paint), otherPlaces(finding, lines, messages, paint)]
        .filter((part) => part !== '')
        .join('  ');
      return report + first + (second === '' ? '' : `${indent}${second}\n`);
    }, heading) + '\n'
  );
}

function figures({ result, fixed }: ReportedFile, messages: CliMessages, paint: Painter): string {
  if (!result.draft.chinese) return paint('dim', messages.notChinese);
  return [
    paint('dim', messages.characters(result.characters)),
    ...(result.characters > 0 ? [paint('dim', messages.minutes(result.minutes))] : []),
    ...(fixed > 0 ? [paint('green', messages.fixed(fixed))] : []),
    ...(result.findings.length === 0 ? [paint('green', messages.clean)] : []),
  ].join(paint('dim', ' · '));
}

function placeOf(lines: LineIndex, span: Span): string {
  const { line, column } = lines.positionAt(span.start);
  return `${String(line)}:${String(column)}`;
}

function otherPlaces({ related }: Finding, lines: LineIndex, messages: CliMessages, paint: Painter): string {
  if (related.length === 0) return '';
  const shown = related.slice(0, SHOWN_PLACES).map((place) => placeOf(lines, place.span));
  return paint('dim', messages.seeAlso(shown, related.length - shown.length));
}

/**
 * The words that a finding is about, so that they can be looked for in any other program: its beginning, or, where
 * it is a mark or two, what stands around it. Empty when the message quotes the words itself.
 */
function quotation(text: string, { span, message }: Finding, paint: Painter): string {
  const marked = beginning(text.slice(span.start, span.end), QUOTED);
  if (marked.text.length >= CONTEXT) {
    return message.includes(marked.text)
      ? ''
      : paint('dim', `「${printable(marked.text)}${marked.cut ? '…' : ''}」`);
  }
  const before = lastLine(text.slice(Math.max(0, span.start - CONTEXT), span.start));
  const after = beginning(text.slice(span.end), CONTEXT).text;
  // A blank between Han characters would not be seen.
  const inner = printable(text.slice(span.start, span.end)).replace(/[\s\u200B\u2060\uFEFF]/gu, '␣');
  return (
    paint('dim', `「${printable(before)}`) + paint('underline', inner) + paint('dim', `${printable(after)}」`)
  );
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

/** Without characters that would steer the terminal or turn the direction of writing. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
