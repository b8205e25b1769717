import type { Severity } from '../finding.js';
import type { Language } from '../localized.js';
import { SEVERITY_NAMES } from '../severityNames.js';
import type { LinePosition } from '../text/lines.js';
import type { ReportedFile } from './reportText.js';

/** The words that reports for people share, in one language. */
export interface ReportWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly characters: (count: number) => string;
  readonly minutes: (minutes: number) => string;
  readonly clean: string;
  readonly notChinese: string;
  readonly fixed: (count: number) => string;
  readonly drafts: (count: number) => string;
  /** So many findings of a severity. */
  readonly count: (count: number, severity: Severity) => string;
  readonly position: (position: LinePosition, places: ReportedFile['places']) => string;
  /** Stands between a place, or a severity, and what is said of it. */
  readonly colon: string;
  /** Stands between the parts of a sentence, and at its end. */
  readonly comma: string;
  readonly stop: string;
  readonly bracketed: (text: string) => string;
}

const zh: ReportWords = {
  severities: severityNames('zh'),
  characters: (count) => `${String(count)} 字`,
  minutes: (minutes) => (minutes < 1 ? '不到 1 分钟' : `约 ${String(Math.round(minutes))} 分钟`),
  clean: '没有发现问题',
  notChinese: '不是中文稿，未检查',
  fixed: (count) => `已改 ${String(count)} 处`,
  drafts: (count) => `共检查 ${String(count)} 篇`,
  count: (count, severity) => `${String(count)} 个${zh.severities[severity]}`,
  position: ({ line, column }, places) =>
    places === 'lines' ? `第 ${String(line)} 行第 ${String(column)} 列` : `第 ${String(line)} 段`,
  colon: '：',
  comma: '，',
  stop: '。',
  bracketed: (text) => `（${text}）`,
};

const en: ReportWords = {
  // Short, since it stands before every finding of a terminal's report.
  severities: { ...severityNames('en'), information: 'info' },
  characters: (count) => plural(count, 'character'),
  minutes: (minutes) => (minutes < 1 ? 'under a minute' : `about ${plural(Math.round(minutes), 'minute')}`),
  clean: 'nothing found',
  notChinese: 'not Chinese prose, not checked',
  fixed: (count) => `${String(count)} fixed`,
  drafts: (count) => `${plural(count, 'draft')} checked`,
  count: (count, severity) => plural(count, en.severities[severity]),
  position: ({ line, column }, places) =>
    places === 'lines' ? `line ${String(line)}, column ${String(column)}` : `paragraph ${String(line)}`,
  colon: ': ',
  comma: ', ',
  stop: '.',
  bracketed: (text) => ` (${text})`,
};

/** The words of reports by language. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { zh, en };

function severityNames(language: Language): ReportWords['severities'] {
  const { error, warning, information, hint } = SEVERITY_NAMES;
  return {
    error: error[language],
    warning: warning[language],
    information: information[language],
    hint: hint[language],
  };
}

/** A count with its noun in English. */
export function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 || noun === 'info' ? '' : 's'}`;
}
