import type { FoldingRange } from 'vscode-languageserver';
import { foldsOf } from '../core/draft/folds.js';
import type { Checked } from './checker.js';
import { toRange } from './convert.js';
import type { Feature } from './feature.js';

/** Answers `textDocument/foldingRange`. */
export const foldingRangeFeature: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  serve: ({ connection, answer }) => {
    connection.onFoldingRanges((params) => answer(params.textDocument.uri, null, foldingRanges));
  },
};

/**
 * The folds of a Chinese draft by lines. Null rather than none where there is nothing to fold, so that an editor keeps
 * what it folds by itself.
 */
export function foldingRanges({ document, result }: Checked): FoldingRange[] | null {
  if (result?.draft.chinese !== true) return null;
  const ranges = foldsOf(result.draft)
    .map((fold) => toRange(document, fold))
    .filter(({ start, end }) => start.line < end.line)
    .map(({ start, end }) => ({ startLine: start.line, endLine: end.line }));
  return ranges.length === 0 ? null : ranges;
}
