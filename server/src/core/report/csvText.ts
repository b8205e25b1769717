import type { Language, Localized } from '../localized.js';
import { rules } from '../rules/registry.js';
import { LineIndex } from '../text/lines.js';
import type { ReportContext, ReportText } from './reportText.js';
import { REPORT_WORDS } from './words.js';

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['稿子', '行', '列', '轻重', '规则', '问题'],
  en: ['Draft', 'Line', 'Column', 'Severity', 'Rule', 'Finding'],
};

const NOT_READ: Localized = { zh: '没能读取', en: 'not read' };

/**
 * A table for spreadsheets, a finding a row, as RFC 4180 has it. It begins with a byte-order mark, without which Excel
 * takes Chinese for another encoding. A line of a Word document is a paragraph.
 */
export function createCsvText({ language }: ReportContext): ReportText {
  const words = REPORT_WORDS[language];
  const titles = new Map(rules.map(({ id, title }) => [id, title[language]]));
  return {
    start: () => `\ufeff${row(HEADINGS[language])}`,
    file: ({ path, result }) => {
      const lines = new LineIndex(result.draft.text);
      return result.findings
        .map(({ rule, severity, message, span }) => {
          const { line, column } = lines.positionAt(span.start);
          return row([path, line, column, words.severities[severity], titles.get(rule) ?? rule, message]);
        })
        .join('');
    },
    error: (path, reason) => row([path, '', '', NOT_READ[language], '', reason]),
    end: () => '',
  };
}

function row(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Spreadsheets take what begins like a formula for one, even within quotation marks; some in full width too. */
function cell(value: string | number): string {
  const text =
    typeof value === 'string' && /^[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
