import * as vscode from 'vscode';
import type { IgnoredFinding } from '../../../server/src/lsp/protocol/ignoring.js';
import { changeGuide, createGuide, nearestGuide } from './guideFiles.js';
import { addIgnored, isIgnoredFinding, newGuide } from './guideText.js';
import type { OwnIgnored } from './ownIgnored.js';

/** Milliseconds that the confirmation stays in the status bar. */
const TOLD = 5000;

/**
 * Records that a finding is to be ignored: in the guide file of its draft, else, if the writer wants none or the draft
 * lies in no folder of the workspace, apart from it.
 *
 * @param params what the quick fix says; anything else does nothing
 */
export async function ignoreFinding(own: OwnIgnored, params: unknown): Promise<void> {
  if (!isParams(params)) return;
  if (await record(own, vscode.Uri.parse(params.uri, true), params.entry)) {
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Ignored. “Manage Ignored Findings” takes it back.'),
      TOLD,
    );
  }
}

async function record(own: OwnIgnored, draft: vscode.Uri, entry: IgnoredFinding): Promise<boolean> {
  const folder = draft.scheme === 'untitled' ? undefined : vscode.workspace.getWorkspaceFolder(draft);
  if (folder === undefined) {
    await own.add(entry);
    return true;
  }
  const guide = await nearestGuide(draft, folder);
  if (guide !== undefined) return changeGuide(guide, (text) => addIgnored(text, entry));
  const create = vscode.l10n.t('Create It');
  const keep = vscode.l10n.t('Keep It to Myself');
  const choice = await vscode.window.showInformationMessage(question(folder, draft), create, keep);
  if (choice === create) await createGuide(folder, newGuide(entry));
  if (choice === keep) await own.add(entry);
  return choice !== undefined;
}

function question(folder: vscode.WorkspaceFolder, draft: vscode.Uri): string {
  const asked = vscode.l10n.t(
    'What is ignored is recorded in the guide file .wenfeng.json, which “{0}” does not have yet. Create it?',
    folder.name,
  );
  const set = vscode.workspace.getConfiguration('wenfeng', draft).inspect('rules');
  const anySet = [set?.globalValue, set?.workspaceValue, set?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
  return anySet
    ? `${asked} ${vscode.l10n.t('Where there is a guide file, the settings of single rules in VS Code no longer hold.')}`
    : asked;
}

function isParams(value: unknown): value is { readonly uri: string; readonly entry: IgnoredFinding } {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, entry } = value as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && isIgnoredFinding(entry);
}
