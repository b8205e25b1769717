import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { widenings } from '../core/draft/widenings.js';
import type { Checked } from './checker.js';
import { toOffset, toRange } from './convert.js';
import type { Feature } from './feature.js';

/** Answers `textDocument/selectionRange`. */
export const selectionRangeFeature: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  serve: ({ connection, answer }) => {
    connection.onSelectionRanges((params) =>
      answer(params.textDocument.uri, null, (checked) => selectionRanges(checked, params)),
    );
  },
};

/** For each position what a selection grows to; null where it is left to the editor. */
export function selectionRanges(
  { document, result }: Checked,
  { positions }: SelectionRangeParams,
): SelectionRange[] | null {
  if (result?.draft.chinese !== true) return null;
  const { draft } = result;
  return positions.map((position) => {
    let range: SelectionRange | undefined;
    for (const span of widenings(draft, toOffset(document, position)).reverse()) {
      range = { range: toRange(document, span), ...(range === undefined ? {} : { parent: range }) };
    }
    return range ?? { range: { start: position, end: position } };
  });
}
