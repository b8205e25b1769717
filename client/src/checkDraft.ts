import * as vscode from 'vscode';
import { showLength, type Figures } from './figures.js';
import type { LanguageServer } from './languageServer.js';
import { isDraft } from './watched.js';

/** Milliseconds after which the writer is no longer kept waiting: the dictionary loads in about one second. */
const LIMIT = 10_000;

/** Checks the draft in front now, shows the Problems panel and says in one line what there is. */
export async function checkDraft(server: LanguageServer, figures: Figures): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return;
  }
  if (!isDraft(document)) {
    await offerLanguage(document);
    return;
  }
  server.recheckOpenDrafts();
  const final = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking the draft') },
    () => figures.whenFinal(document, LIMIT),
  );
  const found = figures.of(document);
  if (!final || found === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The checker did not answer; the log may say why.'));
    return;
  }
  if (found.skipped === 'not-chinese') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This document is not Chinese prose, so it is left alone.'),
    );
    return;
  }
  if (found.skipped === 'disabled') {
    await offerSwitchingOn();
    return;
  }
  const told = vscode.l10n.t('{0}. Findings: {1}', showLength(found), found.findings);
  void vscode.window.showInformationMessage(told);
  if (found.findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function offerLanguage(document: vscode.TextDocument): Promise<void> {
  const choose = vscode.l10n.t('Choose a Language');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Documents of the language “{0}” are not checked.', document.languageId),
    choose,
  );
  if (choice === choose) await vscode.commands.executeCommand('workbench.action.editor.changeLanguageMode');
}

async function offerSwitchingOn(): Promise<void> {
  const openSettings = vscode.l10n.t('Open Settings');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Checking while you type is switched off by the setting wenfeng.enable.'),
    openSettings,
  );
  if (choice === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'wenfeng.enable');
  }
}
