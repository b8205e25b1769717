import * as vscode from 'vscode';
import { DOCUMENT_TEXT, isDocx, TEXT_VIEW_SCHEME } from '../../../server/src/lsp/protocol/documentText.js';
import type { LanguageServer } from '../languageServer.js';

/** Where a draft is shown with its findings: the text of a Word document, any other draft itself. */
export function shownUri(uri: vscode.Uri): vscode.Uri {
  return isDocx(uri.path) ? uri.with({ scheme: TEXT_VIEW_SCHEME }) : uri;
}

/** The Word document whose text a view shows; undefined for what is no such view. */
export function documentOfView(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === TEXT_VIEW_SCHEME ? uri.with({ scheme: 'file' }) : undefined;
}

/** Shows the texts of Word documents, read-only, as they are on disk. */
export class TextViews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** By view that is open. */
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #listening: vscode.Disposable;

  /** Fires when the document of an open view has changed on disk. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#listening = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#watchers.get(uri.toString())?.dispose();
      this.#watchers.delete(uri.toString());
    });
  }

  /** The text; where the document cannot be read, the reason, so that it can be read where the text would be. */
  async provideTextDocumentContent(view: vscode.Uri): Promise<string> {
    const uri = documentOfView(view) ?? view;
    this.#watch(uri, view);
    await this.#server.begin();
    const result = await this.#server.request(DOCUMENT_TEXT, { uri: uri.toString(), format: 'plain' });
    return result.failure ?? result.text;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#listening.dispose();
    for (const watcher of this.#watchers.values()) watcher.dispose();
  }

  #watch(uri: vscode.Uri, view: vscode.Uri): void {
    const key = view.toString();
    if (this.#watchers.has(key)) return;
    // A name may hold what a pattern means otherwise, so the folder's documents are watched.
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const tell = (changed: vscode.Uri): void => {
      if (changed.toString() === uri.toString()) this.#changed.fire(view);
    };
    // Word saves by replacing the file.
    const listening = [watcher.onDidChange(tell), watcher.onDidCreate(tell)];
    this.#watchers.set(key, vscode.Disposable.from(watcher, ...listening));
  }
}
