import * as vscode from 'vscode';
import { BULK_CHECK, BULK_FILE, type BulkFileParams } from '../../../server/src/lsp/protocol/bulk.js';
import type { BulkResults } from './bulkResults.js';
import { bulkSettings } from './bulkSettings.js';
import { BulkSummary } from './bulkSummary.js';
import type { LanguageServer } from '../languageServer.js';

/** Progress is shown at most every so many milliseconds. */
const PROGRESS_PAUSE = 50;

/** Checks many drafts at the writer's asking: one run at a time, with progress, a cancel button and a summary. */
export class BulkCheck implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #results: BulkResults;
  readonly #log: vscode.LogOutputChannel;
  readonly #started = new vscode.EventEmitter<Promise<unknown>>();
  #runs = 0;
  #current: { readonly cancel: () => void; readonly ended: Promise<unknown> } | undefined;

  /** Fires when a run begins, with what is resolved when it ends. */
  readonly onDidStart = this.#started.event;

  constructor(server: LanguageServer, results: BulkResults, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#results = results;
    this.#log = log;
  }

  /**
   * Checks the drafts below folders. A run that is under way is cancelled first.
   * Resolves with what was found, also when the writer cancels; undefined when the server failed, which is told.
   */
  async run(folders: readonly vscode.Uri[]): Promise<BulkSummary | undefined> {
    this.#current?.cancel();
    await this.#current?.ended;
    const cancellation = new vscode.CancellationTokenSource();
    const run = this.#check(folders, cancellation);
    const current = {
      cancel: () => {
        cancellation.cancel();
      },
      ended: run.catch(() => undefined),
    };
    this.#current = current;
    this.#started.fire(current.ended);
    try {
      return await run;
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The drafts could not be checked: {0}', reasonOf(error)),
      );
      return undefined;
    } finally {
      cancellation.dispose();
      if (this.#current === current) this.#current = undefined;
    }
  }

  dispose(): void {
    this.cancel();
    this.#started.dispose();
  }

  /** Ends the run that is under way, as its cancel button does. */
  cancel(): void {
    this.#current?.cancel();
  }

  async #check(
    folders: readonly vscode.Uri[],
    cancellation: vscode.CancellationTokenSource,
  ): Promise<BulkSummary> {
    const summary = new BulkSummary();
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking drafts'),
        cancellable: true,
      },
      async (progress, token) => {
        const listening = token.onCancellationRequested(() => {
          cancellation.cancel();
        });
        try {
          for (const folder of folders) {
            progress.report({ message: vscode.l10n.t('looking for drafts…') });
            await this.#checkFolder(folder, summary, progress, cancellation.token);
            if (summary.cancelled) break;
          }
        } finally {
          listening.dispose();
        }
      },
    );
    for (const file of summary.unreadable) this.#log.warn(`${file.uri.fsPath}: ${file.failure}`);
    this.#log.info(summary.sentence());
    return summary;
  }

  async #checkFolder(
    folder: vscode.Uri,
    summary: BulkSummary,
    progress: vscode.Progress<{ message: string; increment: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const id = `run-${++this.#runs}`;
    const accepted: Promise<void>[] = [];
    let complete = false;
    this.#results.begin(id, folder);
    let shown = { done: 0, at: 0 };
    const listening = this.#server.on(BULK_FILE, (file) => {
      if (file.id !== id) return;
      summary.add(file);
      accepted.push(this.#results.accept(id, file));
      const now = Date.now();
      if (now - shown.at < PROGRESS_PAUSE && file.done < file.total) return;
      progress.report({
        message: progressMessage(file),
        increment: ((file.done - shown.done) / file.total) * 100,
      });
      shown = { done: file.done, at: now };
    });
    try {
      const result = await this.#server.request(
        BULK_CHECK,
        { id, targets: [folder.toString()], ...bulkSettings(folder) },
        token,
      );
      await Promise.all(accepted);
      summary.cancelled ||= result.cancelled;
      complete = !result.cancelled;
    } catch (error) {
      // A request that is cancelled may be answered with an error.
      if (!token.isCancellationRequested) throw error;
      summary.cancelled = true;
    } finally {
      listening.dispose();
      this.#results.end(id, folder, complete);
    }
  }
}

function progressMessage({ uri, done, total }: BulkFileParams): string {
  return vscode.l10n.t('{0}/{1} · {2}', done, total, vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
