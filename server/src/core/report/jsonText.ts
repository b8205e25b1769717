import { LineIndex } from '../text/lines.js';
import { jsonFinding, type JsonError, type JsonFile } from './json.js';
import type { ReportedFile, ReportText } from './reportText.js';

/** The JSON report, a file of the run a line; errors stand at its end. */
export function createJsonText(): ReportText {
  const errors: JsonError[] = [];
  let files = 0;
  return {
    start: () => '{"version":1,"files":[',
    file: (file) => `${files++ === 0 ? '\n' : ',\n'}${JSON.stringify(jsonFile(file))}`,
    error: (path, message) => {
      errors.push({ path, message });
      return '';
    },
    end: () => `${files === 0 ? '' : '\n'}],"errors":${JSON.stringify(errors)}}\n`,
  };
}

function jsonFile({ path, encoding, places, result }: ReportedFile): JsonFile {
  const lines = new LineIndex(result.draft.text);
  return {
    path,
    encoding,
    characters: result.characters,
    minutes: result.minutes,
    findings: result.findings.map((finding) => jsonFinding(finding, lines)),
    ...(result.draft.chinese ? {} : { skipped: 'not-chinese' }),
    ...(places === 'lines' ? {} : { places }),
  };
}
