import type { CheckResult } from '../check.js';
import type { Segmenter } from '../draft/model.js';
import type { Guide } from '../guide.js';
import type { Language } from '../localized.js';

/** A draft that was checked, as a report tells of it. */
export interface ReportedFile {
  /** As whoever asked for the check named it. */
  readonly path: string;
  /** How the bytes of the file stand for its text. */
  readonly encoding: string;
  /** What a line of the text is to a reader of the file: a line, or a paragraph of a Word document. */
  readonly places: 'lines' | 'paragraphs';
  /** Of the text as it now is, after fixing. */
  readonly result: CheckResult;
  /** Findings that were mended. */
  readonly fixed: number;
  /** The guide that it was checked with; absent for the default. */
  readonly guide?: Guide | undefined;
  /** The segmenter that it was checked with, which may have to be loaded first. */
  readonly segmenter?: (() => Segmenter) | undefined;
}

/** What a report is written for. */
export interface ReportContext {
  readonly language: Language;
  /** Of the product. */
  readonly version: string;
  /** The URI of the folder that relative paths start from, a slash at its end. */
  readonly root: string;
  /** The absolute URI of a path as {@link ReportedFile} has it. */
  readonly uriOf: (path: string) => string;
}

/**
 * One report in the making, told of file by file in order. The texts that its functions give back, one after the
 * other, are the report. Formats that can be written on the way give text at once, so that nothing has to be kept.
 */
export interface ReportText {
  readonly start: () => string;
  readonly file: (file: ReportedFile) => string;
  /** Something could not be read, written or checked; `reason` is one sentence without the path. */
  readonly error: (path: string, reason: string) => string;
  readonly end: () => string;
}

/** Begins a report. */
export type CreateReportText = (context: ReportContext) => ReportText;
