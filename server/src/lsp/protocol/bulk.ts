import type { Diagnostic, DocumentUri } from 'vscode-languageserver';
import { notification, request } from './message.js';

/** Client → server request, cancellable: check the drafts below folders, or single files. */
export const BULK_CHECK = request<BulkCheckParams, BulkCheckResult>('wenfeng/bulkCheck');
export interface BulkCheckParams {
  /** Chosen by the client; comes back in every {@link BulkFileParams}. */
  readonly id: string;
  /** Folders (searched) and files (taken as they are). */
  readonly targets: readonly DocumentUri[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Larger files are named, not read. Bytes. */
  readonly maxFileSize: number;
}
export interface BulkCheckResult {
  readonly checked: number;
  readonly cancelled: boolean;
  readonly unreadable: number;
}

/** Server → client, once for each file of a bulk check, in order. */
export const BULK_FILE = notification<BulkFileParams>('wenfeng/bulkFile');
export interface BulkFileParams {
  readonly id: string;
  readonly uri: DocumentUri;
  /** Files finished with this one, and files in all. */
  readonly done: number;
  readonly total: number;
  readonly characters: number;
  readonly minutes: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Why the file could not be read, one sentence; no diagnostics then. */
  readonly failure?: string;
  readonly skipped?: 'not-chinese';
}
