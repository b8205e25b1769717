import type { Localized } from '../localized.js';

/** The caret stands on no paragraph. */
export const NO_PARAGRAPH: Localized = {
  zh: '光标不在段落里，请先把光标放到一段话上。',
  en: 'The caret is not in a paragraph; put it there first.',
};

/** Markdown's syntax stands in the way. */
export const SYNTAX: Localized = {
  zh: '这里有 Markdown 的列表、引用、表格或格式，自动改容易弄乱，请手动改。',
  en: 'Markdown’s lists, quotes, tables or emphasis stand here and could be garbled; change this by hand.',
};
