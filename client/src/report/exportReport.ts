import * as vscode from 'vscode';
import { REPORT_FILE } from '../../../server/src/lsp/protocol/report.js';
import type { Figures } from '../figures.js';
import type { LanguageServer } from '../languageServer.js';
import { draftName } from './draftName.js';

/** Milliseconds that the writer is kept waiting for the rules that need the dictionary. */
const LIMIT = 10_000;

/** Asks what goes into the file and where it goes, writes the report on a draft and offers to open it. */
export async function exportReport(
  server: LanguageServer,
  figures: Figures,
  document: vscode.TextDocument,
): Promise<void> {
  const includeText = await askText();
  if (includeText === undefined) return;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report as HTML'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: besides(document.uri),
    filters: { HTML: ['html'] },
  });
  if (file === undefined) return;
  try {
    const html = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Writing the report') },
      async () => {
        await figures.whenFinal(document, LIMIT);
        const uri = document.uri.toString();
        const result = await server.request(REPORT_FILE, { uri, name: draftName(document.uri), includeText });
        return result.html;
      },
    );
    if (html === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This document is not checked, because of its language or the setting wenfeng.enable.'),
      );
      return;
    }
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The report could not be written: {0}', reason));
    return;
  }
  const open = vscode.l10n.t('Open');
  const written = vscode.l10n.t('The report is written: {0}', vscode.workspace.asRelativePath(file));
  void vscode.window.showInformationMessage(written, open).then(async (choice) => {
    if (choice === open) await openFile(file);
  });
}

/** Whether the draft's own words go into the file; undefined when the writer gave up. */
async function askText(): Promise<boolean | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Figures and places only'),
        detail: vscode.l10n.t('None of the draft’s own words goes into the file.'),
        includeText: false,
      },
      {
        label: vscode.l10n.t('With the text of the draft'),
        detail: vscode.l10n.t(
          'For readers who may see the draft: findings in full, and marks lead into the text.',
        ),
        includeText: true,
      },
    ],
    { title: vscode.l10n.t('Export Report as HTML'), placeHolder: vscode.l10n.t('What goes into the file?') },
  );
  return choice?.includeText;
}

/** Beside the draft, or in the first folder for one that was never saved. */
function besides(draft: vscode.Uri): vscode.Uri {
  const name = `${vscode.l10n.t('{0} report', draftName(draft))}.html`;
  if (draft.scheme !== 'untitled') return vscode.Uri.joinPath(draft, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? vscode.Uri.file(name) : vscode.Uri.joinPath(folder, name);
}

/** In the browser where files of this machine can be; elsewhere as a document. */
async function openFile(file: vscode.Uri): Promise<void> {
  const local = file.scheme === 'file' && vscode.env.remoteName === undefined;
  if (local && vscode.env.uiKind === vscode.UIKind.Desktop && (await vscode.env.openExternal(file))) return;
  await vscode.commands.executeCommand('vscode.open', file);
}
