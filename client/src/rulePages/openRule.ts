import * as vscode from 'vscode';
import type { RuleDocs } from './ruleDocs.js';

/**
 * Shows a rule's page.
 * @param id the rule; without it the writer is asked
 */
export async function openRule(docs: RuleDocs, id: unknown): Promise<void> {
  if (typeof id === 'string') {
    await docs.open(id);
    return;
  }
  const items = (await docs.pages()).map((page) => ({
    label: page.title,
    description: page.id,
    id: page.id,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which rule?'),
    matchOnDescription: true,
  });
  if (choice !== undefined) await docs.open(choice.id);
}
