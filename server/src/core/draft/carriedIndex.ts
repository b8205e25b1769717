import type { Draft, Paragraph, ParagraphContent } from './model.js';

/** What lies between two versions of a draft; before and behind it they have the same contents in the same order. */
export interface ContentChange {
  /** The index of the first paragraph that the versions do not share. */
  readonly at: number;
  /** The contents that stood there. */
  readonly removed: readonly ParagraphContent[];
  /** Those that stand there now. */
  readonly added: readonly ParagraphContent[];
}

interface Entry {
  readonly index: unknown;
  /** The contents that the index is of. */
  contents: readonly ParagraphContent[];
}

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

/** The carried indexes of one version of a draft. */
export class DraftIndexes {
  readonly #paragraphs: readonly Paragraph[];
  #entries: (Entry | undefined)[] = [];
  #contents: readonly ParagraphContent[] | undefined;
  #last: { readonly before: readonly ParagraphContent[]; readonly change: ContentChange } | undefined;

  /** @param before those of an earlier version, which has none afterwards */
  constructor(paragraphs: readonly Paragraph[], before?: DraftIndexes) {
    this.#paragraphs = paragraphs;
    if (before === undefined) return;
    this.#entries = before.#entries;
    before.#entries = [];
  }

  /** The contents of the paragraphs, in order. */
  get contents(): readonly ParagraphContent[] {
    return (this.#contents ??= this.#paragraphs.map(({ content }) => content));
  }

  /** What happened since a version that had these contents. */
  changeSince(before: readonly ParagraphContent[]): ContentChange {
    if (this.#last?.before !== before) this.#last = { before, change: changeBetween(before, this.contents) };
    return this.#last.change;
  }

  /** Takes an entry out, so that nothing is left of it should its user fail. */
  take(at: number): Entry | undefined {
    const entry = this.#entries[at];
    this.#entries[at] = undefined;
    return entry;
  }

  put(at: number, entry: Entry): void {
    this.#entries[at] = entry;
  }
}

function changeBetween(
  before: readonly ParagraphContent[],
  after: readonly ParagraphContent[],
): ContentChange {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  let same = 0;
  while (same < most - at && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return {
    at,
    removed: before.slice(at, before.length - same),
    added: after.slice(at, after.length - same),
  };
}
