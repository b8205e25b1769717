import { SEVERITIES, type Finding, type Severity } from '../finding.js';
import { rules } from '../rules/registry.js';
import type { Language, Localized } from '../localized.js';
import { LineIndex } from '../text/lines.js';
import { printable } from '../text/printable.js';
import { quotationOf, type Quotation } from './quotation.js';
import type { ReportContext, ReportedFile, ReportText } from './reportText.js';
import { REPORT_WORDS, type ReportWords } from './words.js';

const TITLE: Localized = { zh: '讲话稿检查结果', en: 'Check of speech drafts' };
const NONE: Localized = { zh: '没有可检查的讲话稿。', en: 'There were no drafts to check.' };
const UNREAD: Localized = { zh: '没能检查', en: 'Could not be checked' };
const SAFE: Localized = { zh: '可自动改正', en: 'can be mended by itself' };
const DRAFT: Localized = { zh: '讲话稿', en: 'Draft' };
const LENGTH: Localized = { zh: '篇幅', en: 'Length' };

/** A report for people in Markdown: an overview of all drafts first, so it is written at the end. */
export function createMarkdownText({ language }: ReportContext): ReportText {
  const words = REPORT_WORDS[language];
  const rows: string[] = [];
  const sections: string[] = [];
  const errors: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let checked = 0;
  return {
    start: () => '',
    file: (file) => {
      if (file.result.draft.chinese) checked++;
      for (const { severity } of file.result.findings) counts[severity]++;
      rows.push(rowOf(file, words));
      sections.push(sectionOf(file, language, words));
      return '';
    },
    error: (path, reason) => {
      errors.push(`- ${escaped(path)}${words.colon}${escaped(reason)}\n`);
      return '';
    },
    end: () => {
      const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
      const summary = `${words.drafts(checked)}${words.comma}${total === 0 ? words.clean : countsOf(counts, words)}${words.stop}`;
      return [
        `# ${TITLE[language]}\n`,
        rows.length + errors.length === 0 ? `${NONE[language]}\n` : `${summary}\n`,
        ...(rows.length === 0 ? [] : [overview(rows, language, words)]),
        ...(errors.length === 0 ? [] : [`## ${UNREAD[language]}\n`, errors.join('')]),
        ...sections.filter((section) => section !== ''),
      ].join('\n');
    },
  };
}

function overview(rows: readonly string[], language: Language, words: ReportWords): string {
  const severities = SEVERITIES.map((severity) => words.severities[severity]);
  const head = [DRAFT[language], LENGTH[language], ...severities];
  return `| ${head.join(' | ')} |\n| --- | --- |${' ---: |'.repeat(severities.length)}\n${rows.join('')}`;
}

function rowOf({ path, result }: ReportedFile, words: ReportWords): string {
  const counts = SEVERITIES.map((severity) => {
    const count = result.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : String(count);
  });
  return `| ${[escaped(path), lengthOf(result, words), ...counts].join(' | ')} |\n`;
}

function lengthOf({ draft, characters, minutes }: ReportedFile['result'], words: ReportWords): string {
  if (!draft.chinese) return words.notChinese;
  return characters === 0
    ? words.characters(0)
    : `${words.characters(characters)}${words.comma}${words.minutes(minutes)}`;
}

/** A draft's findings by rule; empty for a draft without any. */
function sectionOf(file: ReportedFile, language: Language, words: ReportWords): string {
  const { path, result, fixed } = file;
  if (result.findings.length === 0 && fixed === 0) return '';
  const lines = new LineIndex(result.draft.text);
  const parts = [`## ${escaped(path)}\n`];
  if (fixed > 0) parts.push(`${words.fixed(fixed)}${words.stop}\n`);
  for (const { id, title } of rules) {
    const findings = result.findings.filter(({ rule }) => rule === id);
    if (findings.length === 0) continue;
    const items = findings.map((finding) => itemOf(file, finding, lines, language));
    parts.push(`### ${title[language]} \`${id}\`\n`, items.join(''));
  }
  return parts.join('\n');
}

function itemOf(
  { places, result }: ReportedFile,
  finding: Finding,
  lines: LineIndex,
  language: Language,
): string {
  const words = REPORT_WORDS[language];
  const place = words.position(lines.positionAt(finding.span.start), places);
  const quoted = quotationOf(result.draft.text, finding);
  const quotation = quoted === undefined ? '' : ` 「${marked(quoted)}」`;
  const safe =
    places === 'lines' && finding.fixes.some((fix) => fix.safe) ? words.bracketed(SAFE[language]) : '';
  const severity = words.severities[finding.severity];
  return `- **${severity}** ${place}${words.colon}${escaped(finding.message)}${quotation}${safe}\n`;
}

/** A mark or two as code: emphasis does not begin or end beside Han characters and marks. */
function marked({ before, marked: text, after, small }: Quotation): string {
  const inner = small && text !== '' && !text.includes('`') ? `\`${text}\`` : escaped(text);
  return `${escaped(before)}${inner}${escaped(after)}`;
}

function countsOf(counts: Readonly<Record<Severity, number>>, words: ReportWords): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => words.count(counts[severity], severity))
    .join(words.comma);
}

/** Text of a line that no reader of Markdown takes for markup. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>#|~$!]/gu, '\\$&')
    .replace(/&/gu, '&amp;');
}
