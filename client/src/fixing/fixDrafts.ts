import * as vscode from 'vscode';
import {
  FIX_DRAFTS,
  type FixableDraft,
  type FixDraftsResult,
} from '../../../server/src/lsp/protocol/fixDrafts.js';
import type { LanguageServer } from '../languageServer.js';
import type { RuleTitles } from '../rulePages/ruleTitles.js';
import { holdDocument, KeptOpen } from './draftDocument.js';

/** So many drafts are asked about at once: between two such requests progress is told. */
const BATCH = 20;

/** How many of the drafts that were left out are named. */
const NAMED = 3;

/** Milliseconds that the confirmation stays in the status bar. */
const TOLD = 5000;

/** What fixing several drafts needs of its surroundings. */
export interface FixDraftsHost {
  readonly server: LanguageServer;
  readonly titleOf: RuleTitles;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Mends in drafts what can be mended unseen, as one edit that can be taken back as one. The writer sees all changes
 * beforehand, by rule, and chooses; one draft alone is mended at once and shown.
 *
 * @param preview whether the writer sees the changes beforehand
 */
export async function fixDrafts(
  uris: readonly vscode.Uri[],
  preview: boolean,
  host: FixDraftsHost,
): Promise<void> {
  const kept = new KeptOpen();
  try {
    const prepared = await prepare(uris, kept, host);
    if (prepared === undefined) return;
    const { ready, leftOut } = prepared;
    if (leftOut.length > 0) void tellLeftOut(leftOut);
    if (ready.length === 0) {
      if (leftOut.length === 0)
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Nothing in these drafts can be fixed without asking you.'),
        );
      return;
    }
    const edit = editOf(ready, preview, host.titleOf);
    // What the writer has not saved is not saved here either.
    const isRefactoring = preview && !ready.some(({ document }) => document.isDirty);
    if (!(await vscode.workspace.applyEdit(edit, { isRefactoring }))) return;
    const [only] = ready;
    if (!preview && only !== undefined) await vscode.window.showTextDocument(only.document);
    vscode.window.setStatusBarMessage(vscode.l10n.t('What was safe is fixed. Undo takes it back.'), TOLD);
  } catch (error) {
    host.log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The drafts could not be fixed: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
  } finally {
    kept.dispose();
  }
}

/** A draft with the document that its changes are for. */
interface ReadyDraft {
  readonly draft: FixableDraft;
  readonly document: vscode.TextDocument;
}

/** Asks for the changes and opens the documents. Resolves with undefined when the writer cancels. */
async function prepare(
  uris: readonly vscode.Uri[],
  kept: KeptOpen,
  { server, log }: FixDraftsHost,
): Promise<{ readonly ready: ReadyDraft[]; readonly leftOut: vscode.Uri[] } | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking for what can be fixed safely'),
      cancellable: true,
    },
    async (progress, token) => {
      const ready: ReadyDraft[] = [];
      const leftOut: vscode.Uri[] = [];
      for (let start = 0; start < uris.length; start += BATCH) {
        const batch = uris.slice(start, start + BATCH);
        const targets = batch.map((uri) => uri.toString());
        const { drafts, cancelled } = await ask(targets, server, token);
        for (const draft of drafts) {
          const held = await holdDocument(draft, kept);
          if (held.document === undefined) {
            leftOut.push(vscode.Uri.parse(draft.uri, true));
            log.warn(`${draft.uri}: ${held.reason}`);
          } else ready.push({ draft, document: held.document });
        }
        if (cancelled || token.isCancellationRequested) return undefined;
        progress.report({ increment: (batch.length / uris.length) * 100 });
      }
      return { ready, leftOut };
    },
  );
}

/** A request that is cancelled may be answered with an error. */
async function ask(
  targets: readonly string[],
  server: LanguageServer,
  token: vscode.CancellationToken,
): Promise<FixDraftsResult> {
  try {
    return await server.request(FIX_DRAFTS, { targets }, token);
  } catch (error) {
    if (!token.isCancellationRequested) throw error;
    return { drafts: [], cancelled: true };
  }
}

/** The changes of all drafts, each below the name of its rules where they are shown beforehand. */
function editOf(ready: readonly ReadyDraft[], preview: boolean, titleOf: RuleTitles): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const [first] = ready;
  // VS Code shows the changes when one of them is to be confirmed, and ticks all but those. What is to be confirmed here
  // is to make a file that is there, which it neither shows nor does; so everything that is shown is ticked.
  if (preview && first !== undefined) {
    const label = vscode.l10n.t('Fix All Safe Problems');
    edit.createFile(first.document.uri, { ignoreIfExists: true }, { label, needsConfirmation: true });
  }
  for (const { draft, document } of ready) {
    for (const { edit: change, rules } of draft.changes) {
      const { start, end } = change.range;
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      const metadata = { label: joined(rules.map(titleOf)), needsConfirmation: false };
      edit.replace(document.uri, range, change.newText, metadata);
    }
  }
  return edit;
}

function joined(names: readonly string[]): string {
  return names.join(vscode.l10n.t({ message: ', ', comment: ['Stands between the names of drafts.'] }));
}

async function tellLeftOut(leftOut: readonly vscode.Uri[]): Promise<void> {
  const named = joined(leftOut.slice(0, NAMED).map((uri) => vscode.workspace.asRelativePath(uri)));
  await vscode.window.showWarningMessage(
    leftOut.length > NAMED
      ? vscode.l10n.t(
          '{0} and others ({1} in all) were left as they are: they have just changed, or VS Code reads their encoding otherwise. The command line’s --fix keeps any encoding.',
          named,
          leftOut.length,
        )
      : vscode.l10n.t(
          'Left as it is: {0}. It has just changed, or VS Code reads its encoding otherwise. The command line’s --fix keeps any encoding.',
          named,
        ),
  );
}
