import * as vscode from 'vscode';
import type { RestructureChange, RestructurePlan } from '../../../server/src/lsp/protocol/restructure.js';

/** The scheme of the document that shows a draft as it would be. */
const CHANGED_SCHEME = 'wenfeng-changed';

/** What the writer chose of a plan: changes, or `outdated` when the draft changed meanwhile; undefined for nothing. */
export type Choice = readonly RestructureChange[] | 'outdated' | undefined;

interface ChangeItem extends vscode.QuickPickItem {
  readonly change?: RestructureChange;
  /** Set on the item that stands for the whole of a plan. */
  readonly all?: true;
}

/**
 * Shows what a plan would do to a draft: a list to choose from, and below the draft the draft as it would be beside
 * the draft as it is, which follows the choice and goes away with it. Changes nothing itself.
 */
export class ChangePreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(CHANGED_SCHEME, this);
  #shown = 0;
  #text = '';

  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(): string {
    return this.#text;
  }

  /** Resolves with the writer's choice, and leaves the window as it was. */
  async choose(document: vscode.TextDocument, plan: RestructurePlan): Promise<Choice> {
    if (document.version !== plan.version) return 'outdated';
    const page = this.#newPage(document);
    const items = plan.separable ? plan.changes.map(itemOf) : wholeItems(plan);
    const picker = vscode.window.createQuickPick<ChangeItem>();
    picker.title = plan.title;
    picker.placeholder = plan.separable
      ? vscode.l10n.t('Enter does what is ticked, Esc leaves the draft as it is')
      : vscode.l10n.t('Esc leaves the draft as it is');
    picker.canSelectMany = plan.separable;
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.items = items;
    picker.selectedItems = plan.separable ? items.filter(({ change }) => change?.doubt === undefined) : [];
    const show = (changes: readonly RestructureChange[]): void => {
      this.#text = applied(document, changes);
      this.#changed.fire(page);
    };
    const chosen = (): readonly RestructureChange[] =>
      plan.separable
        ? picker.selectedItems.flatMap(({ change }) => change ?? [])
        : picker.activeItems[0]?.all === true
          ? plan.changes
          : [];
    show(plan.separable ? chosen() : plan.changes);
    await this.#open(document, page, plan);
    try {
      return await new Promise<Choice>((resolve) => {
        const listening = vscode.Disposable.from(
          picker.onDidChangeSelection(() => {
            if (plan.separable) show(chosen());
          }),
          picker.onDidChangeActive(([active]) => {
            if (active?.change !== undefined) reveal(document, active.change);
          }),
          picker.onDidAccept(() => {
            const changes = chosen();
            resolve(changes.length > 0 ? changes : undefined);
            picker.hide();
          }),
          vscode.workspace.onDidChangeTextDocument((event) => {
            if (event.document !== document || event.contentChanges.length === 0) return;
            resolve('outdated');
            picker.hide();
          }),
          picker.onDidHide(() => {
            listening.dispose();
            resolve(undefined);
          }),
        );
        picker.show();
      });
    } finally {
      picker.dispose();
      await close(page);
    }
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  /** A document of its own each time: VS Code keeps the text of one that was closed a moment ago. */
  #newPage({ languageId }: vscode.TextDocument): vscode.Uri {
    const name = vscode.l10n.t('Preview');
    return vscode.Uri.from({
      scheme: CHANGED_SCHEME,
      path: `/${name}.${languageId === 'markdown' ? 'md' : 'txt'}`,
      query: String(++this.#shown),
    });
  }

  async #open(document: vscode.TextDocument, page: vscode.Uri, plan: RestructurePlan): Promise<void> {
    try {
      // Below, since the list lies over the upper half of the window.
      await vscode.commands.executeCommand('workbench.action.newGroupBelow');
      await vscode.commands.executeCommand('vscode.diff', document.uri, page, plan.title, {
        viewColumn: vscode.ViewColumn.Active,
        preserveFocus: true,
        preview: true,
        selection: asRange(plan.changes[0]),
      });
    } catch {
      // Without a preview the list still says what will happen.
    }
  }
}

/** A range of the protocol as VS Code has it. */
export function asRange(change: RestructureChange | undefined): vscode.Range {
  const { start, end } = change?.range ?? {
    start: { line: 0, character: 0 },
    end: { line: 0, character: 0 },
  };
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function itemOf(change: RestructureChange): ChangeItem {
  return {
    label: change.label,
    description: vscode.l10n.t('line {0}', change.range.start.line + 1),
    ...(change.doubt === undefined ? {} : { detail: `$(question) ${change.doubt}` }),
    change,
  };
}

function wholeItems({ changes }: RestructurePlan): ChangeItem[] {
  return [
    {
      label: `$(check) ${vscode.l10n.t('Change it like this')}`,
      detail: changes.map(({ label }) => label).join(vscode.l10n.t('; ')),
      all: true,
    },
    { label: `$(close) ${vscode.l10n.t('Leave it as it is')}` },
  ];
}

/** The text of the draft after the changes. */
function applied(document: vscode.TextDocument, changes: readonly RestructureChange[]): string {
  const text = document.getText();
  const parts: string[] = [];
  let at = 0;
  for (const change of changes.toSorted((a, b) => asRange(a).start.compareTo(asRange(b).start))) {
    const range = asRange(change);
    parts.push(text.slice(at, document.offsetAt(range.start)), change.newText);
    at = document.offsetAt(range.end);
  }
  return parts.join('') + text.slice(at);
}

/** Brings a change into sight in the preview, which is the last editor that was opened on the draft. */
function reveal(document: vscode.TextDocument, change: RestructureChange): void {
  vscode.window.visibleTextEditors
    .findLast((editor) => editor.document === document)
    ?.revealRange(asRange(change), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function close(page: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) =>
    group.tabs.filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === page.toString(),
    ),
  );
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
}
