import type { Localized } from '../core/localized.js';
import { errorCode, MISSING, NOT_A_FILE, systemError, type SystemFault } from './systemErrors.js';

/** Why a draft could not be read, for programs; writers read {@link DraftReadError.localized}. */
export type DraftReadReason = SystemFault | 'too-large' | 'binary' | 'encoding' | 'broke-off' | 'other';

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

/** The {@link DraftReadError} for whatever was thrown while a file or folder was read. */
export function explainReadError(error: unknown): DraftReadError {
  if (error instanceof DraftReadError) return error;
  const known = systemError(error);
  if (known?.read !== undefined) return new DraftReadError(known.fault, known.read, error);
  const code = errorCode(error);
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
  return new DraftReadError(MISSING.fault, MISSING.read);
}

/** Something that is neither a file nor a folder: a device, a pipe, a socket. */
export function notAFile(): DraftReadError {
  return new DraftReadError(NOT_A_FILE.fault, NOT_A_FILE.read);
}

/** Bytes for people, rounded up to a tenth, so that what is over a limit never reads as being the limit. */
export function sizeText(bytes: number): string {
  const tenths = (value: number): string => String(Math.ceil(value * 10) / 10);
  if (bytes >= 1024 * 1024) return `${tenths(bytes / 1024 / 1024)} MB`;
  return bytes >= 1024 ? `${tenths(bytes / 1024)} KB` : `${String(bytes)} B`;
}
