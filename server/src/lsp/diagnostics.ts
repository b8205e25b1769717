import { createHash } from 'node:crypto';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DiagnosticSeverity, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from '../core/check.js';
import { SEVERITIES, type Finding } from '../core/finding.js';
import type { GuideProblem } from '../core/guide/guideFile.js';
import type { Language } from '../core/localized.js';
import type { Checked } from './checker.js';
import { closedDocument, toDiagnostic, TOP, toRange } from './convert.js';
import { SOURCE } from './protocol/source.js';
import type { RulePage } from './rulePage.js';
import type { ClientSupport } from './support.js';
import { say } from './texts.js';

/** At most this many findings of a draft become diagnostics. */
export const LIMIT = 500;

/** Turns findings into diagnostics that the client understands. */
export class DiagnosticMaker {
  readonly #support: Pick<ClientSupport, 'relatedInformation' | 'codeDescription'>;
  readonly #page: RulePage;

  constructor(support: Pick<ClientSupport, 'relatedInformation' | 'codeDescription'>, page: RulePage) {
    this.#support = support;
    this.#page = page;
  }

  /** The diagnostic of one finding. */
  one(document: TextDocument, finding: Finding): Diagnostic {
    const { relatedInformation = [], ...diagnostic } = toDiagnostic(document, finding);
    return {
      ...diagnostic,
      source: SOURCE,
      ...(this.#support.codeDescription ? { codeDescription: { href: this.#page(finding.rule) } } : {}),
      ...(this.#support.relatedInformation && relatedInformation.length > 0 ? { relatedInformation } : {}),
    };
  }

  /** The diagnostics of a draft: the worst {@link LIMIT}, and one more that says how many were left out. */
  all(document: TextDocument, result: CheckResult, language: Language): Diagnostic[] {
    const shown = worst(result.findings).map((finding) => this.one(document, finding));
    const count = result.findings.length - shown.length;
    if (count > 0) {
      shown.push({
        range: TOP,
        severity: DiagnosticSeverity.Information,
        source: SOURCE,
        message: say('leftOut', language, { count, limit: LIMIT }),
      });
    }
    return shown;
  }

  /** The diagnostics of an open document; none when it is left alone. */
  ofChecked({ document, result, settings }: Checked): Diagnostic[] {
    return result === undefined ? [] : this.all(document, result, settings.language);
  }
}

/** The diagnostics of a guide file: what is wrong in its text has no effect, and the rest has. */
export function guideDiagnostics(
  text: string,
  problems: readonly GuideProblem[],
  language: Language,
): Diagnostic[] {
  const document = closedDocument('', text);
  return problems.map(({ span, message }) => ({
    range: toRange(document, span),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message: message[language],
  }));
}

/**
 * The answer to a pull request. Its id is a digest of the diagnostics, so that `unchanged` is true whatever
 * happened in between.
 */
export function report(diagnostics: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
  const resultId = createHash('sha256').update(JSON.stringify(diagnostics)).digest('base64url').slice(0, 22);
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
}

/** The worst findings, the first of the draft among equals; the order is theirs when none is left out. */
function worst(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= LIMIT) return findings;
  return findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, LIMIT);
}
