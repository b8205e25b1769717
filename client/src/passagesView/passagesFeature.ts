import * as vscode from 'vscode';
import {
  COMPARE_PASSAGES,
  COMPARE_PROGRESS,
  type ComparePassagesResult,
} from '../../../server/src/lsp/protocol/passages.js';
import { bulkSettings } from '../bulk/bulkSettings.js';
import type { ClientFeature, Services } from '../services.js';
import { OPEN_PASSAGE } from './passageItems.js';
import type { Node } from './passageTree.js';
import { PASSAGES_VIEW, PassagesView } from './passagesView.js';
import { ShownPassage } from './shownPassage.js';

/** The view of the passages that several drafts have in common, and its commands. */
export const passagesFeature: ClientFeature = (services) => {
  const view = new PassagesView();
  const shown = new ShownPassage();
  return vscode.Disposable.from(
    view,
    shown,
    vscode.commands.registerCommand(
      'wenfeng.comparePassages',
      async (clicked: unknown, selected: unknown) => {
        const targets = await chooseTargets(clicked, selected);
        if (targets.length > 0) await compare(targets, view, services);
      },
    ),
    vscode.commands.registerCommand('wenfeng.comparePassagesAgain', () =>
      compare(view.targets, view, services),
    ),
    vscode.commands.registerCommand('wenfeng.clearPassages', () => {
      shown.clear();
      view.clear();
    }),
    vscode.commands.registerCommand(OPEN_PASSAGE, async (node: Node | undefined) => {
      if (node?.kind === 'passage') await open(() => shown.show(node));
    }),
  );
};

/** What was clicked in the explorer, else the workspace, else a folder that the writer is asked for. */
async function chooseTargets(clicked: unknown, selected: unknown): Promise<readonly vscode.Uri[]> {
  if (clicked instanceof vscode.Uri) {
    const uris = (Array.isArray(selected) ? selected : []).filter((uri) => uri instanceof vscode.Uri);
    return uris.some((uri) => uri.toString() === clicked.toString()) ? uris : [clicked];
  }
  const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  if (folders.length > 0) return folders;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
    title: vscode.l10n.t('Find passages that several drafts have in common'),
    openLabel: vscode.l10n.t('Compare'),
  });
  return chosen ?? [];
}

let runs = 0;

/** Compares drafts with progress and a cancel button, and shows what was found. Cancelled, it leaves the view as it was. */
async function compare(
  targets: readonly vscode.Uri[],
  view: PassagesView,
  { server, log }: Services,
): Promise<void> {
  const [first] = targets;
  if (first === undefined) return;
  const id = `compare-${++runs}`;
  try {
    const result = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Comparing drafts'),
        cancellable: true,
      },
      async (progress, token): Promise<ComparePassagesResult | undefined> => {
        const listening = server.on(COMPARE_PROGRESS, ({ id: told, stage, done, total }) => {
          if (told !== id) return;
          const message =
            stage === 'reading'
              ? vscode.l10n.t('reading {0}/{1}', done, total)
              : vscode.l10n.t('comparing {0}/{1}', done, total);
          progress.report({ message, increment: 50 / Math.max(1, total) });
        });
        try {
          const params = { id, targets: targets.map((uri) => uri.toString()), ...bulkSettings(first) };
          const asked = server.request(COMPARE_PASSAGES, params, token);
          await vscode.window.withProgress({ location: { viewId: PASSAGES_VIEW } }, () => asked);
          return await asked;
        } catch (error) {
          // A request that is cancelled may be answered with an error.
          if (!token.isCancellationRequested) throw error;
          return undefined;
        } finally {
          listening.dispose();
        }
      },
    );
    if (result === undefined || result.cancelled) return;
    for (const { uri, failure } of result.drafts) {
      if (failure !== undefined) log.warn(`${uri}: ${failure}`);
    }
    view.show(targets, result);
    await vscode.commands.executeCommand(`${PASSAGES_VIEW}.focus`);
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The drafts could not be compared: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}

/** A draft may be gone by the time that it is to be shown. */
async function open(show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The passage could not be shown: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}
