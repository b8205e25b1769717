import type { Localized } from '../core/localized.js';

/** Why a draft could not be read, for programs; writers read {@link DraftReadError.localized}. */
export type DraftReadReason =
  | 'missing'
  | 'denied'
  | 'not-a-file'
  | 'too-large'
  | 'busy'
  | 'link'
  | 'device'
  | 'binary'
  | 'encoding'
  | 'broke-off'
  | 'other';

/**
 * A draft, or a folder of drafts, that could not be read. `localized` is one sentence: what is wrong and what
 * to do. It does not name the file, since whoever shows it shows the path beside it.
 */
export class DraftReadError extends Error {
  override readonly name = 'DraftReadError';
  readonly reason: DraftReadReason;
  readonly localized: Localized;

  constructor(reason: DraftReadReason, localized: Localized, cause?: unknown) {
    super(localized.en, { cause });
    this.reason = reason;
    this.localized = localized;
  }
}

interface Explanation extends Localized {
  readonly reason: DraftReadReason;
}

const NO_PERMISSION: Explanation = {
  reason: 'denied',
  zh: '没有读取权限，请检查文件和所在文件夹的权限。',
  en: 'No permission to read it; check the permissions of the file and its folder.',
};

const TOO_MANY_OPEN: Explanation = {
  reason: 'busy',
  zh: '系统同时打开的文件太多，请关闭一些程序后重试。',
  en: 'Too many files are open on this system; close some programs and try again.',
};

const MISSING: Explanation = {
  reason: 'missing',
  zh: '找不到这个文件或文件夹，请检查路径是否写对。',
  en: 'There is no such file or folder; check the path.',
};

const NOT_A_FILE: Explanation = {
  reason: 'not-a-file',
  zh: '这不是普通文件，没有读取，请指定文本文件。',
  en: 'This is not an ordinary file and was not read; name a text file.',
};

/** What the system's error codes mean to a writer. */
const SYSTEM_ERRORS: Readonly<Record<string, Explanation>> = {
  ENOENT: MISSING,
  ENOTDIR: {
    reason: 'missing',
    zh: '路径中间有一段不是文件夹，请检查路径是否写对。',
    en: 'A part of the path is not a folder; check the path.',
  },
  ENAMETOOLONG: {
    reason: 'missing',
    zh: '文件名或路径太长，系统打不开，请改短后重试。',
    en: 'The name or path is too long for the system; shorten it and try again.',
  },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EISDIR: {
    reason: 'not-a-file',
    zh: '这是文件夹，不是文件，请指定其中的讲话稿。',
    en: 'This is a folder, not a file; name a draft inside it.',
  },
  EMFILE: TOO_MANY_OPEN,
  ENFILE: TOO_MANY_OPEN,
  EBUSY: {
    reason: 'busy',
    zh: '文件正被别的程序占用，请关闭那个程序后重试。',
    en: 'Another program holds the file; close that program and try again.',
  },
  ELOOP: {
    reason: 'link',
    zh: '链接绕成了圈，找不到真正的文件，请修正链接。',
    en: 'The links run in a circle and lead to no file; mend the link.',
  },
  // A socket, or a pipe that nobody writes to.
  ENXIO: NOT_A_FILE,
  EIO: {
    reason: 'device',
    zh: '读取磁盘时出错，请检查磁盘或网络盘的连接。',
    en: 'The disk reported an error; check the disk or the network drive.',
  },
};

/** The {@link DraftReadError} for whatever was thrown while a file or folder was read. */
export function explainReadError(error: unknown): DraftReadError {
  if (error instanceof DraftReadError) return error;
  const code = errorCode(error);
  const known = SYSTEM_ERRORS[code];
  if (known !== undefined) return new DraftReadError(known.reason, { zh: known.zh, en: known.en }, error);
  const detail = code === '' ? String(error) : code;
  return new DraftReadError(
    'other',
    {
      zh: `读取失败（${detail}），请检查文件后重试。`,
      en: `It could not be read (${detail}); check the file and try again.`,
    },
    error,
  );
}

/** The code of a system error (ENOENT …), empty for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A file over the size limit: named, not read. Sizes in bytes. */
export function tooLarge(size: number, limit: number): DraftReadError {
  return new DraftReadError('too-large', {
    zh: `文件有 ${sizeText(size)}，超过上限 ${sizeText(limit)}，没有读取；如果确是讲话稿，请单独打开或指定这个文件。`,
    en: `The file has ${sizeText(size)}, over the limit of ${sizeText(limit)}, and was not read; if it is a draft, open or name it by itself.`,
  });
}

/** A file that is larger than any draft, or has no end. `limit` in bytes. */
export function hugeFile(limit: number): DraftReadError {
  return new DraftReadError('too-large', {
    zh: `文件超过 ${sizeText(limit)}，不会是一篇讲话稿，没有读取；如果里面有稿子，请拆成几个文件。`,
    en: `The file has more than ${sizeText(limit)}, which no draft has, and was not read; if there are drafts in it, divide it.`,
  });
}

/** A file whose check broke off again and again, and took what checked it along. */
export function brokeOff(): DraftReadError {
  return new DraftReadError('broke-off', {
    zh: '检查到这个文件时两次中断，已跳过它，其他文件照常检查；请单独打开它，或拆成几个文件再试。',
    en: 'The check broke off twice at this file, which was left out; open it by itself, or divide it and try again.',
  });
}

/** A target that leads to nothing. */
export function missing(): DraftReadError {
  return new DraftReadError(MISSING.reason, { zh: MISSING.zh, en: MISSING.en });
}

/** Something that is neither a file nor a folder: a device, a pipe, a socket. */
export function notAFile(): DraftReadError {
  return new DraftReadError(NOT_A_FILE.reason, { zh: NOT_A_FILE.zh, en: NOT_A_FILE.en });
}

/** Bytes for people, rounded up to a tenth, so that what is over a limit never reads as being the limit. */
export function sizeText(bytes: number): string {
  const tenths = (value: number): string => String(Math.ceil(value * 10) / 10);
  if (bytes >= 1024 * 1024) return `${tenths(bytes / 1024 / 1024)} MB`;
  return bytes >= 1024 ? `${tenths(bytes / 1024)} KB` : `${String(bytes)} B`;
}
