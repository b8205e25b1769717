import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isSection, outlineOf, type OutlineEntry } from '../core/draft/outline.js';
import type { Checked } from './checker.js';
import { toRange } from './convert.js';
import type { Feature } from './feature.js';

/** Answers `textDocument/documentSymbol`. Breadcrumbs, the outline and sticky scroll show what it answers. */
export const documentSymbolFeature: Feature = {
  // Beside Markdown's own headings the outline names whose each tree is.
  capabilities: () => ({ documentSymbolProvider: { label: '文风' } }),
  serve: ({ connection, answer, support }) => {
    const symbols = support.symbolTree ? documentSymbols : flatSymbols;
    connection.onDocumentSymbol((params) =>
      answer<DocumentSymbol[] | SymbolInformation[]>(params.textDocument.uri, [], symbols),
    );
  },
};

/** The outline of a Chinese draft as symbols. */
export function documentSymbols({ document, result }: Checked): DocumentSymbol[] {
  if (result?.draft.chinese !== true) return [];
  return outlineOf(result.draft).map((entry) => toSymbol(document, entry));
}

/** The same entries in one list, for clients that know no tree. */
export function flatSymbols(checked: Checked): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const add = (symbols: readonly DocumentSymbol[], containerName?: string): void => {
    for (const { name, kind, range, children = [] } of symbols) {
      const location = { uri: checked.document.uri, range };
      flat.push({ name, kind, location, ...(containerName === undefined ? {} : { containerName }) });
      add(children, name);
    }
  };
  add(documentSymbols(checked));
  return flat;
}

function toSymbol(document: TextDocument, entry: OutlineEntry): DocumentSymbol {
  return {
    name: entry.name,
    // Sections as VS Code's Markdown shows headings; members of a list as members.
    kind: isSection(entry) ? SymbolKind.String : SymbolKind.EnumMember,
    range: toRange(document, entry),
    selectionRange: toRange(document, entry.label),
    children: entry.children.map((child) => toSymbol(document, child)),
  };
}
