import type { DocumentUri, Range } from 'vscode-languageserver';
import { notification, request } from './message.js';

/** Client → server request, cancellable: the passages that the drafts below folders, or single files, have in common. */
export const COMPARE_PASSAGES = request<ComparePassagesParams, ComparePassagesResult>(
  'wenfeng/comparePassages',
);
export interface ComparePassagesParams {
  /** Chosen by the client; comes back in every {@link CompareProgressParams}. */
  readonly id: string;
  /** Folders (searched) and files (taken as they are). */
  readonly targets: readonly DocumentUri[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Larger files are named, not read. Bytes. */
  readonly maxFileSize: number;
  /** The least length of a passage in characters of the writers' own words; absent for the usual one. */
  readonly minCharacters?: number;
}
export interface ComparePassagesResult {
  /** In the order of their paths; empty when cancelled. */
  readonly drafts: readonly ComparedDraft[];
  /** In no pair twice; empty when cancelled. With one draft alone, the draft and itself. */
  readonly pairs: readonly DraftPair[];
  readonly cancelled: boolean;
}

/** A draft that was compared with the others. */
export interface ComparedDraft {
  readonly uri: DocumentUri;
  /** Characters, marks not counted; 0 when it was not compared. */
  readonly characters: number;
  /** How much of it stands in other drafts too, 0 to 1. */
  readonly share: number;
  /** Why the file could not be read, one sentence. */
  readonly failure?: string;
  readonly skipped?: 'not-chinese';
}

/** Two drafts with passages in common. */
export interface DraftPair {
  readonly a: DocumentUri;
  readonly b: DocumentUri;
  /** How much of each stands in the other, 0 to 1. */
  readonly shareOfA: number;
  readonly shareOfB: number;
  /** In the order of the second draft. */
  readonly passages: readonly Passage[];
}

/** A passage in two drafts. */
export interface Passage {
  readonly a: Range;
  readonly b: Range;
  /** The beginning of the passage in the first draft, on one line. */
  readonly excerpt: string;
  /** Characters of the passage in the first draft, marks not counted. */
  readonly characters: number;
  /** How much of it is the same in both, 0 to 1; 1 when only marks may differ. */
  readonly alike: number;
}

/** Server → client, after each file that was read and then after each that was compared. */
export const COMPARE_PROGRESS = notification<CompareProgressParams>('wenfeng/compareProgress');
export interface CompareProgressParams {
  readonly id: string;
  readonly stage: 'reading' | 'comparing';
  readonly done: number;
  readonly total: number;
}
