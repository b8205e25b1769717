import * as vscode from 'vscode';
import type { BulkResults } from '../bulk/bulkResults.js';
import type { RuleTitles } from '../rulePages/ruleTitles.js';
import { countBySeverity, type Draft, type Severity } from './draft.js';
import { draftOf } from './draftOf.js';
import { isFiltering, NO_FILTER, type Filter } from './filter.js';
import { ORDERS, type Order } from './order.js';
import { parentsOf, treeOf, type Arrangement, type Grouping, type Node } from './tree.js';
import { showDrafts, showFindings, treeItem } from './treeItems.js';

/** The view's id. */
export const DRAFTS_VIEW = 'wenfeng.drafts';

/** Changes that come within this many milliseconds are shown together. */
const SETTLE = 100;

/** Where grouping and order are kept for the next window of this workspace; a filter is not, lest it hide anew. */
const KEPT = 'wenfeng.draftsView';

/** The drafts that were checked in bulk, as a tree by draft or by rule. */
export class DraftsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #results: BulkResults;
  readonly #state: vscode.Memento;
  readonly #titleOf: RuleTitles;
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable;
  #arrangement: Arrangement;
  #drafts: readonly Draft[] = [];
  #roots: readonly Node[] = [];
  #parents: ReadonlyMap<string, Node> = new Map();
  #settling: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(results: BulkResults, state: vscode.Memento, titleOf: RuleTitles) {
    this.#results = results;
    this.#state = state;
    this.#titleOf = titleOf;
    this.#arrangement = { ...keptArrangement(state), filter: NO_FILTER };
    this.#view = vscode.window.createTreeView(DRAFTS_VIEW, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      results.onDidChange(() => {
        this.#settling ??= setTimeout(() => {
          this.#update();
        }, SETTLE);
      }),
    );
    this.#update();
  }

  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  /** Every draft, whether it is shown or not. */
  get drafts(): readonly Draft[] {
    return this.#drafts;
  }

  /** The lines that are selected. */
  get selection(): readonly Node[] {
    return this.#view.selection;
  }

  /** Shows the results in another way. */
  arrange(change: Partial<Arrangement>): void {
    this.#arrangement = { ...this.#arrangement, ...change };
    const { grouping, order } = this.#arrangement;
    void this.#state.update(KEPT, { grouping, order });
    this.#update();
  }

  getChildren(node?: Node): Node[] {
    return [...(node?.children ?? this.#roots)];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node, this.#titleOf);
  }

  getParent(node: Node): Node | undefined {
    return this.#parents.get(node.id);
  }

  dispose(): void {
    clearTimeout(this.#settling);
    this.#subscriptions.dispose();
  }

  #update(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#drafts = this.#results.drafts.map(draftOf);
    this.#roots = treeOf(this.#drafts, this.#arrangement, this.#titleOf);
    this.#parents = parentsOf(this.#roots);
    this.#tellAround();
    this.#changed.fire(undefined);
  }

  /** What stands around the tree, and what the buttons and texts of an empty view depend on. */
  #tellAround(): void {
    const { grouping, filter } = this.#arrangement;
    const filtering = isFiltering(filter);
    setContext('wenfeng.hasResults', this.#drafts.length > 0);
    setContext('wenfeng.resultsByRule', grouping === 'rule');
    setContext('wenfeng.resultsFiltered', filtering);
    const findings = this.#drafts.flatMap((draft) => draft.findings);
    const read = this.#drafts.filter(
      ({ failure, skipped }) => failure === undefined && skipped === undefined,
    );
    this.#view.description =
      this.#drafts.length === 0 ? '' : `${showDrafts(read.length)} · ${showFindings(findings.length)}`;
    // An empty tree with a message would not show the way out of the filter.
    this.#view.message =
      filtering && this.#roots.length > 0
        ? vscode.l10n.t('Only: {0}', describeFilter(filter, this.#titleOf))
        : '';
    const { error, warning } = countBySeverity(findings);
    const value = error + warning;
    this.#view.badge =
      value === 0
        ? undefined
        : { value, tooltip: vscode.l10n.t('Errors: {0}, warnings: {1}', error, warning) };
  }
}

/** What a filter lets through, in words. */
function describeFilter({ atLeast, rule, text, hideClean }: Filter, titleOf: RuleTitles): string {
  const parts = [
    ...(atLeast === 'hint' ? [] : [atLeastLabel(atLeast)]),
    ...(rule === undefined ? [] : [titleOf(rule)]),
    ...(text === '' ? [] : [vscode.l10n.t('“{0}”', text)]),
    ...(hideClean ? [vscode.l10n.t('drafts with findings')] : []),
  ];
  return parts.join(' · ');
}

/** Findings of a severity and worse, in words. */
export function atLeastLabel(severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('errors');
    case 'warning':
      return vscode.l10n.t('warnings and worse');
    case 'information':
      return vscode.l10n.t('information and worse');
    case 'hint':
      return vscode.l10n.t('all findings');
  }
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

function keptArrangement(state: vscode.Memento): { readonly grouping: Grouping; readonly order: Order } {
  // Another version may have kept something else there.
  const found: unknown = state.get(KEPT);
  const kept: Readonly<Record<string, unknown>> =
    typeof found === 'object' && found !== null ? { ...found } : {};
  return {
    grouping: kept['grouping'] === 'rule' ? 'rule' : 'draft',
    order: ORDERS.find((order) => order === kept['order']) ?? 'weight',
  };
}
