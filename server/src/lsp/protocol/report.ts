import type { DocumentUri, Range } from 'vscode-languageserver';
import { request } from './message.js';

/** Client → server request: the report on an open document, to be shown in the editor. */
export const REPORT = request<ReportParams, ReportResult>('wenfeng/report');
export interface ReportParams {
  readonly uri: DocumentUri;
  /** Room for a chart, in pixels. */
  readonly width: number;
}
/** `closed` and `disabled` for a document that is not open or is left alone; there is nothing to show then. */
export type ReportResult =
  | { readonly state: 'closed' | 'disabled' }
  | { readonly state: 'ready'; readonly parts: readonly ReportPart[] };

/** A section of the report. Its id stays the same from version to version. */
export interface ReportPart {
  readonly id: string;
  /** Everything that comes from the draft is escaped. Links carry their place in `data-place`, see {@link readPlace}. */
  readonly html: string;
}

/** Client → server request: the report on an open document as one HTML file. */
export const REPORT_FILE = request<ReportFileParams, ReportFileResult>('wenfeng/reportFile');
export interface ReportFileParams {
  readonly uri: DocumentUri;
  /** What the draft is called in the file. */
  readonly name: string;
  /** Whether the draft's own words go into the file. */
  readonly includeText: boolean;
}
export interface ReportFileResult {
  /** Absent when the document is not open, or left alone by the settings. */
  readonly html?: string;
}

/** A range as a link carries it. */
export function writePlace({ start, end }: Range): string {
  return [start.line, start.character, end.line, end.character].join('.');
}

/** What {@link writePlace} wrote; undefined for anything else. */
export function readPlace(place: unknown): Range | undefined {
  const parts =
    typeof place === 'string' ? /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/u.exec(place) : null;
  if (parts === null) return undefined;
  const [line = 0, character = 0, endLine = 0, endCharacter = 0] = parts.slice(1).map(Number);
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
