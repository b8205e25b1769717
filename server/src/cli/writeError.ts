import { DraftReadError, errorCode } from '../bulk/draftReadError.js';
import type { Localized } from '../core/localized.js';

const NO_PERMISSION: Localized = {
  zh: '没有写入权限，文件未改动，请检查文件和所在文件夹的权限。',
  en: 'No permission to write it, so it was not changed; check the permissions of the file and its folder.',
};

const DISK_FULL: Localized = {
  zh: '磁盘已满，文件未改动，请腾出空间后重试。',
  en: 'The disk is full, so the file was not changed; make room and try again.',
};

const WRITE_ERRORS: Readonly<Record<string, Localized>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  EROFS: {
    zh: '所在磁盘是只读的，文件未改动，请复制到别处再改。',
    en: 'The disk is read-only, so the file was not changed; copy it elsewhere first.',
  },
  EBUSY: {
    zh: '文件正被别的程序占用，未改动，请关闭那个程序后重试。',
    en: 'Another program holds the file, so it was not changed; close that program and try again.',
  },
};

/** Thrown when a draft is no longer what its fixes were computed for. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

const CHANGED: Localized = {
  zh: '检查期间它被改过了，文件未改动，请再运行一次。',
  en: 'It was changed while it was checked, so nothing was mended in it; run it again.',
};

/** What to tell a writer when a fixed draft could not be written: one sentence. */
export function explainWriteError(error: unknown): Localized {
  if (error instanceof ChangedMeanwhile) return CHANGED;
  // Gone, or no longer to be read, since it was checked.
  if (error instanceof DraftReadError) return error.localized;
  const code = errorCode(error);
  const detail = code === '' && error instanceof Error ? error.message : code;
  return (
    WRITE_ERRORS[code] ?? {
      zh: `写入失败（${detail}），文件未改动。`,
      en: `It could not be written (${detail}) and was not changed.`,
    }
  );
}
