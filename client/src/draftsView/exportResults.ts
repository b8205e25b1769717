import * as vscode from 'vscode';
import { EXPORT_RESULTS, type ExportResultsResult } from '../../../server/src/lsp/protocol/exportResults.js';
import type { Services } from '../services.js';

/** Writes a report on the drafts that were checked to a file that the writer names; the name's ending tells its form. */
export async function exportResults({ server, results, log }: Services): Promise<void> {
  const targets = results.drafts.map(({ uri }) => uri.toString()).sort();
  if (targets.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No drafts have been checked yet.'));
    return;
  }
  const folder = results.folders[0] ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = vscode.l10n.t('check results');
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the results'),
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${name}.md`) }),
    filters: {
      [vscode.l10n.t('Markdown, to read or pass on')]: ['md'],
      [vscode.l10n.t('CSV, for spreadsheets')]: ['csv'],
      [vscode.l10n.t('JSON, for programs')]: ['json'],
      SARIF: ['sarif'],
    },
  });
  if (file === undefined) return;
  const extension = /\.[^./]+$/u.exec(file.path)?.[0].toLowerCase() ?? '';
  if (!['.md', '.csv', '.json', '.sarif'].includes(extension)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Nothing was written: let the name end in .md, .csv, .json or .sarif.'),
    );
    return;
  }
  try {
    const root = (folder ?? vscode.Uri.joinPath(file, '..')).toString();
    const result = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Exporting the results'),
        cancellable: true,
      },
      async (_, token): Promise<ExportResultsResult> => {
        try {
          return await server.request(EXPORT_RESULTS, { targets, root, extension }, token);
        } catch (error) {
          // A request that is cancelled may be answered with an error.
          if (!token.isCancellationRequested) throw error;
          return { text: '', cancelled: true };
        }
      },
    );
    if (result.cancelled) return;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(result.text));
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The results could not be exported: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
    return;
  }
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('The results are in {0}.', vscode.workspace.asRelativePath(file)),
    open,
  );
  if (choice === open) await vscode.commands.executeCommand('vscode.open', file);
}
