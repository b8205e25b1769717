import type { DocumentUri, Range } from 'vscode-languageserver';
import type { RestructuringId } from '../../core/restructure/restructurings.js';
import { request } from './message.js';

export type { RestructuringId };

/** Client → server request: what a restructuring would do at a place of an open draft, or why nothing. */
export const RESTRUCTURE = request<RestructureParams, RestructureResult>('wenfeng/restructure');
export interface RestructureParams {
  readonly uri: DocumentUri;
  /** The caret or the selection. */
  readonly range: Range;
  readonly restructuring: RestructuringId;
  /** What `replaceTerm` needs: what stands now, and what is to stand. */
  readonly term?: { readonly from: string; readonly to: string };
}
export type RestructureResult = RestructurePlan | { readonly reason: string };
export interface RestructurePlan {
  /** The version of the draft that the ranges are of. */
  readonly version: number;
  /** What will happen, as the writer chooses it. */
  readonly title: string;
  /** In ascending order, not overlapping; at least one. */
  readonly changes: readonly RestructureChange[];
  /** Whether the writer may choose among the changes. */
  readonly separable: boolean;
}
export interface RestructureChange {
  readonly range: Range;
  readonly newText: string;
  /** What happens here, in a few words. */
  readonly label: string;
  /** Why the writer had better look before this is done. */
  readonly doubt?: string;
}

/** Client → server request: the term at a place that the writer may want to replace, and by what. */
export const TERM_AT = request<TermAtParams, TermAtResult>('wenfeng/termAt');
export interface TermAtParams {
  readonly uri: DocumentUri;
  readonly range: Range;
}
export interface TermAtResult {
  readonly from?: string;
  readonly to?: string;
}

/** The command of a refactoring, executed by the client: show what it would do, and do it if the writer agrees. */
export const RESTRUCTURE_COMMAND = 'wenfeng.restructure';
export type RestructureCommandParams = Pick<RestructureParams, 'uri' | 'range' | 'restructuring'>;
