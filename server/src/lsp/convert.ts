import type { Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding, Severity } from '../core/finding.js';
import type { Span } from '../core/text/span.js';

/**
 * The only module that turns the engine's offsets into lines and characters and back. Both are UTF-16; a
 * position outside the text is taken to the nearest place inside it.
 */

const LSP_SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The place of a finding that concerns the whole draft. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A text that is not open in an editor, so that its positions can be told. */
export function closedDocument(uri: string, text: string): TextDocument {
  return TextDocument.create(uri, '', 0, text);
}

/** The range of a span. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The offset of a position. What is no number counts as 0. */
export function toOffset(document: TextDocument, position: Position): number {
  const line = whole(position.line);
  return document.offsetAt({ line, character: whole(position.character) });
}

/** The span of a range, its ends put in order. */
export function toSpan(document: TextDocument, range: Range): Span {
  const a = toOffset(document, range.start);
  const b = toOffset(document, range.end);
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** The edits of a fix. */
export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(document, edit.span), newText: edit.text }));
}

/** What a finding and its related places are in LSP, without what depends on the client. */
export function toDiagnostic(document: TextDocument, finding: Finding): Diagnostic {
  return {
    range: toRange(document, finding.span),
    severity: LSP_SEVERITY[finding.severity],
    code: finding.rule,
    message: finding.message,
    relatedInformation: finding.related.map((place) => ({
      location: { uri: document.uri, range: toRange(document, place.span) },
      message: place.message,
    })),
  };
}

function whole(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.trunc(value)) : 0;
}
