import * as vscode from 'vscode';
import type { Structure, StructureGroup } from './structures.js';

/** The scheme of the document that shows a structure's text while the writer chooses. */
export const PREVIEW_SCHEME = 'wenfeng-structure';

interface StructureItem extends vscode.QuickPickItem {
  readonly structure?: Structure;
}

/**
 * Lets the writer choose a structure: by part of the speech, with its text in a document below the draft that
 * follows the choice and goes away with it.
 */
export class StructurePicker implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #page = vscode.Uri.from({
    scheme: PREVIEW_SCHEME,
    path: `/${vscode.l10n.t('Preview')}.md`,
  });
  #text = '';

  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(): string {
    return this.#text;
  }

  /** Resolves with the writer's choice; undefined when there is none. */
  async pick(groups: readonly StructureGroup[]): Promise<Structure | undefined> {
    const picker = vscode.window.createQuickPick<StructureItem>();
    picker.title = vscode.l10n.t('Insert a paragraph structure');
    picker.placeholder = vscode.l10n.t('Type a name, an abbreviation or words of the text');
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.ignoreFocusOut = false;
    picker.items = groups.flatMap(itemsOf);
    const listening = picker.onDidChangeActive(([active]) => {
      if (active?.structure === undefined) return;
      this.#text = active.structure.text;
      this.#changed.fire(this.#page);
    });
    await this.#open();
    try {
      return await new Promise<Structure | undefined>((resolve) => {
        picker.onDidAccept(() => {
          resolve(picker.selectedItems[0]?.structure);
          picker.hide();
        });
        picker.onDidHide(() => {
          resolve(undefined);
        });
        picker.show();
      });
    } finally {
      listening.dispose();
      picker.dispose();
      await this.#close();
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #open(): Promise<void> {
    try {
      // Below, since the list lies over the upper half of the window.
      await vscode.commands.executeCommand('workbench.action.newGroupBelow');
      await vscode.window.showTextDocument(this.#page, {
        viewColumn: vscode.ViewColumn.Active,
        preserveFocus: true,
        preview: true,
      });
    } catch {
      // Without a preview the list still names every structure with the start of its text.
    }
  }

  async #close(): Promise<void> {
    const page = this.#page.toString();
    const tabs = vscode.window.tabGroups.all.flatMap((group) =>
      group.tabs.filter(
        (tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === page,
      ),
    );
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  }
}

function itemsOf({ id, structures }: StructureGroup): StructureItem[] {
  return [
    { label: titleOf(id), kind: vscode.QuickPickItemKind.Separator },
    ...structures.map((structure) => ({
      label: structure.name,
      description: structure.prefixes.join(' '),
      detail: structure.text.replaceAll(/\s*\n\s*/gu, ' ⏎ '),
      structure,
    })),
  ];
}

/** The part of a speech that a group is for. */
function titleOf(id: string): string {
  const titles: Readonly<Record<string, string>> = {
    opening: vscode.l10n.t('Opening'),
    review: vscode.l10n.t('Review of results'),
    problems: vscode.l10n.t('Problems'),
    situation: vscode.l10n.t('Situation and meaning'),
    tasks: vscode.l10n.t('Tasks'),
    requirements: vscode.l10n.t('Requirements'),
    parallel: vscode.l10n.t('Parallel sentences'),
    closing: vscode.l10n.t('Close and call'),
    chairing: vscode.l10n.t('Chairing a meeting'),
  };
  return titles[id] ?? id;
}
