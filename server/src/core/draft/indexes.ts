/** What lies between two versions of a list; before and behind it they have the same members in the same order. */
export interface ListChange<C> {
  /** The place of the first member that the versions do not share. */
  readonly at: number;
  /** The members that stood there. */
  readonly removed: readonly C[];
  /** Those that stand there now. */
  readonly added: readonly C[];
}

/** An index that goes from version to version. */
export interface IndexEntry<C> {
  readonly index: unknown;
  /** The contents that the index is of. */
  contents: readonly C[];
}

/** The indexes over the contents of one version of a draft, which the next version takes over. */
export class DraftIndexes<C> {
  readonly #read: () => readonly C[];
  #entries: (IndexEntry<C> | undefined)[] = [];
  #contents: readonly C[] | undefined;
  #last: { readonly before: readonly C[]; readonly change: ListChange<C> } | undefined;

  /**
   * @param read the contents in order, asked for once, when an index is
   * @param before those of an earlier version, which has none afterwards
   */
  constructor(read: () => readonly C[], before?: DraftIndexes<C>) {
    this.#read = read;
    if (before === undefined) return;
    this.#entries = before.#entries;
    before.#entries = [];
  }

  /** The contents of the paragraphs, in order. */
  get contents(): readonly C[] {
    return (this.#contents ??= this.#read());
  }

  /** What happened since a version that had these contents. */
  changeSince(before: readonly C[]): ListChange<C> {
    if (this.#last?.before !== before) this.#last = { before, change: changeBetween(before, this.contents) };
    return this.#last.change;
  }

  /** Takes an entry out, so that nothing is left of it should its user fail. */
  take(at: number): IndexEntry<C> | undefined {
    const entry = this.#entries[at];
    this.#entries[at] = undefined;
    return entry;
  }

  put(at: number, entry: IndexEntry<C>): void {
    this.#entries[at] = entry;
  }
}

function changeBetween<C>(before: readonly C[], after: readonly C[]): ListChange<C> {
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
