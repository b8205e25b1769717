import * as vscode from 'vscode';
import { localized } from '../localized.js';
import { groupsFor, groupsOf, type Grouping, type ListedGroup, type Structures } from './grouping.js';
import type { Structure } from './structure.js';

/** The scheme of the document that shows a structure's text while the writer chooses. */
export const PREVIEW_SCHEME = 'wenfeng-structure';

interface StructureItem extends vscode.QuickPickItem {
  readonly structure?: Structure;
}

/**
 * Lets the writer choose a structure: by part of the speech or by occasion, whichever was asked for last, with its
 * text in a document below the draft that follows the choice and goes away with it.
 */
export class StructurePicker implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #page = vscode.Uri.from({
    scheme: PREVIEW_SCHEME,
    path: `/${vscode.l10n.t('Preview')}.md`,
  });
  #text = '';
  #grouping: Grouping = 'part';

  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(): string {
    return this.#text;
  }

  /** Resolves with the writer's choice; undefined when there is none. */
  async pick(structures: Structures): Promise<Structure | undefined> {
    const picker = vscode.window.createQuickPick<StructureItem>();
    picker.title = vscode.l10n.t('Insert a paragraph structure');
    picker.placeholder = vscode.l10n.t('Type a name, an abbreviation or words of the text');
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.ignoreFocusOut = false;
    let shown = '';
    const list = (): void => {
      const items = groupsFor(groupsOf(structures, this.#grouping), picker.value).flatMap(itemsOf);
      // New items take the choice back to the first, so they are set only when they differ.
      const now = JSON.stringify(items.map(({ label, alwaysShow }) => [label, alwaysShow]));
      if (now === shown) return;
      shown = now;
      picker.items = items;
      picker.buttons = [toggleOf(this.#grouping)];
    };
    list();
    const listening = vscode.Disposable.from(
      picker.onDidChangeActive(([active]) => {
        if (active?.structure === undefined) return;
        this.#text = active.structure.text;
        this.#changed.fire(this.#page);
      }),
      picker.onDidChangeValue(list),
      picker.onDidTriggerButton(() => {
        this.#grouping = this.#grouping === 'part' ? 'occasion' : 'part';
        list();
      }),
    );
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

function itemsOf({ title, structures, whole }: ListedGroup): StructureItem[] {
  return [
    { label: localized(title), kind: vscode.QuickPickItemKind.Separator },
    ...structures.map((structure) => ({
      label: structure.name,
      description: structure.prefixes.join(' '),
      detail: structure.text.replaceAll(/\s*\n\s*/gu, ' ⏎ '),
      alwaysShow: whole,
      structure,
    })),
  ];
}

/** The button that groups the other way. */
function toggleOf(grouping: Grouping): vscode.QuickInputButton {
  return grouping === 'part'
    ? { iconPath: new vscode.ThemeIcon('calendar'), tooltip: vscode.l10n.t('Group by Occasion') }
    : {
        iconPath: new vscode.ThemeIcon('list-ordered'),
        tooltip: vscode.l10n.t('Group by Part of the Speech'),
      };
}
