import type { DocumentUri } from 'vscode-languageserver';
import { request } from './message.js';

/** Whether a file is a Word document, by its name. */
export { isDocx } from '../../bulk/formatOf.js';

/**
 * The scheme under which clients show the text of a Word document, with the document's own path; the places of its
 * findings are there.
 */
export const TEXT_VIEW_SCHEME = 'wenfeng-docx';

/** Client → server request: the text of a Word document on disk. */
export const DOCUMENT_TEXT = request<DocumentTextParams, DocumentTextResult>('wenfeng/documentText');
export interface DocumentTextParams {
  /** The document's file. */
  readonly uri: DocumentUri;
  /** `plain` is the text that findings are about: a paragraph a line. */
  readonly format: 'plain' | 'markdown';
}
/** The text, or why it could not be read, one sentence. */
export type DocumentTextResult =
  { readonly text: string; readonly failure?: never } | { readonly failure: string };
