import { DraftReadError } from '../draftReadError.js';

/** The file is no Word document, or one that was damaged. */
export function brokenDocument(cause?: unknown): DraftReadError {
  return new DraftReadError(
    'binary',
    {
      zh: '这个 Word 文档已损坏或不完整，请用 Word 或 WPS 打开，另存一份 .docx 再试。',
      en: 'This Word document is damaged; open it in Word or WPS, save it as a new .docx and try again.',
    },
    cause,
  );
}

/** The document opens with a password only. */
export function encryptedDocument(): DraftReadError {
  return new DraftReadError('denied', {
    zh: '这个 Word 文档设了打开密码，请在 Word 或 WPS 里去掉密码后再试。',
    en: 'This Word document is protected by a password; remove the password in Word or WPS and try again.',
  });
}

/** Unpacked it would be larger than any speech: a mistake, or made to do harm. */
export function hugeDocument(): DraftReadError {
  return new DraftReadError('too-large', {
    zh: '这个 Word 文档展开后大得不像讲话稿，请把正文复制到新文档里再试。',
    en: 'Unpacked, this Word document is far larger than any speech; copy its text into a new document and try again.',
  });
}
