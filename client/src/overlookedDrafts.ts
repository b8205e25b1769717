/** An open document that the writer sees. */
export interface VisibleDraft {
  readonly uri: string;
  readonly version: number;
  /** The document as VS Code holds it: another one when it was closed and opened again. */
  readonly document: object;
}

/** What is known of drafts and their findings. */
export interface OverlookedDraftsHost {
  /** The drafts in front of the writer now. */
  readonly visible: () => readonly VisibleDraft[];
  /** Whether the draft's findings are shown, be they none. */
  readonly answered: (uri: string) => boolean;
  /** Asks for the findings of every visible draft. */
  readonly ask: () => void;
  /** Milliseconds that a draft may wait without a question under way. */
  readonly patience: number;
}

/** How often one version of a draft is asked for again: a server that fails on it is not asked for ever. */
const MAX_TRIES = 3;

/**
 * Asks again for drafts whose question was dropped. The language client knows documents by URI and version, which
 * an unsaved draft may share with the one that was closed just before it: then the answer for the first is thrown
 * away or taken for one about the second, and nothing is asked until the second is edited.
 */
export class OverlookedDrafts {
  readonly #host: OverlookedDraftsHost;
  /** Questions under way, by URI. */
  readonly #asked = new Map<string, number>();
  /** Documents that an answer was about. */
  readonly #answered = new WeakSet<object>();
  readonly #tries = new Map<string, { readonly version: number; readonly count: number }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(host: OverlookedDraftsHost) {
    this.#host = host;
  }

  /** Follows a question about a draft to its end, and passes on what came of it. */
  async follow<T>(uri: string, document: object, question: () => T | PromiseLike<T>): Promise<T> {
    this.#asked.set(uri, (this.#asked.get(uri) ?? 0) + 1);
    try {
      const answer = await question();
      this.#answered.add(document);
      return answer;
    } finally {
      const left = (this.#asked.get(uri) ?? 1) - 1;
      if (left > 0) this.#asked.set(uri, left);
      else this.#asked.delete(uri);
      this.look();
    }
  }

  /** Looks, after a while, whether a draft waits in vain. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#lookNow();
    }, this.#host.patience);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #lookNow(): void {
    const visible = this.#host.visible();
    const uris = new Set(visible.map(({ uri }) => uri));
    for (const uri of this.#tries.keys()) if (!uris.has(uri)) this.#tries.delete(uri);
    const overlooked = visible.filter(
      ({ uri, document }) =>
        !this.#asked.has(uri) && (!this.#host.answered(uri) || !this.#answered.has(document)),
    );
    let again = false;
    for (const { uri, version } of overlooked) {
      const tried = this.#tries.get(uri);
      const count = tried?.version === version ? tried.count : 0;
      if (count >= MAX_TRIES) continue;
      this.#tries.set(uri, { version, count: count + 1 });
      again = true;
    }
    if (again) this.#host.ask();
  }
}
