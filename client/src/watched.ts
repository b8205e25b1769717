import * as vscode from 'vscode';
import { GUIDE_FILE_NAME } from '../../server/src/lsp/protocol/guide.js';

/** Schemes of documents that people edit. Others (git, output, our own pages) are views of something. */
const EDITABLE_SCHEMES: readonly string[] = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
  'vscode-userdata',
];

/** The language ids of drafts, as the settings say. */
export function watchedLanguages(): readonly string[] {
  const set: unknown = vscode.workspace.getConfiguration('wenfeng').get('languages');
  if (!Array.isArray(set)) return ['plaintext', 'markdown'];
  return set.filter((language) => typeof language === 'string');
}

/** Documents of one language in one kind of place. */
export interface DraftFilter {
  readonly language: string;
  readonly scheme: string;
}

/** The documents that are drafts: the watched languages, wherever people edit. */
export function draftSelector(): DraftFilter[] {
  return watchedLanguages().flatMap((language) => schemes().map((scheme) => ({ language, scheme })));
}

/** The guide files, whose mistakes the server tells too. */
export function guideSelector(): { readonly pattern: string; readonly scheme: string }[] {
  return schemes().map((scheme) => ({ pattern: `**/${GUIDE_FILE_NAME}`, scheme }));
}

function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...EDITABLE_SCHEMES, ...folders.map((folder) => folder.uri.scheme)])];
}

/** Whether a document is a draft. */
export function isDraft(document: vscode.TextDocument): boolean {
  return vscode.languages.match(draftSelector(), document) > 0;
}

/**
 * Tells the `when` clauses of commands and menus which languages are watched.
 * Calls `changed` when the settings or the workspace's folders change what a draft is.
 */
export function followWatchedLanguages(changed: () => void): vscode.Disposable {
  let known = JSON.stringify(draftSelector());
  const tell = (): void => {
    void vscode.commands.executeCommand('setContext', 'wenfeng.watchedLanguages', watchedLanguages());
  };
  const update = (): void => {
    const now = JSON.stringify(draftSelector());
    if (now === known) return;
    known = now;
    tell();
    changed();
  };
  tell();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('wenfeng.languages')) update();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(update),
  );
}
