import type { DocumentUri, Range, TextEdit } from 'vscode-languageserver';
import type { CutKind } from '../../core/cutPlan/cut.js';
import { request } from './message.js';

export type { CutKind };

/** Client → server request: what can be left out of an open document; null when it is not open or left alone. */
export const CUT_PLAN = request<CutPlanParams, CutPlan | null>('wenfeng/cutPlan');
export interface CutPlanParams {
  readonly uri: DocumentUri;
  /** What the draft is to be brought to; without it nothing is chosen beforehand. */
  readonly minutes?: number;
}
export interface CutPlan {
  /** The version of the document that ranges and edits hold for. */
  readonly version: number;
  readonly characters: number;
  readonly minutes: number;
  readonly charactersPerMinute: number;
  /** The most minutes that the guide allows; 0 for no limit. */
  readonly maxMinutes: number;
  /** Surest first. Any that do not exclude one another can be made together. */
  readonly cuts: readonly PlannedCut[];
}

export interface PlannedCut {
  readonly kind: CutKind;
  readonly edits: readonly TextEdit[];
  /** The words that go, in order. */
  readonly ranges: readonly Range[];
  readonly excerpt: string;
  readonly reason: string;
  readonly characters: number;
  /** Whether it may be chosen unseen. */
  readonly sure: boolean;
  /** Whether it belongs to the sure cuts that bring the draft to the minutes that were asked for. */
  readonly chosen: boolean;
  /** Indices of the cuts that it cannot be made together with. */
  readonly excludes: readonly number[];
}
