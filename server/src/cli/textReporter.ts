import type { ReportText } from '../core/report/reportText.js';
import type { Output } from './io.js';
import type { Reporter } from './reporter.js';

/** Writes a report that is text alone; errors stand on `errorOutput` as lines for people too. */
export function createTextReporter(text: ReportText, output: Output, errorOutput: Output): Reporter {
  const write = async (part: string): Promise<void> => {
    if (part !== '') await output.write(part);
  };
  return {
    start: () => write(text.start()),
    file: (file) => write(text.file(file)),
    error: async (path, reason, line) => {
      await write(text.error(path, reason));
      await errorOutput.write(`${line}\n`);
    },
    end: () => write(text.end()),
  };
}
