import type { DocumentUri } from 'vscode-languageserver';
import { request } from './message.js';

/** Client → server request, cancellable: the report on drafts, open or not, as the text of a file. */
export const EXPORT_RESULTS = request<ExportResultsParams, ExportResultsResult>('wenfeng/exportResults');
export interface ExportResultsParams {
  /** Single files. */
  readonly targets: readonly DocumentUri[];
  /** The folder that the paths in the report start from. */
  readonly root: DocumentUri;
  /** Of the file that the report goes to, with its dot: it tells the form of the report. */
  readonly extension: string;
}
export interface ExportResultsResult {
  /** Empty when cancelled. */
  readonly text: string;
  readonly cancelled: boolean;
}
