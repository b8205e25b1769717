import * as vscode from 'vscode';
import type { IgnoredFinding } from '../../../server/src/lsp/protocol/ignoring.js';
import { isIgnoredFinding, isSame } from './guideText.js';

const KEY = 'ignored';

/** What the writer ignores apart from guide files: in drafts that lie in no folder of the workspace, or keep to themselves. */
export class OwnIgnored implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<readonly IgnoredFinding[]>();
  readonly #storage: vscode.Memento;

  readonly onDidChange = this.#changed.event;

  /** @param storage where it is kept, for all workspaces */
  constructor(storage: vscode.Memento) {
    this.#storage = storage;
  }

  get entries(): readonly IgnoredFinding[] {
    const kept: unknown = this.#storage.get(KEY);
    return Array.isArray(kept) ? kept.filter(isIgnoredFinding) : [];
  }

  async add(entry: IgnoredFinding): Promise<void> {
    const { entries } = this;
    if (!entries.some((known) => isSame(known, entry))) await this.#set([...entries, entry]);
  }

  async remove(taken: readonly IgnoredFinding[]): Promise<void> {
    await this.#set(this.entries.filter((entry) => !taken.some((one) => isSame(one, entry))));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #set(entries: readonly IgnoredFinding[]): Promise<void> {
    await this.#storage.update(KEY, entries);
    this.#changed.fire(entries);
  }
}
