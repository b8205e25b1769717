import type { DocumentUri, Range } from 'vscode-languageserver';
import { notification, request } from './message.js';

/** Server → client, after each check of an open document: what the status bar shows. */
export const FIGURES = notification<FiguresParams>('wenfeng/figures');
export interface FiguresParams {
  readonly uri: DocumentUri;
  readonly version: number;
  readonly characters: number;
  readonly minutes: number;
  readonly findings: number;
  /** `loading` while the rules that need words have not run yet. */
  readonly segmenter: 'loading' | 'jieba' | 'intl';
  /** Present when the document is left alone. */
  readonly skipped?: 'not-chinese' | 'disabled';
}

/** Client → server request: the figures of selections of an open document. */
export const COUNT_SELECTIONS = request<CountSelectionsParams, CountSelectionsResult>(
  'wenfeng/countSelections',
);
export interface CountSelectionsParams {
  readonly uri: DocumentUri;
  readonly ranges: readonly Range[];
}
export interface CountSelectionsResult {
  readonly characters: number;
  readonly minutes: number;
}
