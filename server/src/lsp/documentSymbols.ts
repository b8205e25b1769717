import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft, Paragraph } from '../core/draft/model.js';
import { OPAQUE } from '../core/text/characters.js';
import type { Span } from '../core/text/span.js';
import type { Checked } from './checker.js';
import { toRange } from './convert.js';
import type { Feature } from './feature.js';

/** Answers `textDocument/documentSymbol`. */
export const documentSymbolFeature: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  serve: ({ connection, answer, support }) => {
    const symbols = support.symbolTree ? documentSymbols : flatSymbols;
    connection.onDocumentSymbol((params) =>
      answer<DocumentSymbol[] | SymbolInformation[]>(params.textDocument.uri, [], symbols),
    );
  },
};

/** A heading with what stands below it. */
interface Section {
  readonly name: string;
  readonly level: number;
  readonly heading: Span;
  end: number;
  readonly sections: Section[];
}

/** The headings of a Chinese draft, nested by level, each with the range of its section. */
export function documentSymbols({ document, result }: Checked): DocumentSymbol[] {
  if (result?.draft.chinese !== true) return [];
  return sectionsOf(result.draft).map((section) => toSymbol(document, section));
}

/** The same headings in one list, for clients that know no tree. */
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

function sectionsOf(draft: Draft): Section[] {
  const top: Section[] = [];
  const open: Section[] = [];
  for (const paragraph of draft.paragraphs) {
    const place = ink(paragraph);
    if (paragraph.kind === 'heading') {
      while ((open.at(-1)?.level ?? 0) >= paragraph.level) open.pop();
      const { level } = paragraph;
      const section: Section = {
        name: nameOf(paragraph),
        level,
        heading: place,
        end: place.end,
        sections: [],
      };
      (open.at(-1)?.sections ?? top).push(section);
      open.push(section);
    }
    for (const section of open) section.end = place.end;
  }
  return top;
}

function toSymbol(document: TextDocument, section: Section): DocumentSymbol {
  return {
    name: section.name,
    kind: SymbolKind.String,
    range: toRange(document, { start: section.heading.start, end: section.end }),
    selectionRange: toRange(document, section.heading),
    children: section.sections.map((child) => toSymbol(document, child)),
  };
}

/** A heading's words with their ordinal, without the mark that wrongly ends them. Never empty. */
function nameOf({ text }: Paragraph): string {
  const words = text.replaceAll(OPAQUE, '').replace(/\s+/gu, ' ').trim();
  return words.replace(/[。．.，,；;：:、！!]+$/u, '') || words || '…';
}

/** A paragraph's span without the blanks at its ends. */
function ink(paragraph: Paragraph): Span {
  const { text } = paragraph;
  return paragraph.span(text.length - text.trimStart().length, text.trimEnd().length);
}
