import * as vscode from 'vscode';
import type { ComparePassagesResult } from '../../../server/src/lsp/protocol/passages.js';
import { treeItem } from './passageItems.js';
import { parentsOf, passageTree, type DraftNode, type Node } from './passageTree.js';

/** The view's id. */
export const PASSAGES_VIEW = 'wenfeng.passages';

/** The passages that several drafts have in common, as they were when the drafts were compared. */
export class PassagesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #subscriptions: vscode.Disposable;
  #watchers: vscode.Disposable = vscode.Disposable.from();
  #compared: ReadonlySet<string> = new Set();
  #targets: readonly vscode.Uri[] = [];
  #roots: readonly DraftNode[] = [];
  #parents: ReadonlyMap<string, Node> = new Map();
  #unread = 0;
  #stale = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor() {
    this.#view = vscode.window.createTreeView(PASSAGES_VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#view,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#outdate(document.uri);
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri } of files) this.#outdateBelow(oldUri);
      }),
    );
    this.#tellAround();
  }

  /** What was compared: folders and files. */
  get targets(): readonly vscode.Uri[] {
    return this.#targets;
  }

  /** Shows what comparing the drafts of `targets` has found, in place of what was shown. */
  show(targets: readonly vscode.Uri[], result: ComparePassagesResult): void {
    this.#targets = targets;
    this.#compared = new Set(result.drafts.map(({ uri }) => normalized(uri)));
    this.#roots = passageTree(result);
    this.#unread = result.drafts.filter(({ failure }) => failure !== undefined).length;
    this.#stale = false;
    this.#watch();
    this.#update();
  }

  clear(): void {
    this.show([], { drafts: [], pairs: [], cancelled: false });
  }

  getChildren(node?: Node): Node[] {
    return [...(node?.children ?? this.#roots)];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node);
  }

  getParent(node: Node): Node | undefined {
    return this.#parents.get(node.id);
  }

  dispose(): void {
    this.#watchers.dispose();
    this.#subscriptions.dispose();
  }

  #update(): void {
    this.#parents = parentsOf(this.#roots);
    this.#tellAround();
    this.#changed.fire(undefined);
  }

  #tellAround(): void {
    void vscode.commands.executeCommand('setContext', 'wenfeng.passagesCompared', this.#targets.length > 0);
    const parts = [
      ...(this.#stale
        ? [vscode.l10n.t('The drafts have changed since they were compared; compare them again.')]
        : []),
      ...(this.#unread > 0 ? [vscode.l10n.t('Files that could not be read: {0}.', this.#unread)] : []),
    ];
    // An empty tree with a message would not show what can be done.
    this.#view.message = this.#roots.length > 0 ? parts.join(' ') : '';
    this.#view.description =
      this.#roots.length > 0
        ? vscode.l10n.t('{0} of {1} drafts', this.#roots.length, this.#compared.size)
        : '';
  }

  /** Follows the drafts on disk, which others change too. */
  #watch(): void {
    this.#watchers.dispose();
    this.#watchers = vscode.Disposable.from(
      ...this.#targets.flatMap((target) => {
        const watcher = vscode.workspace.createFileSystemWatcher(
          new vscode.RelativePattern(target, '**'),
          true,
        );
        return [
          watcher,
          watcher.onDidChange((uri) => {
            this.#outdate(uri);
          }),
          watcher.onDidDelete((uri) => {
            this.#outdateBelow(uri);
          }),
        ];
      }),
    );
  }

  #outdate(uri: vscode.Uri): void {
    if (this.#stale || !this.#compared.has(uri.toString())) return;
    this.#stale = true;
    this.#tellAround();
  }

  #outdateBelow(folder: vscode.Uri): void {
    const path = folder.toString();
    const uri = [...this.#compared].find((draft) => draft === path || draft.startsWith(`${path}/`));
    if (uri !== undefined) this.#outdate(vscode.Uri.parse(uri, true));
  }
}

/** A URI as VS Code writes it: servers may encode other characters. */
function normalized(uri: string): string {
  return vscode.Uri.parse(uri, true).toString();
}
