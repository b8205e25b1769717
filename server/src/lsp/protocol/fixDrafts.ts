import type { DocumentUri, TextEdit } from 'vscode-languageserver';
import type { DraftEncoding } from '../../bulk/decode.js';
import { request } from './message.js';

export type { DraftEncoding };

/** Client → server request, cancellable: what can be mended unseen in drafts, open or not. Changes nothing. */
export const FIX_DRAFTS = request<FixDraftsParams, FixDraftsResult>('wenfeng/fixDrafts');
export interface FixDraftsParams {
  /** Single files. */
  readonly targets: readonly DocumentUri[];
}
export interface FixDraftsResult {
  /** In the order of the targets, without those in which nothing can be mended unseen or that cannot be read. */
  readonly drafts: readonly FixableDraft[];
  readonly cancelled: boolean;
}

/** A draft with the changes that mend it, all of them together or any by itself. */
export interface FixableDraft {
  readonly uri: DocumentUri;
  /** The version of the open document that the changes are for; absent for a file that was read from disk. */
  readonly version?: number;
  /** How the file was read; absent for an open document. */
  readonly file?: {
    /** What the changes are for, without a byte-order mark; line ends as in the file. */
    readonly text: string;
    readonly encoding: DraftEncoding;
    readonly bom: boolean;
  };
  /** In order of place. */
  readonly changes: readonly DraftChange[];
}

/** A change of a draft. */
export interface DraftChange {
  readonly edit: TextEdit;
  /** The ids of the rules that it satisfies; several where their fixes build upon one another. */
  readonly rules: readonly string[];
}
