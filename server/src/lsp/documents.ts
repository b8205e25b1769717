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

/** VS Code's names of languages that others name otherwise: Vim and Emacs, Sublime Text, the modes of Emacs. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['text', 'plaintext'],
  ['txt', 'plaintext'],
  ['md', 'markdown'],
  ['gfm', 'markdown'],
]);

/** VS Code's name of a language, whichever editor named it. */
export function languageNamed(id: string): string {
  return OTHER_NAMES.get(id) ?? id;
}

/** The language of a document by VS Code's name. */
export function languageOf(document: TextDocument): string {
  return languageNamed(document.languageId);
}
