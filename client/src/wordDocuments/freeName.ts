import * as vscode from 'vscode';
import { exists } from '../exists.js';

/** A name beside a file with another extension that nothing has: 春耕.txt, else 春耕 (2).txt and so on. */
export async function freeName(file: vscode.Uri, extension: string): Promise<vscode.Uri> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
  for (let count = 1; ; count++) {
    const number = count === 1 ? '' : ` (${count})`;
    const candidate = vscode.Uri.joinPath(file, '..', `${name}${number}${extension}`);
    if (!(await exists(candidate))) return candidate;
  }
}
