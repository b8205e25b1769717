import type { Finding, Severity } from '../finding.js';
import { rules } from '../rules/registry.js';
import { LineIndex } from '../text/lines.js';
import { placeUri } from './placeUri.js';
import type { ReportContext, ReportedFile, ReportText } from './reportText.js';
import { REPORT_WORDS } from './words.js';

type Command = 'error' | 'warning' | 'notice';

const COMMANDS: Readonly<Record<Severity, Command>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, one a line, which show as annotations of the lines they name. */
export function createGithubText(context: ReportContext): ReportText {
  const words = REPORT_WORDS[context.language];
  const titles = new Map(rules.map(({ id, title }) => [id, title[context.language]]));
  const fileOf = (path: string): string => {
    const { uri, relative } = placeUri(path, context);
    return relative ? uri.split('/').map(decodeURIComponent).join('/') : path;
  };
  const annotation = ({ path, places }: ReportedFile, finding: Finding, lines: LineIndex): string => {
    const start = lines.positionAt(finding.span.start);
    const end = lines.positionAt(finding.span.end);
    const title = `${titles.get(finding.rule) ?? ''} (${finding.rule})`;
    const name = COMMANDS[finding.severity];
    if (places === 'paragraphs') {
      const message = `${words.position(start, places)}${words.colon}${finding.message}`;
      return command(name, { file: fileOf(path), title }, message);
    }
    const lineRange = { line: start.line, endLine: end.line };
    // GitHub refuses columns of a finding that goes over a line's end.
    const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
    return command(name, { file: fileOf(path), ...lineRange, ...columns, title }, finding.message);
  };
  return {
    start: () => '',
    file: (file) => {
      const lines = new LineIndex(file.result.draft.text);
      return file.result.findings.map((finding) => annotation(file, finding, lines)).join('');
    },
    error: (path, reason) => command('error', { file: fileOf(path) }, reason),
    end: () => '',
  };
}

/** One workflow command with its line end. */
function command(
  name: Command,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const named = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${named.join(',')}::${data(message)}\n`;
}

/** As the runner reads it back: a percent sign, and what would end the line. */
function data(text: string): string {
  return text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
}

/** Beside that what would end a property. */
function property(text: string): string {
  return data(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C');
}
