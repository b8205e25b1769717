import type { CheckResult } from '../core/check.js';

/** A draft that was checked, as a report tells of it. */
export interface ReportedFile {
  /** As the command line named it. */
  readonly path: string;
  readonly encoding: string;
  /** Of the text as it now is, after fixing. */
  readonly result: CheckResult;
  /** Findings that --fix mended. */
  readonly fixed: number;
}

/** Writes one report of a run, file by file in order, so that nothing has to be kept. */
export interface Reporter {
  start(): Promise<void>;
  file(file: ReportedFile): Promise<void>;
  /**
   * Something could not be read, written or checked.
   *
   * @param reason one sentence, which the JSON report takes beside the path
   * @param line the same with its path, for people
   */
  error(path: string, reason: string, line: string): Promise<void>;
  end(): Promise<void>;
}
