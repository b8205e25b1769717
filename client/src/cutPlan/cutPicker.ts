import * as vscode from 'vscode';
import type { CutKind, CutPlan, PlannedCut } from '../../../server/src/lsp/protocol/cutPlan.js';
import { ChosenCuts, sureMinutes } from './chosenCuts.js';
import { CutMarks } from './cutMarks.js';
import { writeMinutes } from './minutes.js';

/** A line of the list that stands for a cut; separators have no index. */
interface CutItem extends vscode.QuickPickItem {
  readonly index?: number;
}

/** What the list is opened with. */
export interface CutQuestion {
  readonly editor: vscode.TextEditor;
  readonly plan: CutPlan;
  /** What the draft is to be brought to. */
  readonly target: number;
  /** Whether the draft changed while a plan was looked at, so that this is another one. */
  readonly anew: boolean;
}

/**
 * Lets the writer choose among the cuts of a plan. What is ticked is struck through in the draft, the line that one is
 * on is shown there, and the title tells how long the draft will be. Undefined when the writer gave up.
 */
export async function pickCuts({ editor, plan, target, anew }: CutQuestion): Promise<ChosenCuts | undefined> {
  const chosen = new ChosenCuts(plan);
  const marks = new CutMarks(editor, plan.version);
  const picker = vscode.window.createQuickPick<CutItem>();
  const items = itemsOf(plan);
  const ofIndex = new Map(items.map((item) => [item.index, item]));
  const show = (): void => {
    picker.title = vscode.l10n.t(
      'Now {0} min → {1} min (target {2})',
      writeMinutes(plan.minutes),
      writeMinutes(chosen.minutes),
      writeMinutes(target),
    );
    marks.showChosen(chosen.cuts);
  };
  picker.canSelectMany = true;
  picker.ignoreFocusOut = true;
  picker.matchOnDetail = true;
  picker.keepScrollPosition = true;
  picker.placeholder = placeholderOf(plan, target, anew);
  picker.items = items;
  const tick = (): void => {
    picker.selectedItems = chosen.indices.flatMap((index) => ofIndex.get(index) ?? []);
  };
  tick();
  show();
  picker.onDidChangeSelection((selected) => {
    const ticked = selected.flatMap(({ index }) => index ?? []);
    chosen.choose(ticked);
    // One that cannot stand beside a new one was unticked by it.
    if (chosen.indices.length !== ticked.length) tick();
    show();
  });
  picker.onDidChangeActive(([item]) => {
    marks.showActive(item?.index === undefined ? undefined : plan.cuts[item.index]);
  });
  try {
    const accepted = await new Promise<boolean>((resolve) => {
      picker.onDidAccept(() => {
        resolve(true);
      });
      picker.onDidHide(() => {
        resolve(false);
      });
      picker.show();
    });
    if (!accepted) marks.restoreView();
    return accepted ? chosen : undefined;
  } finally {
    picker.dispose();
    marks.dispose();
  }
}

function itemsOf(plan: CutPlan): CutItem[] {
  const items: CutItem[] = [];
  plan.cuts.forEach((cut, index) => {
    if (cut.kind !== plan.cuts[index - 1]?.kind) {
      items.push({ label: titleOf(cut.kind), kind: vscode.QuickPickItemKind.Separator });
    }
    items.push({
      index,
      label: cut.excerpt,
      description: savedBy(cut, plan.charactersPerMinute),
      detail: cut.reason,
    });
  });
  return items;
}

function savedBy({ characters }: PlannedCut, charactersPerMinute: number): string {
  const seconds = Math.max(1, Math.round((characters / charactersPerMinute) * 60));
  return vscode.l10n.t('−{0} characters, −{1} s', characters, seconds);
}

function placeholderOf(plan: CutPlan, target: number, anew: boolean): string {
  const hint = hintOf(plan, target);
  if (!anew) return hint;
  return vscode.l10n.t({
    message: '{0} {1}',
    comment: ['Two sentences, one after the other.'],
    args: [vscode.l10n.t('The draft has changed, so this is a new plan.'), hint],
  });
}

/** Says honestly whether the sure cuts are enough. */
function hintOf(plan: CutPlan, target: number): string {
  const sure = sureMinutes(plan);
  if (plan.minutes - sure <= target)
    return vscode.l10n.t('The sure cuts are enough and are ticked; change them as you like.');
  const minutes = writeMinutes(sure);
  return minutes === '0'
    ? vscode.l10n.t('Hardly anything can go for sure; what goes is for you to choose.')
    : vscode.l10n.t('Only {0} min can go for sure and are ticked; the rest is for you to choose.', minutes);
}

function titleOf(kind: CutKind): string {
  switch (kind) {
    case 'duplicate':
      return vscode.l10n.t('Said twice');
    case 'near-duplicate':
      return vscode.l10n.t('Nearly said twice');
    case 'stock-sentence':
      return vscode.l10n.t('Sentences of stock phrases');
    case 'filler':
      return vscode.l10n.t('Words that add nothing');
    case 'over-share':
      return vscode.l10n.t('For you to judge: parts that are longer than the others');
  }
}
