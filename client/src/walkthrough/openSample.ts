import * as vscode from 'vscode';

/**
 * Opens a copy of a sample draft, unsaved, so that the sample stays as it is for the next time.
 * @param samples the folder of the samples
 * @param name a file in it; without it the writer is asked for one
 */
export async function openSample(samples: vscode.Uri, name: unknown): Promise<void> {
  try {
    const chosen = typeof name === 'string' ? name : await chooseSample(samples);
    if (chosen === undefined) return;
    const document = await vscode.workspace.openTextDocument({
      content: await read(vscode.Uri.joinPath(samples, chosen)),
      language: chosen.endsWith('.md') ? 'markdown' : 'plaintext',
    });
    await vscode.window.showTextDocument(document, { preview: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The sample could not be opened: {0}', reason));
  }
}

async function chooseSample(samples: vscode.Uri): Promise<string | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(samples);
  const names = entries.flatMap(([name]) => (/\.(?:txt|md)$/u.test(name) ? name : [])).sort();
  const items = await Promise.all(
    names.map(async (name) => ({
      label: titleOf(await read(vscode.Uri.joinPath(samples, name))),
      description: name,
    })),
  );
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open a sample draft'),
    placeHolder: vscode.l10n.t('A copy is opened; nothing happens to the sample.'),
    matchOnDescription: true,
  });
  return choice?.description;
}

/** The first line of a draft that is its own, without the marks of Markdown and its front matter. */
function titleOf(text: string): string {
  const body = text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/u, '');
  return /\S.*/u.exec(body)?.[0].replace(/^#+\s+/u, '') ?? '';
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
