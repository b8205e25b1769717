import { checkDraft } from '../../../server/src/core/check.js';
import type { Finding } from '../../../server/src/core/finding.js';
import type { ReportContext, ReportedFile, ReportText } from '../../../server/src/core/report/reportText.js';
import type { Language } from '../../../server/src/core/localized.js';

/** A report of a run in /讲话 稿/. */
export function context(language: Language = 'zh'): ReportContext {
  const root = new URL('file:///讲话 稿/').href;
  return { language, version: '1.2.3', root, uriOf: (path) => new URL(encodeURI(path), root).href };
}

/** A draft that was really checked. */
export function checked(path: string, text: string, language: Language = 'zh'): ReportedFile {
  const format = path.endsWith('.md') ? 'markdown' : 'plain';
  return {
    path,
    encoding: 'utf-8',
    places: 'lines',
    result: checkDraft(text, { format, language }),
    fixed: 0,
  };
}

/** A draft with findings as they are given, at the beginning of the text. */
export function withFindings(
  path: string,
  text: string,
  findings: readonly Partial<Finding>[],
): ReportedFile {
  const file = checked(path, text);
  const finding: Finding = {
    rule: 'stray-space',
    severity: 'warning',
    message: '这里多了空格。',
    span: { start: 0, end: 1 },
    related: [],
    fixes: [],
  };
  return { ...file, result: { ...file.result, findings: findings.map((part) => ({ ...finding, ...part })) } };
}

/** The whole of a report. */
export function reportOf(
  report: ReportText,
  files: readonly ReportedFile[],
  errors: readonly (readonly [path: string, reason: string])[] = [],
): string {
  return [
    report.start(),
    ...files.map((file) => report.file(file)),
    ...errors.map(([path, reason]) => report.error(path, reason)),
    report.end(),
  ].join('');
}
