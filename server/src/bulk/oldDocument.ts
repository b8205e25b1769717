import type { Localized } from '../core/localized.js';

/** What to tell of a document in a format that cannot be read, whatever it is called. */
export const OLD_DOCUMENT: Localized = {
  zh: '这是旧式的 Word 或 WPS 文档（.doc、.wps），请在 Word 或 WPS 里另存为 .docx 再试。',
  en: 'This is a Word or WPS document of an old format (.doc, .wps); save it as .docx in Word or WPS and try again.',
};
