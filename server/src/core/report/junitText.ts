import type { Finding } from '../finding.js';
import { rules } from '../rules/registry.js';
import { LineIndex } from '../text/lines.js';
import { quotationOf } from './quotation.js';
import type { ReportContext, ReportedFile, ReportText } from './reportText.js';
import { REPORT_WORDS, type ReportWords } from './words.js';

/** What one test case came to. */
type Outcome = 'passed' | 'failures' | 'errors' | 'skipped';

interface TestCase {
  readonly outcome: Outcome;
  readonly xml: string;
}

/**
 * A report as JUnit writes it: a draft is a test suite, a rule with findings a test case. Errors and warnings fail the
 * case; milder findings stand in the output of a case that passes.
 */
export function createJunitText(context: ReportContext): ReportText {
  const words = REPORT_WORDS[context.language];
  const suites: string[] = [];
  const totals: Record<Outcome, number> = { passed: 0, failures: 0, errors: 0, skipped: 0 };
  const add = (path: string, cases: readonly TestCase[]): void => {
    const counts: Record<Outcome, number> = { passed: 0, failures: 0, errors: 0, skipped: 0 };
    for (const { outcome } of cases) {
      counts[outcome]++;
      totals[outcome]++;
    }
    const body = cases.map(({ xml }) => xml).join('');
    suites.push(`  <testsuite name="${attribute(path)}" ${figures(counts)}>\n${body}  </testsuite>\n`);
  };
  return {
    start: () => '',
    file: (file) => {
      add(file.path, casesOf(file, context, words));
      return '';
    },
    error: (path, reason) => {
      const error = `      <error message="${attribute(reason)}"></error>\n`;
      add(path, [testCase(path, 'wenfeng', 'errors', error)]);
      return '';
    },
    end: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="wenfeng" ${figures(totals)}>\n${suites.join('')}</testsuites>\n`,
  };
}

function figures({ passed, failures, errors, skipped }: Readonly<Record<Outcome, number>>): string {
  const tests = passed + failures + errors + skipped;
  return Object.entries({ tests, failures, errors, skipped })
    .map(([name, count]) => `${name}="${String(count)}"`)
    .join(' ');
}

function casesOf(file: ReportedFile, { language }: ReportContext, words: ReportWords): TestCase[] {
  const { path, result } = file;
  if (!result.draft.chinese) {
    const skipped = `      <skipped message="${attribute(words.notChinese)}"></skipped>\n`;
    return [testCase(path, 'wenfeng', 'skipped', skipped)];
  }
  if (result.findings.length === 0) return [testCase(path, 'wenfeng', 'passed', '')];
  const lines = new LineIndex(result.draft.text);
  return rules.flatMap(({ id, title }) => {
    const findings = result.findings.filter(({ rule }) => rule === id);
    if (findings.length === 0) return [];
    const listed = findings.map((finding) => describe(file, finding, lines, words)).join('\n');
    const worst = findings.find(({ severity }) => severity === 'error') ?? findings[0];
    const failed = findings.some(({ severity }) => severity === 'error' || severity === 'warning');
    const first = attribute(worst?.message ?? '');
    const body = failed
      ? `      <failure type="${worst?.severity ?? ''}" message="${first}">${content(listed)}</failure>\n`
      : `      <system-out>${content(listed)}</system-out>\n`;
    return [testCase(path, `${title[language]} (${id})`, failed ? 'failures' : 'passed', body)];
  });
}

function testCase(path: string, name: string, outcome: Outcome, body: string): TestCase {
  const start = `    <testcase name="${attribute(name)}" classname="${attribute(path)}"`;
  return { outcome, xml: body === '' ? `${start}/>\n` : `${start}>\n${body}    </testcase>\n` };
}

/** One finding on a line of its own. */
function describe(
  { places, result }: ReportedFile,
  finding: Finding,
  lines: LineIndex,
  words: ReportWords,
): string {
  const place = words.position(lines.positionAt(finding.span.start), places);
  const quoted = quotationOf(result.draft.text, finding);
  const quotation = quoted === undefined ? '' : ` 「${quoted.before}${quoted.marked}${quoted.after}」`;
  return `${place}${words.colon}${words.severities[finding.severity]}${words.colon}${finding.message}${quotation}`;
}

/** A value between double quotes; line ends would otherwise be read as blanks. */
function attribute(text: string): string {
  return content(text).replace(/"/gu, '&quot;').replace(/\n/gu, '&#10;').replace(/\t/gu, '&#9;');
}

/** Text between tags. What XML 1.0 cannot hold at all gives way to U+FFFD. */
function content(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/\r/gu, '&#13;');
}
