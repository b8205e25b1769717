import { stat } from 'node:fs/promises';
import path from 'node:path';
import { MISSING } from '../bulk/systemErrors.js';
import type { Localized } from '../core/localized.js';
import type { Output } from './io.js';
import { replaceFile } from './replaceFile.js';
import { explainWriteError } from './writeError.js';

/** A file that a report goes to. It is written in one step at the end, so that it is never half a report. */
export class ReportFile {
  /** Absolute. */
  readonly path: string;
  readonly #parts: Uint8Array[] = [];

  /** Where the report is written to. */
  readonly output: Output = {
    isTerminal: false,
    write: (data) => {
      this.#parts.push(Buffer.from(data));
      return Promise.resolve();
    },
  };

  constructor(file: string) {
    this.path = file;
  }

  /** Why the report could never be written there, one sentence; asked before the work begins. */
  async obstacle(): Promise<Localized | undefined> {
    try {
      if (!(await stat(path.dirname(this.path))).isDirectory()) return MISSING.write;
    } catch (error) {
      return explainWriteError(error);
    }
    const existing = await stat(this.path).catch(() => undefined);
    return existing === undefined || existing.isFile() ? undefined : NO_FILE;
  }

  /**
   * Puts the report in the file's place.
   *
   * @returns why it could not be written, one sentence
   */
  async write(): Promise<Localized | undefined> {
    try {
      await replaceFile(this.path, Buffer.concat(this.#parts));
      return undefined;
    } catch (error) {
      return explainWriteError(error);
    }
  }
}

const NO_FILE: Localized = {
  zh: '那里已有同名的文件夹（或不是普通文件），请换一个文件名。',
  en: 'Something else than a file has this name; choose another name.',
};
