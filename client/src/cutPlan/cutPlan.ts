import * as vscode from 'vscode';
import { CUT_PLAN, type CutPlan } from '../../../server/src/lsp/protocol/cutPlan.js';
import type { ClientFeature, Services } from '../services.js';
import type { ChosenCuts } from './chosenCuts.js';
import { pickCuts } from './cutPicker.js';
import { likelyMinutes, readMinutes, writeMinutes } from './minutes.js';

/** Milliseconds that the writer is kept waiting for the rules that need the dictionary. */
const LIMIT = 10_000;

/** Milliseconds that the confirmation stays in the status bar. */
const TOLD = 5000;

/** The command that brings the draft in front to so many minutes. */
export const cutPlanFeature: ClientFeature = (services) =>
  vscode.commands.registerCommand('wenfeng.cutPlan', async () => {
    try {
      await cut(services);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The cuts could not be planned: {0}', reason));
    }
  });

/** Asks for the minutes, lets cuts be chosen, and makes them as one edit of the text that they were planned for. */
async function cut(services: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return;
  }
  const { document } = editor;
  const first = await planOf(document, services);
  if (!hasCuts(first)) return;
  const target = await askMinutes(first);
  if (target === undefined) return;
  for (let anew = false; ; anew = true) {
    const plan = await planOf(document, services, target);
    if (!hasCuts(plan)) return;
    if (plan.minutes <= target) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'This draft takes {0} min, which is within {1} already.',
          writeMinutes(plan.minutes),
          writeMinutes(target),
        ),
      );
      return;
    }
    const chosen = await pickCuts({ editor, plan, target, anew });
    if (chosen === undefined || chosen.cuts.length === 0) return;
    if (document.version !== plan.version) continue;
    await make(document, chosen);
    return;
  }
}

/** Whether there is something to choose from; the writer is told where there is not. */
function hasCuts(plan: CutPlan | null): plan is CutPlan {
  if (plan !== null && plan.cuts.length > 0) return true;
  void vscode.window.showInformationMessage(
    plan === null
      ? vscode.l10n.t('This document is not checked, so no cuts can be planned.')
      : vscode.l10n.t('Nothing in this draft stands out to be cut; what goes is for you to decide.'),
  );
  return false;
}

/** The plan for the text as it is now, with every rule run. */
async function planOf(
  document: vscode.TextDocument,
  { server, figures }: Services,
  minutes?: number,
): Promise<CutPlan | null> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for what can be cut') },
    async () => {
      await figures.whenFinal(document, LIMIT);
      const uri = document.uri.toString();
      return server.request(CUT_PLAN, minutes === undefined ? { uri } : { uri, minutes });
    },
  );
}

async function askMinutes({ minutes, maxMinutes }: CutPlan): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Cut the draft to length'),
    prompt: vscode.l10n.t('How many minutes may it take? Now it takes {0}.', writeMinutes(minutes)),
    value: likelyMinutes(minutes, maxMinutes),
    validateInput: (text) =>
      readMinutes(text) === undefined
        ? vscode.l10n.t('Type a number of minutes, for example 30 or 7.5.')
        : undefined,
  });
  return answer === undefined ? undefined : readMinutes(answer);
}

async function make(document: vscode.TextDocument, chosen: ChosenCuts): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of chosen.cuts.flatMap(({ edits }) => edits)) {
    const { start, end } = range;
    edit.replace(
      document.uri,
      new vscode.Range(start.line, start.character, end.line, end.character),
      newText,
    );
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The draft changed in the meantime, so nothing was done; try again.'),
    );
    return;
  }
  vscode.window.setStatusBarMessage(
    vscode.l10n.t(
      '{0} characters are cut, {1} min are left. Undo takes it back.',
      chosen.characters,
      writeMinutes(chosen.minutes),
    ),
    TOLD,
  );
}
