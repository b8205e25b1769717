import * as vscode from 'vscode';
import type { RuleTitles } from '../rulePages/ruleTitles.js';
import type { Severity } from './draft.js';
import { atLeastLabel, type DraftsView } from './draftsView.js';
import { NO_FILTER } from './filter.js';
import { compareGroups, ORDERS, type Order } from './order.js';
import { showFindings } from './treeItems.js';

/** Something to choose, with what choosing it does. */
interface Choice extends vscode.QuickPickItem {
  readonly run: () => unknown;
}

/** Asks what the drafts are to be ordered by. */
export async function chooseOrder(view: DraftsView): Promise<void> {
  const labels: Readonly<Record<Order, string>> = {
    weight: vscode.l10n.t('By what matters most'),
    findings: vscode.l10n.t('By number of findings'),
    name: vscode.l10n.t('By name'),
    minutes: vscode.l10n.t('By length'),
  };
  const details: Readonly<Record<Order, string>> = {
    weight: vscode.l10n.t('An error counts more than a warning, a warning more than a remark.'),
    findings: vscode.l10n.t('Most findings first'),
    name: vscode.l10n.t('Chinese names by their pinyin'),
    minutes: vscode.l10n.t('Longest first'),
  };
  await choose(
    vscode.l10n.t('Sort the drafts'),
    ORDERS.map((order) => ({
      label: labels[order],
      description: details[order],
      ...chosenMark(view.arrangement.order === order),
      run: () => {
        view.arrange({ order });
      },
    })),
  );
}

/** Asks what is to be shown of the results; rules and words are asked for in a second step. */
export async function chooseFilter(view: DraftsView, titleOf: RuleTitles): Promise<void> {
  const { filter } = view.arrangement;
  const set = (change: Partial<typeof filter>): void => {
    view.arrange({ filter: { ...filter, ...change } });
  };
  const severity = (atLeast: Severity): Choice => ({
    label: capitalized(atLeastLabel(atLeast)),
    ...chosenMark(filter.atLeast === atLeast),
    run: () => {
      set({ atLeast });
    },
  });
  await choose(vscode.l10n.t('Filter the findings'), [
    heading(vscode.l10n.t('Severity')),
    severity('error'),
    severity('warning'),
    severity('information'),
    severity('hint'),
    heading(vscode.l10n.t('Also')),
    {
      label: vscode.l10n.t('Only One Rule…'),
      ...chosenMark(filter.rule !== undefined),
      ...(filter.rule === undefined ? {} : { description: titleOf(filter.rule) }),
      run: () => chooseRule(view, titleOf),
    },
    {
      label: vscode.l10n.t('Only What Contains…'),
      ...chosenMark(filter.text !== ''),
      description: filter.text,
      run: () => askText(view),
    },
    {
      label: filter.hideClean
        ? vscode.l10n.t('Show Drafts without Findings')
        : vscode.l10n.t('Hide Drafts without Findings'),
      ...chosenMark(filter.hideClean),
      run: () => {
        set({ hideClean: !filter.hideClean });
      },
    },
    heading(''),
    {
      label: vscode.l10n.t('Show Everything'),
      run: () => {
        view.arrange({ filter: NO_FILTER });
      },
    },
  ]);
}

async function chooseRule(view: DraftsView, titleOf: RuleTitles): Promise<void> {
  const { filter, order } = view.arrangement;
  const findings = view.drafts.flatMap((draft) => draft.findings).filter(({ rule }) => rule !== '');
  const { rule: _, ...anyRule } = filter;
  const rules = [...new Set(findings.map(({ rule }) => rule))]
    .map((rule) => ({
      rule,
      title: titleOf(rule),
      findings: findings.filter((finding) => finding.rule === rule),
    }))
    .toSorted((a, b) => compareGroups(a, b, order));
  await choose(vscode.l10n.t('Findings of which rule?'), [
    {
      label: vscode.l10n.t('All Rules'),
      ...chosenMark(filter.rule === undefined),
      run: () => {
        view.arrange({ filter: anyRule });
      },
    },
    ...rules.map(({ rule, title, findings: own }) => ({
      label: title,
      description: showFindings(own.length),
      ...chosenMark(filter.rule === rule),
      run: () => {
        view.arrange({ filter: { ...filter, rule } });
      },
    })),
  ]);
}

async function askText(view: DraftsView): Promise<void> {
  const { filter } = view.arrangement;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter the findings'),
    prompt: vscode.l10n.t('Words of a finding, of a rule’s name or of a draft’s path; nothing for all.'),
    value: filter.text,
  });
  if (text !== undefined) view.arrange({ filter: { ...filter, text: text.trim() } });
}

async function choose(title: string, items: readonly (Choice | vscode.QuickPickItem)[]): Promise<void> {
  const choice = await vscode.window.showQuickPick(items, { title, placeHolder: title });
  if (choice !== undefined && 'run' in choice) await choice.run();
}

function heading(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** A tick before what holds now; the others stand in line with it. */
function chosenMark(chosen: boolean): Pick<vscode.QuickPickItem, 'iconPath'> {
  return { iconPath: new vscode.ThemeIcon(chosen ? 'check' : 'blank') };
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
