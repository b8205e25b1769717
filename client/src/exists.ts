import * as vscode from 'vscode';

/** Whether there is a file or a folder of this name, as far as can be seen. */
export async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
