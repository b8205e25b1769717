import type { DraftFormat } from '../core/draft/model.js';

/** How a file's text is to be read, by its name: Markdown for .md, .markdown and .mdx, else plain text. */
export function formatOf(file: string): DraftFormat {
  return /\.(?:md|markdown|mdx)$/iu.test(file) ? 'markdown' : 'plain';
}
