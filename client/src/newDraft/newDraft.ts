import * as vscode from 'vscode';
import { NEW_DRAFT } from '../../../server/src/lsp/protocol/newDraft.js';
import type { LanguageServer } from '../languageServer.js';
import { isDraft } from '../watched.js';
import { askForDraft } from './askForDraft.js';

/** Asks a few questions and lays out a new draft, unsaved, whose fields can be filled in one after the other. */
export async function newDraft(server: LanguageServer, clicked: unknown): Promise<void> {
  const language = languageOfNewDrafts();
  const wish = await askForDraft();
  if (wish === undefined) return;
  try {
    const file = clicked instanceof vscode.Uri ? await freeName(clicked, language) : undefined;
    const { snippet } = await server.request(NEW_DRAFT, {
      ...wish,
      uri: (file ?? vscode.Uri.from({ scheme: 'untitled', path: 'draft' })).toString(),
      format: language === 'markdown' ? 'markdown' : 'plain',
    });
    const document = await (file === undefined
      ? vscode.workspace.openTextDocument({ language })
      : vscode.workspace.openTextDocument(file));
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The draft could not be laid out: {0}', reason));
  }
}

/** The language of the draft in front, else plain text. */
function languageOfNewDrafts(): string {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isDraft(document) && document.languageId === 'markdown'
    ? 'markdown'
    : 'plaintext';
}

/** An unsaved document's address that has its place in a folder, where no file or document is yet. */
async function freeName(folder: vscode.Uri, language: string): Promise<vscode.Uri> {
  const base = vscode.l10n.t('Speech');
  const ending = language === 'markdown' ? 'md' : 'txt';
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const taken = new Set(entries.map(([name]) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = `${base}${number === 1 ? '' : ` ${number}`}.${ending}`;
    const address = vscode.Uri.joinPath(folder, name).with({ scheme: 'untitled' });
    const open = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === address.toString());
    if (!open && !taken.has(name.toLowerCase())) return address;
  }
}
