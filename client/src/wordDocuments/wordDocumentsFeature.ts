import * as vscode from 'vscode';
import { TEXT_VIEW_SCHEME } from '../../../server/src/lsp/protocol/documentText.js';
import type { ClientFeature } from '../services.js';
import { convertDocx } from './convertDocx.js';
import { openDocxText } from './openDocxText.js';
import { TextViews } from './textView.js';

/** Word documents: their text with the findings in place, and drafts made from them. */
export const wordDocumentsFeature: ClientFeature = (services) => {
  const views = new TextViews(services.server);
  return vscode.Disposable.from(
    views,
    vscode.workspace.registerTextDocumentContentProvider(TEXT_VIEW_SCHEME, views),
    vscode.commands.registerCommand('wenfeng.openDocxText', (clicked) => openDocxText(services, clicked)),
    vscode.commands.registerCommand('wenfeng.convertDocx', (clicked) => convertDocx(services, clicked)),
  );
};
