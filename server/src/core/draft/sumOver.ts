import { carriedIndex } from './carriedIndex.js';
import type { Draft, Prose } from './model.js';

/**
 * The sum of a figure over the paragraphs of a draft, which an edit costs no more than the figures of what it changed.
 * Call it where modules are loaded.
 */
export function sumOver(figure: (content: Prose) => number): (draft: Pick<Draft, 'indexes'>) => number {
  const totals = carriedIndex(
    () => ({ sum: 0 }),
    (total, { removed, added }) => {
      for (const content of removed) total.sum -= figure(content);
      for (const content of added) total.sum += figure(content);
    },
  );
  return (draft) => totals(draft).sum;
}
