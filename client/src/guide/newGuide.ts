import * as vscode from 'vscode';
import { exists } from '../exists.js';
import { GUIDE_FILE_NAME, GUIDE_PRESETS, NEW_GUIDE } from '../../../server/src/lsp/protocol/guide.js';
import type { LanguageServer } from '../languageServer.js';

/** The longest limit that can be set, in minutes. */
const MAX_MINUTES = 600;

/** Asks a few questions, writes a commented guide file from the answers and opens it. */
export async function newGuide(server: LanguageServer): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder, GUIDE_FILE_NAME);
  if ((await exists(file)) && !(await mayReplace(file))) return;
  try {
    const presets = await server.request(GUIDE_PRESETS, { folder: folder.toString() });
    const preset = await vscode.window.showQuickPick(
      presets.map(({ name, title, description }) => ({
        label: title,
        description: name,
        detail: description,
      })),
      {
        title: vscode.l10n.t('New style guide'),
        placeHolder: vscode.l10n.t('What kind of drafts is it for?'),
        matchOnDescription: true,
        matchOnDetail: true,
      },
    );
    if (preset === undefined) return;
    const minutes = await askMinutes();
    if (minutes === undefined) return;
    const { text } = await server.request(NEW_GUIDE, {
      folder: folder.toString(),
      preset: preset.description,
      ...(minutes === '' ? {} : { maxMinutes: Number(minutes) }),
    });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The style guide could not be written: {0}', reason));
  }
}

/** A folder that is open, or any where none is. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders[0] !== undefined) return folders[0].uri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: vscode.l10n.t('Which folder is the style guide for?'),
    openLabel: vscode.l10n.t('Choose'),
  });
  return chosen?.[0];
}

/** Whether an existing guide file may be replaced; opens it when the writer would rather see it. */
async function mayReplace(file: vscode.Uri): Promise<boolean> {
  const open = vscode.l10n.t('Open It');
  const replace = vscode.l10n.t('Replace It');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('This folder has a style guide already.'),
    { modal: true },
    open,
    replace,
  );
  if (choice === open) await vscode.window.showTextDocument(file);
  return choice === replace;
}

/** A number of minutes in digits, empty when it is left to the preset; undefined when the writer gave up. */
async function askMinutes(): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('New style guide'),
    prompt: vscode.l10n.t(
      'How many minutes may a speech take? 0 for no limit; leave it empty to keep to the kind.',
    ),
    validateInput: (text) =>
      isMinutes(text.trim())
        ? undefined
        : vscode.l10n.t('Type a whole number from 0 to {0}, or nothing.', MAX_MINUTES),
  });
  return answer?.trim();
}

function isMinutes(text: string): boolean {
  return text === '' || (/^\d{1,3}$/u.test(text) && Number(text) <= MAX_MINUTES);
}
