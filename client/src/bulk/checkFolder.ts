import * as vscode from 'vscode';
import type { BulkCheck } from './bulkCheck.js';
import type { BulkSummary } from './bulkSummary.js';
import { checkFolders } from './checkWorkspace.js';

/**
 * Checks the drafts below folders.
 * @param clicked the explorer's entry that was clicked; without it the writer is asked for a folder
 * @param selected all entries that are selected in the explorer
 */
export async function checkFolder(
  bulk: BulkCheck,
  showLog: () => void,
  clicked: unknown,
  selected: unknown,
): Promise<BulkSummary | undefined> {
  const uris = (Array.isArray(selected) ? selected : []).filter((uri) => uri instanceof vscode.Uri);
  if (clicked instanceof vscode.Uri) {
    const folders = uris.some((uri) => uri.toString() === clicked.toString()) ? uris : [clicked];
    return checkFolders(folders, bulk, showLog);
  }
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
    title: vscode.l10n.t('Check the drafts of a folder'),
    openLabel: vscode.l10n.t('Check'),
    ...(first === undefined ? {} : { defaultUri: first }),
  });
  return chosen === undefined ? undefined : checkFolders(chosen, bulk, showLog);
}
