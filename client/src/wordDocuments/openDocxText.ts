import * as vscode from 'vscode';
import type { Services } from '../services.js';
import { chooseDocument } from './chooseDocument.js';
import { shownUri } from './textView.js';

/** Shows the text of a Word document, and checks the document if that was not done yet. */
export async function openDocxText({ results, server }: Services, clicked: unknown): Promise<void> {
  const uri = await chooseDocument(
    clicked,
    vscode.l10n.t('Open a Word document as text'),
    vscode.l10n.t('Open'),
  );
  if (uri === undefined) return;
  await vscode.window.showTextDocument(shownUri(uri), { preview: false });
  await server.begin();
  if (!results.drafts.some((draft) => draft.uri.toString() === uri.toString())) await results.add(uri);
}
