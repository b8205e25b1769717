import { SEVERITIES, type Severity } from '../core/finding.js';
import type { Language } from '../core/localized.js';
import type { Output } from './io.js';
import { CLI_MESSAGES } from './messages.js';
import type { Reporter } from './reporter.js';
import { stylishFile, type Painter } from './stylish.js';

/** Writes the report for people: drafts to `output` as they are checked, errors to `errorOutput`, a summary at the end. */
export function createStylishReporter(
  output: Output,
  errorOutput: Output,
  language: Language,
  paint: Painter,
): Reporter {
  const findings: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const figures = { checked: 0, notChinese: 0, fixable: 0, fixed: 0 };
  const failed = new Set<string>();
  return {
    start: () => Promise.resolve(),
    file: async (file) => {
      if (file.result.draft.chinese) figures.checked++;
      else figures.notChinese++;
      figures.fixed += file.fixed;
      for (const finding of file.result.findings) {
        findings[finding.severity]++;
        if (file.places === 'lines' && finding.fixes.some((fix) => fix.safe)) figures.fixable++;
      }
      await output.write(stylishFile(file, language, paint));
    },
    error: async (path, _reason, line) => {
      failed.add(path);
      await errorOutput.write(`${line}\n`);
    },
    end: async () => {
      if (figures.checked + figures.notChinese + failed.size === 0) return;
      const worst = SEVERITIES.find((severity) => findings[severity] > 0);
      const summary = CLI_MESSAGES[language].summary({ ...figures, failed: failed.size, findings });
      await output.write(
        `${paint(worst === 'error' || failed.size > 0 ? 'red' : worst === undefined ? 'green' : 'yellow', summary)}\n`,
      );
    },
  };
}
