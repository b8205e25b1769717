import { DraftReadError } from '../bulk/draftReadError.js';
import { errorCode, systemError } from '../bulk/systemErrors.js';
import type { Localized } from '../core/localized.js';

/** Thrown when a draft is no longer what its fixes were computed for. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

const CHANGED: Localized = {
  zh: '检查期间它被改过了，文件未改动，请再运行一次。',
  en: 'It was changed while it was checked, so nothing was mended in it; run it again.',
};

/** What to tell a writer when a draft or a report could not be written: one sentence. */
export function explainWriteError(error: unknown): Localized {
  if (error instanceof ChangedMeanwhile) return CHANGED;
  // Gone, or no longer to be read, since it was checked.
  if (error instanceof DraftReadError) return error.localized;
  const known = systemError(error)?.write;
  if (known !== undefined) return known;
  const code = errorCode(error);
  const detail = code === '' && error instanceof Error ? error.message : code;
  return {
    zh: `写入失败（${detail}），文件未改动。`,
    en: `It could not be written (${detail}) and was not changed.`,
  };
}
