import * as vscode from 'vscode';
import { BULK_FILE } from '../../../server/src/lsp/protocol/bulk.js';
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
  readonly #listening: vscode.Disposable;

  /** Fires when the text of an open view may have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    // Documents whose findings are kept are checked again when they change on disk.
    this.#listening = server.on(BULK_FILE, ({ uri }) => {
      const view = shownUri(vscode.Uri.parse(uri, true));
      if (view.scheme === TEXT_VIEW_SCHEME) this.#changed.fire(view);
    });
  }

  /** The text; where the document cannot be read, the reason, so that it can be read where the text would be. */
  async provideTextDocumentContent(view: vscode.Uri): Promise<string> {
    const uri = documentOfView(view) ?? view;
    await this.#server.begin();
    const result = await this.#server.request(DOCUMENT_TEXT, { uri: uri.toString(), format: 'plain' });
    return result.failure ?? result.text;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#listening.dispose();
  }
}
