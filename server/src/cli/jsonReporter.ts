import { LineIndex } from '../core/text/lines.js';
import type { Output } from './io.js';
import { jsonFinding, type JsonError, type JsonFile } from './json.js';
import type { ReportedFile, Reporter } from './reporter.js';

/**
 * Writes the JSON report, a file of the run a line. Errors stand at the report's end, and on `errorOutput` as lines
 * for people too.
 */
export function createJsonReporter(output: Output, errorOutput: Output): Reporter {
  const errors: JsonError[] = [];
  let files = 0;
  return {
    start: () => output.write('{"version":1,"files":['),
    file: async (file) => {
      await output.write(`${files++ === 0 ? '\n' : ',\n'}${JSON.stringify(jsonFile(file))}`);
    },
    error: async (path, message, line) => {
      errors.push({ path, message });
      await errorOutput.write(`${line}\n`);
    },
    end: () => output.write(`${files === 0 ? '' : '\n'}],"errors":${JSON.stringify(errors)}}\n`),
  };
}

function jsonFile({ path, encoding, result }: ReportedFile): JsonFile {
  const lines = new LineIndex(result.draft.text);
  return {
    path,
    encoding,
    characters: result.characters,
    minutes: result.minutes,
    findings: result.findings.map((finding) => jsonFinding(finding, lines)),
    ...(result.draft.chinese ? {} : { skipped: 'not-chinese' }),
  };
}
