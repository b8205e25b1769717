import path from 'node:path';
import { DEFAULT_GUIDE } from '../core/guide.js';
import { reportOf } from '../core/report/draftReport.js';
import type { Language } from '../core/localized.js';
import { loadRenderer, type Renderer } from '../report/loadRenderer.js';
import type { Output } from './io.js';
import type { Reporter } from './reporter.js';
import { printable } from '../core/text/printable.js';

type ReportedDraft = Parameters<Renderer['renderFile']>[0][number];

/**
 * Writes all drafts of a run as one page, when the last is checked: its list of drafts stands first. Errors stand on
 * `errorOutput` as lines for people too.
 */
export function createHtmlReporter(
  output: Output,
  errorOutput: Output,
  options: { readonly language: Language; readonly includeText: boolean },
): Reporter {
  const drafts: ReportedDraft[] = [];
  const errors: { name: string; reason: string }[] = [];
  return {
    start: () => Promise.resolve(),
    file: ({ path: shownPath, result, guide = DEFAULT_GUIDE, segmenter }) => {
      const name = printable(shownPath.split(path.sep).join('/'));
      drafts.push({
        name,
        draft: result.draft,
        report: reportOf(result, { guide, segmenter: segmenter?.() }),
      });
      return Promise.resolve();
    },
    error: async (shownPath, reason, line) => {
      errors.push({ name: printable(shownPath), reason });
      await errorOutput.write(`${line}\n`);
    },
    end: async () => {
      const { renderFile } = await loadRenderer();
      await output.write(renderFile(drafts, { ...options, errors }));
    },
  };
}
