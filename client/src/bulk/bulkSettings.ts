import * as vscode from 'vscode';
import type { BulkCheckParams } from '../../../server/src/lsp/protocol/bulk.js';

/** What the settings say about the search for drafts below a folder. */
export function bulkSettings(
  folder: vscode.Uri,
): Pick<BulkCheckParams, 'include' | 'exclude' | 'maxFileSize'> {
  const bulk = vscode.workspace.getConfiguration('wenfeng.bulk', folder);
  const excluded = vscode.workspace
    .getConfiguration('files', folder)
    .get<Readonly<Record<string, unknown>>>('exclude', {});
  return {
    include: bulk.get<string[]>('include', ['**/*.{txt,md,docx}']),
    // Values other than true (false, conditions on sibling files) hide nothing for certain.
    exclude: Object.keys(excluded).filter((glob) => excluded[glob] === true),
    maxFileSize: bulk.get<number>('maxFileSize', 2048) * 1024,
  };
}
