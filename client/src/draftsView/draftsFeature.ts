import * as vscode from 'vscode';
import { fixDrafts } from '../fixing/fixDrafts.js';
import { ruleTitles, type RuleTitles } from '../rulePages/ruleTitles.js';
import type { ClientFeature, Services } from '../services.js';
import { OPEN_RULE } from '../../../server/src/lsp/protocol/rulePage.js';
import { chooseFilter, chooseOrder } from './arrangePickers.js';
import { exportResults } from './exportResults.js';
import { DRAFTS_VIEW, DraftsView } from './draftsView.js';
import { NO_FILTER } from './filter.js';
import type { Node } from './tree.js';
import { textOf } from './treeText.js';

/** The view of the drafts that were checked in bulk, and its commands. */
export const draftsFeature: ClientFeature = (services) => {
  const { context, results, bulk } = services;
  const titleOf = ruleTitles(context.extension);
  const view = new DraftsView(results, context.workspaceState, titleOf);
  const command = (name: string, run: (...args: unknown[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`wenfeng.${name}`, run);
  /** Calls back with the lines that a menu of the tree is about. */
  const onNodes = (name: string, run: (nodes: readonly Node[]) => unknown): vscode.Disposable =>
    command(name, (node, nodes) => run(nodesOf(node, nodes, view)));

  return vscode.Disposable.from(
    view,
    bulk.onDidStart((run) => void showProgress(run)),
    command('groupByDraft', () => {
      view.arrange({ grouping: 'draft' });
    }),
    command('groupByRule', () => {
      view.arrange({ grouping: 'rule' });
    }),
    command('sortDrafts', () => chooseOrder(view)),
    command('filterDrafts', () => chooseFilter(view, titleOf)),
    command('clearFilter', () => {
      view.arrange({ filter: NO_FILTER });
    }),
    command('fixWorkspace', () => fixWorkspace(services, titleOf)),
    onNodes('fixDrafts', (nodes) => {
      const uris = urisOf(nodes);
      return fixDrafts(uris, uris.length > 1, { ...services, titleOf });
    }),
    command('exportResults', () => exportResults(services)),
    command('recheckResults', () => recheckResults(services)),
    onNodes('recheckDraft', (nodes) => showProgress(results.recheck(urisOf(nodes)))),
    onNodes('removeDraft', (nodes) => {
      results.remove(urisOf(nodes));
    }),
    onNodes('copyResult', (nodes) => vscode.env.clipboard.writeText(textOf(nodes, titleOf))),
    onNodes('openRuleOfResult', async (nodes) => {
      const [rule] = nodes.flatMap((node) =>
        node.kind === 'rule' ? node.rule : node.kind === 'finding' ? node.finding.rule : [],
      );
      if (rule !== undefined) await vscode.commands.executeCommand(OPEN_RULE, rule);
    }),
  );
};

/** Mends what can be mended unseen in every draft that was checked, or else in the whole workspace, checked first. */
async function fixWorkspace({ server, log, results, bulk }: Services, titleOf: RuleTitles): Promise<void> {
  if (results.drafts.length === 0) {
    const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
    const summary = await bulk.run(folders);
    if (summary === undefined || summary.cancelled) return;
  }
  const faulty = results.drafts.filter(({ findings }) => findings.length > 0).map(({ uri }) => uri);
  await fixDrafts(faulty, true, { server, log, titleOf });
}

/** Checks once more what was checked: folders, so that new drafts are found, and drafts from elsewhere by themselves. */
async function recheckResults({ results, bulk }: Services): Promise<void> {
  const { folders } = results;
  if (folders.length > 0) await bulk.run(folders);
}

/** Shows in the view that something goes on. */
async function showProgress(run: Promise<unknown>): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: DRAFTS_VIEW } }, () => run);
}

/** What a command is about: the line that was clicked with those selected beside it, else what is selected. */
function nodesOf(clicked: unknown, selected: unknown, view: DraftsView): readonly Node[] {
  if (Array.isArray(selected) && selected.length > 0) return selected as readonly Node[];
  return clicked === undefined ? view.selection : [clicked as Node];
}

/** The drafts that lines are about, each once. */
function urisOf(nodes: readonly Node[]): vscode.Uri[] {
  const uris = nodes.flatMap((node): string[] => {
    switch (node.kind) {
      case 'rule':
      case 'group':
        return node.children.map(({ draft }) => draft.uri);
      default:
        return [node.draft.uri];
    }
  });
  return [...new Set(uris)].map((uri) => vscode.Uri.parse(uri, true));
}
