import * as vscode from 'vscode';
import type { DiagnosticCollectionProvider } from 'vscode-languageclient/node';

/** What happens to the live findings of a document. */
export interface LiveListener {
  /** The document is checked while it is edited, and these are its findings now. */
  update(uri: vscode.Uri, findings: readonly vscode.Diagnostic[]): void;
  /** It no longer is. */
  end(uri: vscode.Uri): void;
}

/**
 * Makes the collections that the language client fills, and knows which documents are live: those whose findings
 * the client has set and not yet taken away. This is what decides whether a bulk check's findings are shown.
 */
export class LiveDiagnostics implements DiagnosticCollectionProvider {
  readonly #live = new Map<string, readonly vscode.Diagnostic[]>();
  #listener: LiveListener | undefined;

  /** Sets who is told. */
  listen(listener: LiveListener): void {
    this.#listener = listener;
  }

  has(uri: vscode.Uri): boolean {
    return this.#live.has(uri.toString());
  }

  /** The findings of a live document; undefined of any other. */
  of(uri: vscode.Uri): readonly vscode.Diagnostic[] | undefined {
    return this.#live.get(uri.toString());
  }

  create(name: string | undefined): vscode.DiagnosticCollection {
    return new Watched(vscode.languages.createDiagnosticCollection(name), {
      update: (uri, findings) => {
        this.#live.set(uri.toString(), findings);
        this.#listener?.update(uri, findings);
      },
      end: (uri) => {
        if (this.#live.delete(uri.toString())) this.#listener?.end(uri);
      },
    });
  }

  dispose(collection: vscode.DiagnosticCollection): void {
    collection.dispose();
  }
}

/** A collection that tells what comes and goes. */
class Watched implements vscode.DiagnosticCollection {
  readonly #collection: vscode.DiagnosticCollection;
  readonly #listener: LiveListener;
  readonly #uris = new Map<string, vscode.Uri>();

  constructor(collection: vscode.DiagnosticCollection, listener: LiveListener) {
    this.#collection = collection;
    this.#listener = listener;
  }

  get name(): string {
    return this.#collection.name;
  }

  set(
    target: vscode.Uri | readonly (readonly [vscode.Uri, readonly vscode.Diagnostic[] | undefined])[],
    diagnostics?: readonly vscode.Diagnostic[],
  ): void {
    if (!(target instanceof vscode.Uri)) {
      for (const [uri, items] of target) this.set(uri, items);
      return;
    }
    if (diagnostics === undefined) {
      this.delete(target);
      return;
    }
    this.#uris.set(target.toString(), target);
    this.#listener.update(target, diagnostics);
    this.#collection.set(target, diagnostics);
  }

  delete(uri: vscode.Uri): void {
    this.#collection.delete(uri);
    if (this.#uris.delete(uri.toString())) this.#listener.end(uri);
  }

  clear(): void {
    for (const uri of [...this.#uris.values()]) this.delete(uri);
  }

  forEach(
    callback: (
      uri: vscode.Uri,
      diagnostics: readonly vscode.Diagnostic[],
      collection: vscode.DiagnosticCollection,
    ) => unknown,
    thisArg?: unknown,
  ): void {
    this.#collection.forEach(callback, thisArg);
  }

  get(uri: vscode.Uri): readonly vscode.Diagnostic[] | undefined {
    return this.#collection.get(uri);
  }

  has(uri: vscode.Uri): boolean {
    return this.#collection.has(uri);
  }

  [Symbol.iterator](): Iterator<[uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]]> {
    return this.#collection[Symbol.iterator]();
  }

  dispose(): void {
    this.clear();
    this.#collection.dispose();
  }
}
