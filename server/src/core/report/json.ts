import type { Finding, Severity } from '../finding.js';
import type { LineIndex } from '../text/lines.js';

/*
 * The JSON report, version 1, which other programs read: docs/json-report.md describes it. Key order, names and
 * meanings change only with the version. Offsets and columns are UTF-16 units of the decoded text without its
 * byte-order mark; lines and columns count from 1; every end is exclusive.
 */

export interface JsonEdit {
  readonly offset: number;
  readonly endOffset: number;
  readonly text: string;
}

export interface JsonFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly JsonEdit[];
}

export interface JsonRelated {
  readonly message: string;
  readonly offset: number;
  readonly endOffset: number;
  readonly line: number;
  readonly column: number;
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly related: readonly JsonRelated[];
  readonly fixes: readonly JsonFix[];
}

export interface JsonFile {
  readonly path: string;
  readonly encoding: string;
  readonly characters: number;
  readonly minutes: number;
  readonly findings: readonly JsonFinding[];
  readonly skipped?: 'not-chinese';
  /** Present where `line` is the number of a paragraph. */
  readonly places?: 'paragraphs';
}

export interface JsonError {
  readonly path: string;
  readonly message: string;
}

export interface JsonReport {
  readonly version: 1;
  readonly files: readonly JsonFile[];
  readonly errors: readonly JsonError[];
}

/** A finding as the report states it. */
export function jsonFinding(finding: Finding, lines: LineIndex): JsonFinding {
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(finding.span.end);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    offset: finding.span.start,
    endOffset: finding.span.end,
    related: finding.related.map(({ span, message }) => ({
      message,
      offset: span.start,
      endOffset: span.end,
      ...lines.positionAt(span.start),
    })),
    fixes: finding.fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ span, text }) => ({ offset: span.start, endOffset: span.end, text })),
    })),
  };
}
