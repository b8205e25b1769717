import type { Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DraftFormat } from '../core/draft/model.js';

/** The documents that are open in the client, kept up to date by its edits. */
export type OpenDocuments = TextDocuments<TextDocument>;

/** Listens to the client's open, change and close notifications. */
export function listenToDocuments(connection: Connection): OpenDocuments {
  const documents = new TextDocuments(TextDocument);
  documents.listen(connection);
  return documents;
}

/** How a document of a language is read. */
export function formatOfLanguage(languageId: string): DraftFormat {
  return languageId === 'markdown' ? 'markdown' : 'plain';
}

/** The language of a document by VS Code's name; Vim, Emacs and their kind say `text` for plain text. */
export function languageOf(document: TextDocument): string {
  return document.languageId === 'text' ? 'plaintext' : document.languageId;
}
