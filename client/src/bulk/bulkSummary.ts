import * as vscode from 'vscode';
import { DiagnosticSeverity } from 'vscode-languageclient/node';
import type { BulkFileParams } from '../../../server/src/lsp/protocol/bulk.js';
import { shownUri } from '../wordDocuments/textView.js';
import { DRAFTS_VIEW } from '../draftsView/draftsView.js';

/** How many of the worst drafts are named. */
const NAMED = 3;

/** A draft of a bulk check. */
export interface CheckedDraft {
  readonly uri: vscode.Uri;
  readonly errors: number;
  readonly findings: number;
}

/** A file that could not be read. */
export interface UnreadableFile {
  readonly uri: vscode.Uri;
  /** One sentence. */
  readonly failure: string;
}

/** What a bulk check found, to be told in the end. */
export class BulkSummary {
  readonly #checked: CheckedDraft[] = [];
  readonly #unreadable: UnreadableFile[] = [];
  #total = 0;
  #notChinese = 0;
  cancelled = false;

  /** Drafts that were checked, without those that are no Chinese prose. */
  get checked(): readonly CheckedDraft[] {
    return this.#checked;
  }

  get unreadable(): readonly UnreadableFile[] {
    return this.#unreadable;
  }

  get notChinese(): number {
    return this.#notChinese;
  }

  get findings(): number {
    return this.#checked.reduce((sum, draft) => sum + draft.findings, 0);
  }

  add(file: BulkFileParams): void {
    const uri = vscode.Uri.parse(file.uri, true);
    if (file.done === 1) this.#total += file.total;
    if (file.failure !== undefined) {
      this.#unreadable.push({ uri, failure: file.failure });
    } else if (file.skipped !== undefined) {
      this.#notChinese += 1;
    } else {
      const errors = file.diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
      this.#checked.push({ uri, errors, findings: file.diagnostics.length });
    }
  }

  /** The drafts with findings, the one with the most first; of equals the one with more errors. */
  worst(): CheckedDraft[] {
    return this.#checked
      .filter((draft) => draft.findings > 0)
      .sort((a, b) => b.findings - a.findings || b.errors - a.errors);
  }

  /** The whole summary on one line. */
  sentence(): string {
    const parts = [this.#opening()];
    if (this.findings > 0) {
      const named = this.worst().slice(0, NAMED).map(describe);
      parts.push(vscode.l10n.t('Findings: {0}, most in {1}.', this.findings, named.join(listSeparator())));
    } else if (this.#checked.length > 0) {
      parts.push(vscode.l10n.t('Nothing was found.'));
    }
    const [unreadable] = this.#unreadable;
    if (unreadable !== undefined) {
      parts.push(
        this.#unreadable.length === 1
          ? vscode.l10n.t('Not read: {0} ({1}).', nameOf(unreadable.uri), bare(unreadable.failure))
          : vscode.l10n.t(
              '{0} files could not be read; the log names each with its reason.',
              this.#unreadable.length,
            ),
      );
    }
    if (this.#notChinese > 0) {
      parts.push(vscode.l10n.t('Left alone as not Chinese prose: {0}.', this.#notChinese));
    }
    return parts.reduce((text, part) =>
      vscode.l10n.t({
        message: '{0} {1}',
        args: [text, part],
        comment: ['Two sentences, one after the other.'],
      }),
    );
  }

  #opening(): string {
    const { length } = this.#checked;
    const seen = length + this.#notChinese + this.#unreadable.length;
    if (this.cancelled)
      return vscode.l10n.t('Cancelled after {0} of {1} files.', seen, Math.max(seen, this.#total));
    if (seen === 0) return vscode.l10n.t('There are no drafts to check here.');
    return vscode.l10n.t('Drafts checked: {0}.', length);
  }
}

/** Tells the summary, with ways on from it. */
export async function showSummary(summary: BulkSummary, showLog: () => void): Promise<void> {
  const [worst] = summary.worst();
  const drafts = vscode.l10n.t('Show the Drafts');
  const open = vscode.l10n.t('Open {0}', worst === undefined ? '' : nameOf(worst.uri));
  const log = vscode.l10n.t('Show Log');
  const buttons = [
    ...(worst === undefined && summary.unreadable.length === 0 ? [] : [drafts]),
    ...(worst === undefined ? [] : [open]),
    ...(summary.unreadable.length === 0 ? [] : [log]),
  ];
  const show =
    summary.unreadable.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const choice = await show(summary.sentence(), ...buttons);
  if (choice === drafts) await vscode.commands.executeCommand(`${DRAFTS_VIEW}.focus`);
  if (choice === open && worst !== undefined) await vscode.window.showTextDocument(shownUri(worst.uri));
  if (choice === log) showLog();
}

function describe({ uri, errors, findings }: CheckedDraft): string {
  return errors > 0
    ? vscode.l10n.t('{0} ({1}, of them errors: {2})', nameOf(uri), findings, errors)
    : vscode.l10n.t('{0} ({1})', nameOf(uri), findings);
}

function listSeparator(): string {
  return vscode.l10n.t({ message: ', ', comment: ['Stands between the names of drafts.'] });
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** A sentence without its end mark, to stand in brackets. */
function bare(sentence: string): string {
  return sentence.replace(/[。.]$/u, '');
}
