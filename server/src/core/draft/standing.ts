import type { ContentChange } from './carriedIndex.js';
import type { ParagraphContent } from './model.js';

/** A paragraph that goes from version to version of a draft for as long as its words stay, wherever edits move it. */
export interface Standing {
  readonly content: ParagraphContent;
  /** In the present version. */
  index: number;
}

/** The paragraphs of a draft, in order, each one and the same object for as long as it stands. */
export class StandingParagraphs<S extends Standing> {
  readonly #make: (content: ParagraphContent, index: number) => S;
  #all: readonly S[] = [];

  constructor(make: (content: ParagraphContent, index: number) => S) {
    this.#make = make;
  }

  get all(): readonly S[] {
    return this.#all;
  }

  /** Those that a change takes out; to be asked before it is applied. */
  removedBy({ at, removed }: ContentChange): readonly S[] {
    return this.#all.slice(at, at + removed.length);
  }

  /** Goes on to the next version; returns the paragraphs that are new in it. */
  apply({ at, removed, added }: ContentChange): readonly S[] {
    const fresh = added.map((content, nth) => this.#make(content, at + nth));
    const behind = this.#all.slice(at + removed.length);
    if (added.length !== removed.length)
      behind.forEach((one, nth) => {
        one.index = at + added.length + nth;
      });
    this.#all = [...this.#all.slice(0, at), ...fresh, ...behind];
    return fresh;
  }
}
