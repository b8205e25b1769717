import type { DraftFormat } from '../core/draft/model.js';

/** How a file's text is to be read, by its name: Markdown for .md, .markdown and .mdx, else plain text. */
export function formatOf(file: string): DraftFormat {
  return /\.(?:md|markdown|mdx)$/iu.test(file) ? 'markdown' : 'plain';
}

/** Whether a file is a Word document, by its name. Its text is read as plain text. */
export function isDocx(file: string): boolean {
  return /\.docx$/iu.test(file);
}
