import { styleText } from 'node:util';
import type { Finding, Severity } from '../core/finding.js';
import { quotationOf } from '../core/report/quotation.js';
import type { ReportedFile } from '../core/report/reportText.js';
import { LineIndex } from '../core/text/lines.js';
import { printable } from '../core/text/printable.js';
import type { Span } from '../core/text/span.js';
import type { Language } from '../core/localized.js';
import { displayWidth } from './displayWidth.js';
import { CLI_MESSAGES, type CliMessages } from './messages.js';

/** How many other places of a finding are named. */
const SHOWN_PLACES = 5;

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
  const places = findings.map((finding) => placeOf(lines, finding.span, file, messages));
  const width = Math.max(...places.map(displayWidth));
  const severityWidth = Math.max(...findings.map((finding) => messages.severities[finding.severity].length));
  const indent = ' '.repeat(2 + width + 2);
  return (
    findings.reduce((report, finding, index) => {
      const place = padded(places[index] ?? '', width);
      const word = messages.severities[finding.severity];
      const severity =
        paint(SEVERITY_STYLES[finding.severity], word) + ' '.repeat(severityWidth - word.length);
      const first = `  ${place}  ${severity}  ${printable(finding.message)}  ${paint('dim', finding.rule)}\n`;
      const second = [
        quotation(draft.text, finding, paint),
        otherPlaces(finding, file, lines, messages, paint),
      ]
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

function placeOf(lines: LineIndex, span: Span, { places }: ReportedFile, messages: CliMessages): string {
  const position = lines.positionAt(span.start);
  if (places === 'paragraphs') return messages.position(position, places);
  return `${String(position.line)}:${String(position.column)}`;
}

function padded(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

function otherPlaces(
  { related }: Finding,
  file: ReportedFile,
  lines: LineIndex,
  messages: CliMessages,
  paint: Painter,
): string {
  if (related.length === 0) return '';
  const shown = related.slice(0, SHOWN_PLACES).map((place) => placeOf(lines, place.span, file, messages));
  return paint('dim', messages.seeAlso(shown, related.length - shown.length));
}

/** The words that a finding is about; empty when the message quotes them itself. */
function quotation(text: string, finding: Finding, paint: Painter): string {
  const quoted = quotationOf(text, finding);
  if (quoted === undefined) return '';
  const { before, marked, after, small } = quoted;
  return (
    paint('dim', `「${before}`) + paint(small ? 'underline' : 'dim', marked) + paint('dim', `${after}」`)
  );
}
