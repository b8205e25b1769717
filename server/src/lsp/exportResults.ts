import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { isRecord } from '../core/guide/values.js';
import { TEXT_FORMATS, type TextFormat } from '../core/report/textFormats.js';
import { isTargets } from './bulkTargets.js';
import { checkTargets, type CheckedTarget } from './checkTargets.js';
import type { Feature, Server } from './feature.js';
import {
  EXPORT_RESULTS,
  type ExportResultsParams,
  type ExportResultsResult,
} from './protocol/exportResults.js';

/** Answers {@link EXPORT_RESULTS}. */
export const exportResultsFeature: Feature = {
  serve: (server) => {
    server.connection.onRequest(EXPORT_RESULTS, (params: unknown, token: CancellationToken) => {
      const format = isExportResultsParams(params) ? formatOf(params.extension) : undefined;
      return isExportResultsParams(params) && format !== undefined
        ? exportResults(params, format, token, server)
        : new ResponseError(
            ErrorCodes.InvalidParams,
            `${EXPORT_RESULTS}: targets, root or extension is wrong`,
          );
    });
  },
};

/** Checks the drafts as they are now and writes the report on them. */
async function exportResults(
  { targets, root }: ExportResultsParams,
  { create }: TextFormat,
  token: CancellationToken,
  host: Server,
): Promise<ExportResultsResult> {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  const listening = token.onCancellationRequested(() => {
    abort.abort();
  });
  const folder = URI.parse(root).fsPath;
  try {
    const { language } = await host.configuration.ofClient(root);
    const report = create({
      language,
      version: host.version,
      root: URI.file(`${folder}/`).toString(),
      uriOf: (path) => URI.file(resolve(folder, path)).toString(),
    });
    const parts = [report.start()];
    for await (const target of checkTargets(targets, host, abort.signal)) {
      const { file, language: ofDraft } = target;
      const path = pathIn(folder, target);
      if (file.failure !== undefined) {
        parts.push(report.error(path, file.failure.localized[ofDraft]));
        continue;
      }
      const encoding = file.content?.encoding ?? 'utf-8';
      const places = encoding === 'docx' ? 'paragraphs' : 'lines';
      parts.push(report.file({ path, encoding, places, result: file.result, fixed: 0 }));
    }
    parts.push(report.end());
    return abort.signal.aborted ? CANCELLED : { text: parts.join(''), cancelled: false };
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    return CANCELLED;
  } finally {
    listening.dispose();
  }
}

const CANCELLED: ExportResultsResult = { text: '', cancelled: true };

/** The path of a draft from the root on, with slashes; absolute when it lies elsewhere. */
function pathIn(folder: string, { file }: CheckedTarget): string {
  const path = relative(folder, file.path);
  const below = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return (below ? path : file.path).replaceAll(sep, '/');
}

function formatOf(extension: string): TextFormat | undefined {
  const formats: readonly TextFormat[] = Object.values(TEXT_FORMATS);
  return formats.find((format) => format.extension === extension.toLowerCase());
}

/** Whether what a client sent can be worked with. */
function isExportResultsParams(value: unknown): value is ExportResultsParams {
  return (
    isRecord(value) &&
    isTargets(value['targets']) &&
    typeof value['root'] === 'string' &&
    typeof value['extension'] === 'string'
  );
}
