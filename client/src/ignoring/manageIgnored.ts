import * as vscode from 'vscode';
import type { IgnoredFinding } from '../../../server/src/lsp/protocol/ignoring.js';
import { allGuides, changeGuide, readGuide } from './guideFiles.js';
import { readIgnored, removeIgnored } from './guideText.js';
import type { OwnIgnored } from './ownIgnored.js';

/** Where entries are recorded. */
interface Source {
  readonly name: string;
  readonly entries: readonly IgnoredFinding[];
  readonly remove: (entries: readonly IgnoredFinding[]) => Promise<unknown>;
}

interface Item extends vscode.QuickPickItem {
  readonly source?: Source;
  readonly entry?: IgnoredFinding;
}

/** Lists what is ignored and takes back what the writer chooses, so that it is told again. */
export async function manageIgnored(own: OwnIgnored): Promise<void> {
  const sources = (await sourcesOf(own)).filter(({ entries }) => entries.length > 0);
  if (sources.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is ignored.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(sources.flatMap(itemsOf), {
    title: vscode.l10n.t('Ignored findings'),
    placeHolder: vscode.l10n.t('What is to be told again?'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  for (const source of sources) {
    const entries = (chosen ?? []).flatMap((item) => (item.source === source ? (item.entry ?? []) : []));
    if (entries.length > 0) await source.remove(entries);
  }
}

async function sourcesOf(own: OwnIgnored): Promise<Source[]> {
  const guides = (await allGuides()).map(async (guide): Promise<Source> => ({
    name: vscode.workspace.asRelativePath(guide),
    entries: readIgnored(await readGuide(guide)),
    remove: (entries) => changeGuide(guide, (text) => removeIgnored(text, entries)),
  }));
  return [
    ...(await Promise.all(guides)),
    {
      name: vscode.l10n.t('Kept to myself'),
      entries: own.entries,
      remove: (entries) => own.remove(entries),
    },
  ];
}

function itemsOf(source: Source): Item[] {
  return [
    { label: source.name, kind: vscode.QuickPickItemKind.Separator },
    ...source.entries.map((entry) => ({
      label: entry.text,
      description: entry.rule,
      detail:
        entry.before === undefined && entry.after === undefined
          ? vscode.l10n.t('wherever it stands')
          : `${entry.before ?? ''}〔${entry.text}〕${entry.after ?? ''}`,
      source,
      entry,
    })),
  ];
}
