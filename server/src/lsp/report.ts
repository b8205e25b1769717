import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { isRecord } from '../core/guide/values.js';
import { reportOf, type DraftReport, type NothingToReport } from '../core/report/draftReport.js';
import { loadRenderer } from '../report/loadRenderer.js';
import type { Checked } from './checker.js';
import { toRange } from './convert.js';
import type { Feature } from './feature.js';
import {
  REPORT,
  REPORT_FILE,
  writePlace,
  type ReportFileResult,
  type ReportResult,
} from './protocol/report.js';

/** The least and the most room for a chart, in pixels. */
const NARROWEST = 320;
const WIDEST = 1200;

/** Answers {@link REPORT} and {@link REPORT_FILE}. What shows a report is loaded when the first is asked for. */
export const reportFeature: Feature = {
  serve: ({ connection, answer }) => {
    connection.onRequest(REPORT, async (params: unknown): Promise<ReportResult | ResponseError> => {
      const { uri, width } = isRecord(params) ? params : {};
      if (typeof uri !== 'string' || typeof width !== 'number' || !Number.isFinite(width))
        return wrong(REPORT);
      const { renderPanel } = await loadRenderer();
      const room = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
      return answer<ReportResult>(uri, { state: 'closed' }, (checked) => {
        const report = reportOn(checked);
        if (report === undefined) return { state: 'disabled' };
        const { document, settings } = checked;
        const placeOf = (span: Parameters<typeof toRange>[1]): string => writePlace(toRange(document, span));
        return {
          state: 'ready',
          parts: renderPanel(report, { language: settings.language, width: room, placeOf }),
        };
      });
    });
    connection.onRequest(REPORT_FILE, async (params: unknown): Promise<ReportFileResult | ResponseError> => {
      const { uri, name, includeText } = isRecord(params) ? params : {};
      if (typeof uri !== 'string' || typeof name !== 'string' || typeof includeText !== 'boolean') {
        return wrong(REPORT_FILE);
      }
      const { renderFile } = await loadRenderer();
      return answer<ReportFileResult>(uri, {}, (checked) => {
        const report = reportOn(checked);
        const draft = checked.result?.draft;
        if (report === undefined || draft === undefined) return {};
        const { language } = checked.settings;
        return { html: renderFile([{ name, draft, report }], { language, includeText }) };
      });
    });
  },
};

function reportOn({ result, settings, segmenter }: Checked): DraftReport | NothingToReport | undefined {
  return result === undefined ? undefined : reportOf(result, { guide: settings.guide, segmenter });
}

function wrong(name: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, `${name}: the parameters are wrong`);
}
