import type { Localized } from '../core/localized.js';

/** What went wrong in the file system, for programs. */
export type SystemFault =
  'missing' | 'denied' | 'not-a-file' | 'busy' | 'link' | 'device' | 'full' | 'read-only';

/** What one of the system's error codes means to a writer: a sentence that does not name the file. */
export interface SystemError {
  readonly fault: SystemFault;
  /** When a draft or a folder was to be read. */
  readonly read?: Localized;
  /** When a draft or a report was to be written; it is then as it was. */
  readonly write?: Localized;
}

const NO_PERMISSION: SystemError = {
  fault: 'denied',
  read: {
    zh: '没有读取权限，请检查文件和所在文件夹的权限。',
    en: 'No permission to read it; check the permissions of the file and its folder.',
  },
  write: {
    zh: '没有写入权限，文件未改动，请检查文件和所在文件夹的权限。',
    en: 'No permission to write it, so it was not changed; check the permissions of the file and its folder.',
  },
};

const TOO_MANY_OPEN: SystemError = {
  fault: 'busy',
  read: {
    zh: '系统同时打开的文件太多，请关闭一些程序后重试。',
    en: 'Too many files are open on this system; close some programs and try again.',
  },
};

const DISK_FULL: SystemError = {
  fault: 'full',
  write: {
    zh: '磁盘已满，文件未改动，请腾出空间后重试。',
    en: 'The disk is full, so the file was not changed; make room and try again.',
  },
};

/** The sentence for what is written where there is no folder. */
const NO_FOLDER: Localized = {
  zh: '它所在的文件夹不存在，请先建好文件夹，或换一个位置。',
  en: 'Its folder does not exist; make the folder first, or choose another place.',
};

/** Where a name leads to nothing. */
export const MISSING = {
  fault: 'missing',
  read: {
    zh: '找不到这个文件或文件夹，请检查路径是否写对。',
    en: 'There is no such file or folder; check the path.',
  },
  write: NO_FOLDER,
} as const satisfies SystemError;

/** Something that is neither a file nor a folder: a device, a pipe, a socket. */
export const NOT_A_FILE = {
  fault: 'not-a-file',
  read: {
    zh: '这不是普通文件，没有读取，请指定文本文件。',
    en: 'This is not an ordinary file and was not read; name a text file.',
  },
} as const satisfies SystemError;

const SYSTEM_ERRORS: Readonly<Record<string, SystemError>> = {
  ENOENT: MISSING,
  ENOTDIR: {
    fault: 'missing',
    read: {
      zh: '路径中间有一段不是文件夹，请检查路径是否写对。',
      en: 'A part of the path is not a folder; check the path.',
    },
    write: NO_FOLDER,
  },
  ENAMETOOLONG: {
    fault: 'missing',
    read: {
      zh: '文件名或路径太长，系统打不开，请改短后重试。',
      en: 'The name or path is too long for the system; shorten it and try again.',
    },
  },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EISDIR: {
    fault: 'not-a-file',
    read: {
      zh: '这是文件夹，不是文件，请指定其中的讲话稿。',
      en: 'This is a folder, not a file; name a draft inside it.',
    },
  },
  EMFILE: TOO_MANY_OPEN,
  ENFILE: TOO_MANY_OPEN,
  EBUSY: {
    fault: 'busy',
    read: {
      zh: '文件正被别的程序占用，请关闭那个程序后重试。',
      en: 'Another program holds the file; close that program and try again.',
    },
    write: {
      zh: '文件正被别的程序占用，未改动，请关闭那个程序后重试。',
      en: 'Another program holds the file, so it was not changed; close that program and try again.',
    },
  },
  ELOOP: {
    fault: 'link',
    read: {
      zh: '链接绕成了圈，找不到真正的文件，请修正链接。',
      en: 'The links run in a circle and lead to no file; mend the link.',
    },
  },
  // A socket, or a pipe that nobody writes to.
  ENXIO: NOT_A_FILE,
  EIO: {
    fault: 'device',
    read: {
      zh: '读取磁盘时出错，请检查磁盘或网络盘的连接。',
      en: 'The disk reported an error; check the disk or the network drive.',
    },
  },
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  EROFS: {
    fault: 'read-only',
    write: {
      zh: '所在磁盘是只读的，文件未改动，请复制到别处再改。',
      en: 'The disk is read-only, so the file was not changed; copy it elsewhere first.',
    },
  },
};

/** What a system error means; undefined for one without a sentence of its own, and for anything else. */
export function systemError(error: unknown): SystemError | undefined {
  return SYSTEM_ERRORS[errorCode(error)];
}

/** The code of a system error (ENOENT …), empty for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
