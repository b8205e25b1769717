import * as vscode from 'vscode';
import type { ClientFeature } from '../services.js';
import type { Figures } from '../figures.js';

/** The kind of the action that mends everything that can be mended unseen. */
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('wenfeng');

/** Milliseconds that the writer is kept waiting for the rules that need the dictionary. */
const LIMIT = 10_000;

/** Milliseconds that the confirmation stays in the status bar. */
const TOLD = 5000;

/** The command that mends all that is safe in the draft in front. */
export const fixAllFeature: ClientFeature = ({ figures }) =>
  vscode.commands.registerCommand('wenfeng.fixAll', () => fixAll(figures));

/** Mends everything in the draft in front that can be mended unseen, as one edit; says so where there is nothing. */
async function fixAll(figures: Figures): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return;
  }
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking the draft') },
    () => figures.whenFinal(document, LIMIT),
  );
  const { version } = document;
  const edit = await editOf(document);
  if (edit === undefined || edit.size === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing in this draft can be fixed without asking you.'),
    );
    return;
  }
  if (document.version !== version || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The draft changed in the meantime, so nothing was done; try again.'),
    );
    return;
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('What was safe is fixed. Undo takes it back.'), TOLD);
}

async function editOf(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(0, 0, 0, 0),
    FIX_ALL.value,
    1,
  );
  return actions.find(({ kind }) => kind !== undefined && FIX_ALL.contains(kind))?.edit;
}
