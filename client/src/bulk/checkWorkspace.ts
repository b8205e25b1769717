import * as vscode from 'vscode';
import type { BulkCheck } from './bulkCheck.js';
import { showSummary, type BulkSummary } from './bulkSummary.js';

/** Checks every draft of the workspace. Resolves when all are checked, before the summary is answered. */
export async function checkWorkspace(bulk: BulkCheck, showLog: () => void): Promise<BulkSummary | undefined> {
  const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri) ?? [];
  if (folders.length === 0) {
    const open = vscode.l10n.t('Open Folder');
    void vscode.window.showInformationMessage(vscode.l10n.t('No folder is open.'), open).then((choice) => {
      if (choice === open) void vscode.commands.executeCommand('workbench.action.files.openFolder');
    });
    return undefined;
  }
  return checkFolders(folders, bulk, showLog);
}

/** Checks the drafts below folders and tells the summary. Resolves before the summary is answered. */
export async function checkFolders(
  folders: readonly vscode.Uri[],
  bulk: BulkCheck,
  showLog: () => void,
): Promise<BulkSummary | undefined> {
  const summary = await bulk.run(folders);
  if (summary !== undefined) void showSummary(summary, showLog);
  return summary;
}
