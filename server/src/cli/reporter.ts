import type { ReportedFile } from '../core/report/reportText.js';

/** Writes one report of a run, file by file in order, so that nothing has to be kept. */
export interface Reporter {
  start(): Promise<void>;
  file(file: ReportedFile): Promise<void>;
  /**
   * Something could not be read, written or checked.
   *
   * @param reason one sentence, which reports for programs take beside the path
   * @param line the same with its path, for people
   */
  error(path: string, reason: string, line: string): Promise<void>;
  end(): Promise<void>;
}
