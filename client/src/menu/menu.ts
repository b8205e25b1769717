import * as vscode from 'vscode';
import type { FiguresParams } from '../../../server/src/lsp/protocol/figures.js';
import { showLength, showSegmenter } from '../figures.js';
import type { LanguageServer } from '../languageServer.js';
import type { ClientFeature, Services } from '../services.js';
import { isDraft } from '../watched.js';

/** Adds the menu that the status bar item opens. */
export const menuFeature: ClientFeature = (services) =>
  vscode.commands.registerCommand('wenfeng.showMenu', () => showMenu(services));

/** Something that can be done. */
interface Action {
  readonly command: string;
  readonly arguments?: readonly unknown[];
  readonly icon: string;
  /** For a command of VS Code; our own are called what the command palette calls them. */
  readonly title?: string;
  readonly description?: string;
  /** What must be there for it to make sense. */
  readonly needs?: 'draft' | 'folder';
}

interface ActionItem extends vscode.QuickPickItem {
  readonly action: Action;
}

/** The figures of the draft in front, and below them what can be done. */
async function showMenu({ context, figures, server }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = editor !== undefined && isDraft(editor.document) ? editor.document : undefined;
  const found = document === undefined ? undefined : figures.of(document);
  const known = new Set(await vscode.commands.getCommands(true));
  const titles = commandTitles(context.extension);
  const has = {
    draft: document !== undefined,
    // Whole folders are read from disk only.
    folder: (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === 'file'),
  };
  const itemsOf = (action: Action): ActionItem[] => {
    const title = action.title ?? titles.get(action.command);
    if (title === undefined || !known.has(action.command)) return [];
    if (action.needs !== undefined && !has[action.needs]) return [];
    const { description } = action;
    const label = `$(${action.icon}) ${title}`;
    return [{ label, ...(description === undefined ? {} : { description }), action }];
  };
  const items = actions(found).flatMap(({ title, group }): (ActionItem | vscode.QuickPickItem)[] => {
    const offered = group.flatMap(itemsOf);
    return offered.length === 0
      ? []
      : [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...offered];
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: document === undefined ? vscode.l10n.t('No draft is in front') : lengthAndFindings(found),
    placeHolder: stateOf(server, document, found),
    matchOnDescription: true,
  });
  if (chosen === undefined || !('action' in chosen)) return;
  await vscode.commands.executeCommand(chosen.action.command, ...(chosen.action.arguments ?? []));
}

/** A text of the manifest as VS Code hands it out: where the window is not English it keeps the English beside it. */
type ManifestText = string | { readonly value: string; readonly original: string };

/** The titles of the extension's commands in the language of the window, by the commands' names. */
function commandTitles(extension: vscode.Extension<unknown>): ReadonlyMap<string, string> {
  const { contributes } = extension.packageJSON as {
    readonly contributes: {
      readonly commands: readonly { readonly command: string; readonly title: ManifestText }[];
    };
  };
  return new Map(
    contributes.commands.map(({ command, title }) => [
      command,
      typeof title === 'string' ? title : title.value,
    ]),
  );
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
  return showSegmenter(figures.segmenter);
}

function actions(figures: FiguresParams | undefined): { title: string; group: readonly Action[] }[] {
  const counted = figures !== undefined && figures.skipped === undefined;
  return [
    {
      title: vscode.l10n.t('This draft'),
      group: [
        {
          command: 'workbench.actions.view.problems',
          icon: 'warning',
          title: vscode.l10n.t('Show Findings'),
          ...(counted ? { description: String(figures.findings) } : {}),
          needs: 'draft',
        },
        { command: 'wenfeng.checkDraft', icon: 'refresh', needs: 'draft' },
        { command: 'wenfeng.fixAll', icon: 'wand', needs: 'draft' },
        { command: 'wenfeng.nextPlace', icon: 'arrow-down', needs: 'draft' },
        { command: 'wenfeng.showReport', icon: 'graph', needs: 'draft' },
        { command: 'wenfeng.cutPlan', icon: 'fold', needs: 'draft' },
      ],
    },
    {
      title: vscode.l10n.t('Write'),
      group: [
        { command: 'wenfeng.insertStructure', icon: 'list-tree', needs: 'draft' },
        { command: 'wenfeng.newDraft', icon: 'new-file' },
      ],
    },
    {
      title: vscode.l10n.t('All drafts'),
      group: [{ command: 'wenfeng.checkWorkspace', icon: 'checklist', needs: 'folder' }],
    },
    {
      title: vscode.l10n.t('Wenfeng'),
      group: [
        {
          command: 'workbench.action.openSettings',
          arguments: ['@ext:wenfeng.wenfeng'],
          icon: 'gear',
          title: vscode.l10n.t('Settings'),
        },
        { command: 'wenfeng.showLog', icon: 'output' },
        { command: 'wenfeng.restartServer', icon: 'debug-restart' },
      ],
    },
  ];
}
