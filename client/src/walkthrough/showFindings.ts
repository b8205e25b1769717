import * as vscode from 'vscode';
import { SOURCE } from '../../../server/src/lsp/protocol/source.js';
import type { Figures } from '../figures.js';
import { shownDraft } from '../shownDraft.js';

/** Milliseconds that the first check may take, the server's start and the dictionary included. */
const LIMIT = 15_000;

/** A sample in which something is wrong that can be mended. */
export const FAULTY_SAMPLE = 'county-mobilisation.txt';

/** Takes the writer to a finding of a draft that is open, and tells what it says. */
export async function showFinding(figures: Figures, openSample: () => Promise<void>): Promise<void> {
  const found = await findingWith(figures, openSample, () => true);
  if (found) await vscode.commands.executeCommand('editor.action.showHover');
}

/** Takes the writer to a finding that can be mended, and offers how. */
export async function showFixes(figures: Figures, openSample: () => Promise<void>): Promise<void> {
  const found = await findingWith(figures, openSample, hasFix);
  if (!found) return;
  // What the step before has shown would lie below the list.
  await vscode.commands.executeCommand('editor.action.hideHover');
  await vscode.commands.executeCommand('editor.action.quickFix');
}

/**
 * Puts the cursor on the first finding that is wanted, in a draft that is shown or else in a copy of a sample, and says
 * so when there is none. Whether there is one.
 */
async function findingWith(
  figures: Figures,
  openSample: () => Promise<void>,
  wanted: (draft: vscode.TextDocument, finding: vscode.Diagnostic) => boolean | Promise<boolean>,
): Promise<boolean> {
  if (shownDraft() === undefined) await openSample();
  const editor = shownDraft();
  if (editor === undefined) return false;
  const { document, viewColumn } = editor;
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking the draft') },
    () => figures.whenFinal(document, LIMIT),
  );
  await shown(document, figures);
  for (const finding of findingsOf(document)) {
    if (!(await wanted(document, finding))) continue;
    const { start } = finding.range;
    await vscode.window.showTextDocument(document, {
      ...(viewColumn === undefined ? {} : { viewColumn }),
      selection: new vscode.Range(start, start),
    });
    return true;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Nothing of the kind stands in this draft; open a sample and try again.'),
  );
  return false;
}

/** Waits until VS Code shows what was found, which comes a moment after the figures. */
async function shown(draft: vscode.TextDocument, figures: Figures): Promise<void> {
  if ((figures.of(draft)?.findings ?? 0) === 0 || findingsOf(draft).length > 0) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timeout);
      listening.dispose();
      resolve();
    };
    const timeout = setTimeout(end, LIMIT);
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (findingsOf(draft).length > 0) end();
    });
  });
}

/** In the order of the text. */
function findingsOf(draft: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(draft.uri)
    .filter(({ source }) => source === SOURCE)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Whether there is a quick fix that mends the text, not one that ignores what was found. */
async function hasFix(draft: vscode.TextDocument, { range }: vscode.Diagnostic): Promise<boolean> {
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    draft.uri,
    new vscode.Range(range.start, range.start),
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.some(({ edit }) => edit !== undefined);
}
