import type { DocumentUri, Position, Range } from 'vscode-languageserver';
import { request } from './message.js';

/** Client → server request: where a writer goes who steps through the places of a repeated wording. */
export const GO_TO_PLACE = request<GoToPlaceParams, GoToPlaceResult | null>('wenfeng/goToPlace');
export interface GoToPlaceParams {
  readonly uri: DocumentUri;
  readonly position: Position;
  readonly direction: 'next' | 'previous';
  /** The place where the last step led, if the cursor is still there. */
  readonly from?: Range;
}
/** Null when nothing in the draft is repeated. */
export interface GoToPlaceResult {
  readonly range: Range;
  /** Which place of its wording it is, from 1. */
  readonly number: number;
  /** How many places the wording has. */
  readonly count: number;
  /** The rule that found it. */
  readonly rule: string;
}
