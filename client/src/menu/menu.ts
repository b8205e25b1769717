import * as vscode from 'vscode';
import type { FiguresParams } from '../../../server/src/lsp/protocol/figures.js';
import { showLength } from '../figures.js';
import type { LanguageServer } from '../languageServer.js';
import type { ClientFeature, Services } from '../services.js';
import { isDraft } from '../watched.js';

/** Adds the menu that the status bar item opens. */
export const menuFeature: ClientFeature = (services) =>
  vscode.commands.registerCommand('wenfeng.showMenu', () => showMenu(services));

/** Something that can be done. */
interface Action extends vscode.QuickPickItem {
  readonly command: string;
  readonly arguments?: readonly unknown[];
  /** What must be there for it to make sense. */
  readonly needs?: 'draft' | 'folder';
}

/** The figures of the draft in front, and below them what can be done. */
async function showMenu({ figures, server }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = editor !== undefined && isDraft(editor.document) ? editor.document : undefined;
  const known = new Set(await vscode.commands.getCommands(true));
  const found = document === undefined ? undefined : figures.of(document);
  const has = {
    draft: document !== undefined,
    // Whole folders are read from disk only.
    folder: (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === 'file'),
  };
  const groups = actions(found).map(({ title, items }) => ({
    title,
    items: items.filter(({ command, needs }) => known.has(command) && (needs === undefined || has[needs])),
  }));
  const chosen = await vscode.window.showQuickPick(
    groups
      .filter(({ items }) => items.length > 0)
      .flatMap(({ title, items }): (Action | vscode.QuickPickItem)[] => [
        { label: title, kind: vscode.QuickPickItemKind.Separator },
        ...items,
      ]),
    {
      title: document === undefined ? vscode.l10n.t('No draft is in front') : lengthAndFindings(found),
      placeHolder: stateOf(server, document, found),
      matchOnDescription: true,
    },
  );
  if (chosen === undefined || !('command' in chosen)) return;
  await vscode.commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
}

function lengthAndFindings(figures: FiguresParams | undefined): string {
  if (figures === undefined || figures.skipped !== undefined) return vscode.l10n.t('Wenfeng');
  return `${showLength(figures)} · ${vscode.l10n.t('Findings: {0}', figures.findings)}`;
}

/** What stands behind the figures, in a sentence. */
function stateOf(
  server: LanguageServer,
  document: vscode.TextDocument | undefined,
  figures: FiguresParams | undefined,
): string {
  if (server.state === 'down') return vscode.l10n.t('The checker is not running.');
  if (document === undefined) return vscode.l10n.t('What would you like to do?');
  if (figures === undefined || server.state === 'starting') return vscode.l10n.t('The checker is starting.');
  if (figures.skipped === 'disabled')
    return vscode.l10n.t('Checking while you type is switched off by the setting wenfeng.enable.');
  if (figures.skipped === 'not-chinese')
    return vscode.l10n.t('This document is not Chinese prose, so it is left alone.');
  switch (figures.segmenter) {
    case 'loading':
      return vscode.l10n.t('The dictionary is loading; rules about words follow.');
    case 'jieba':
      return vscode.l10n.t('Words are divided with the full dictionary.');
    case 'intl':
      return vscode.l10n.t('The dictionary is not installed, so words are divided by simpler means.');
  }
}

function actions(figures: FiguresParams | undefined): { title: string; items: Action[] }[] {
  const count = figures === undefined || figures.skipped !== undefined ? undefined : String(figures.findings);
  return [
    {
      title: vscode.l10n.t('This draft'),
      items: [
        {
          label: `$(warning) ${vscode.l10n.t('Show Findings')}`,
          ...(count === undefined ? {} : { description: count }),
          command: 'workbench.actions.view.problems',
          needs: 'draft',
        },
        {
          label: `$(refresh) ${vscode.l10n.t('Check This Draft')}`,
          command: 'wenfeng.checkDraft',
          needs: 'draft',
        },
        {
          label: `$(wand) ${vscode.l10n.t('Fix All Safe Problems')}`,
          command: 'wenfeng.fixAll',
          needs: 'draft',
        },
        {
          label: `$(arrow-down) ${vscode.l10n.t('Go to Next Repeated Wording')}`,
          command: 'wenfeng.nextPlace',
          needs: 'draft',
        },
        {
          label: `$(graph) ${vscode.l10n.t('Open the Report')}`,
          command: 'wenfeng.showReport',
          needs: 'draft',
        },
        {
          label: `$(trash) ${vscode.l10n.t('Cut to Length')}`,
          command: 'wenfeng.cutPlan',
          needs: 'draft',
        },
      ],
    },
    {
      title: vscode.l10n.t('Write'),
      items: [
        {
          label: `$(list-tree) ${vscode.l10n.t('Insert a Paragraph Structure')}`,
          command: 'wenfeng.insertStructure',
          needs: 'draft',
        },
        { label: `$(new-file) ${vscode.l10n.t('New Speech Draft')}`, command: 'wenfeng.newDraft' },
      ],
    },
    {
      title: vscode.l10n.t('All drafts'),
      items: [
        {
          label: `$(checklist) ${vscode.l10n.t('Check All Drafts in the Workspace')}`,
          command: 'wenfeng.checkWorkspace',
          needs: 'folder',
        },
      ],
    },
    {
      title: vscode.l10n.t('Wenfeng'),
      items: [
        {
          label: `$(gear) ${vscode.l10n.t('Settings')}`,
          command: 'workbench.action.openSettings',
          arguments: ['@ext:wenfeng.wenfeng'],
        },
        { label: `$(output) ${vscode.l10n.t('Show the Log')}`, command: 'wenfeng.showLog' },
        {
          label: `$(debug-restart) ${vscode.l10n.t('Restart the Checker')}`,
          command: 'wenfeng.restartServer',
        },
      ],
    },
  ];
}
