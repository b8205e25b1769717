/**
 * What client and server say to each other beyond LSP: the only module of the server that the client imports.
 * Positions are LSP's.
 */
import type { Diagnostic, DocumentUri, Range } from 'vscode-languageserver';
import type { IgnoredFinding } from '../core/guide.js';

export type { IgnoredFinding };

/** The name of a guide file. Clients synchronize documents of this name, whatever their language. */
export { GUIDE_FILE_NAME } from '../core/guide/guideFile.js';

/** Sent by a client with `initialize`. Every part may be absent. */
export interface InitializationOptions {
  /** A template for the link to a rule's page, `{id}` standing for the rule; without it the shipped file's URI. */
  readonly rulePage?: string;
  /** The client executes {@link IGNORE_FINDING}; without it ignoring is not offered. */
  readonly ignoring?: boolean;
  /** What the writer has ignored apart from guide files. */
  readonly ignored?: readonly IgnoredFinding[];
}

/** The settings below `wenfeng`, as `workspace/configuration` answers. Every part may be absent or wrong. */
export interface Settings {
  readonly enable: boolean;
  readonly languages: readonly string[];
  /** `auto` follows the client's locale. */
  readonly messageLanguage: 'auto' | 'zh' | 'en';
  readonly rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Server → client, after each check of an open document: what the status bar shows. */
export const FIGURES = 'wenfeng/figures';
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

/** The command of a quick fix, executed by the client: record what is ignored, with one {@link IgnoreFindingParams}. */
export const IGNORE_FINDING = 'wenfeng.ignoreFinding';
export interface IgnoreFindingParams {
  /** The draft. */
  readonly uri: DocumentUri;
  readonly entry: IgnoredFinding;
}

/** Client → server notification: all that the writer ignores apart from guide files, in place of what was told before. */
export const IGNORED = 'wenfeng/ignored';
export interface IgnoredParams {
  readonly entries: readonly IgnoredFinding[];
}

/** Client → server request: the figures of selections of an open document. */
export const COUNT_SELECTIONS = 'wenfeng/countSelections';
export interface CountSelectionsParams {
  readonly uri: DocumentUri;
  readonly ranges: readonly Range[];
}
export interface CountSelectionsResult {
  readonly characters: number;
  readonly minutes: number;
}

/** Client → server request, cancellable: check the drafts below folders, or single files. */
export const BULK_CHECK = 'wenfeng/bulkCheck';
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
export const BULK_FILE = 'wenfeng/bulkFile';
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

/** Client → server request: the presets that a new guide file may build upon, in the language of messages. */
export const GUIDE_PRESETS = 'wenfeng/guidePresets';
export interface GuidePresetsParams {
  /** The folder that the guide file will lie in. */
  readonly folder: DocumentUri;
}
export interface GuidePreset {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** Client → server request: the text of a new guide file, with comments in the language of messages. */
export const NEW_GUIDE = 'wenfeng/newGuide';
export interface NewGuideParams extends GuidePresetsParams {
  /** The name of one of the presets. */
  readonly preset: string;
  /** The most minutes of a speech, 0 for no limit; absent for what the preset says. */
  readonly maxMinutes?: number;
}
export interface NewGuideResult {
  readonly text: string;
}
