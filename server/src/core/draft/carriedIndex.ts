import type { ListChange } from './indexes.js';
import type { Draft, ParagraphContent } from './model.js';

/** What lies between two versions of a draft. */
export type ContentChange = ListChange<ParagraphContent>;

let known = 0;

/**
 * An index over the paragraphs of a draft that goes from one version of it to the next, so that an edit costs what it
 * changed. Call it where modules are loaded.
 *
 * The index of a draft holds until a later version is asked for it; it is never that of two drafts. An `apply` that
 * throws costs the index, which is made anew.
 *
 * @param make an index of no paragraphs
 * @param apply takes an index from one version to the next; the first change brings in the whole draft
 * @returns the index of a draft
 */
export function carriedIndex<I>(
  make: () => I,
  apply: (index: I, change: ContentChange) => void,
): (draft: Pick<Draft, 'indexes'>) => I {
  const at = known++;
  return ({ indexes }) => {
    const entry = indexes.take(at) ?? { index: make(), contents: [] };
    const index = entry.index as I;
    if (entry.contents !== indexes.contents) apply(index, indexes.changeSince(entry.contents));
    entry.contents = indexes.contents;
    indexes.put(at, entry);
    return index;
  };
}

/** An index that {@link carriedIndexBy} carries. */
export interface Carried {
  /** Goes on to the next version; the first change brings in the whole draft. */
  apply(change: ContentChange): void;
}

/** The same for an index that goes by an option too: of another value than last it is made anew. */
export function carriedIndexBy<K extends number, I extends Carried>(
  make: (by: K) => I,
): (draft: Draft, by: K) => I {
  const slotOf = carriedIndex(
    (): { last: { readonly by: K; readonly index: I } | undefined } => ({ last: undefined }),
    ({ last }, change) => last?.index.apply(change),
  );
  return (draft, by) => {
    const slot = slotOf(draft);
    if (slot.last?.by === by) return slot.last.index;
    const index = make(by);
    index.apply({ at: 0, removed: [], added: draft.indexes.contents });
    slot.last = { by, index };
    return index;
  };
}
