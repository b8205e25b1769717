import * as vscode from 'vscode';
import { documentOfView } from './textView.js';

/**
 * The Word document that a command is about: the explorer's entry, else the one whose text is in front, else one that
 * the writer is asked for. Undefined when the writer gave up.
 */
export async function chooseDocument(
  clicked: unknown,
  title: string,
  openLabel: string,
): Promise<vscode.Uri | undefined> {
  if (clicked instanceof vscode.Uri) return documentOfView(clicked) ?? clicked;
  const inFront = vscode.window.activeTextEditor?.document.uri;
  const shown = inFront === undefined ? undefined : documentOfView(inFront);
  if (shown !== undefined) return shown;
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Word documents')]: ['docx'] },
    title,
    openLabel,
    ...(first === undefined ? {} : { defaultUri: first }),
  });
  return chosen?.[0];
}
