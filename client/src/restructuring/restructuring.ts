import * as vscode from 'vscode';
import {
  RESTRUCTURE,
  RESTRUCTURE_COMMAND,
  TERM_AT,
  type RestructureCommandParams,
  type RestructureResult,
  type RestructuringId,
} from '../../../server/src/lsp/protocol/restructure.js';
import type { LanguageServer } from '../languageServer.js';
import { protocolRange } from '../protocolRange.js';
import type { ClientFeature } from '../services.js';
import { isDraft } from '../watched.js';
import { asRange, ChangePreview } from './changePreview.js';
import { askTerm } from './termQuestions.js';

/** Each is a command of the same name. */
const RESTRUCTURINGS: readonly RestructuringId[] = [
  'divideParagraph',
  'splitList',
  'joinList',
  'renumberList',
  'fixAnnouncedCount',
  'replaceTerm',
];

/** The commands that restructure the draft in front, each after the writer has seen what it would do. */
export const restructuringFeature: ClientFeature = ({ server, log }) => {
  const preview = new ChangePreview();
  const run = async (restructuring: RestructuringId, at?: RestructureCommandParams): Promise<void> => {
    try {
      await restructure(server, preview, restructuring, at);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Nothing was changed: {0}', error instanceof Error ? error.message : String(error)),
      );
    }
  };
  return vscode.Disposable.from(
    preview,
    ...RESTRUCTURINGS.map((id) => vscode.commands.registerCommand(`wenfeng.${id}`, () => run(id))),
    vscode.commands.registerCommand(RESTRUCTURE_COMMAND, (params: unknown) =>
      isParams(params) ? run(params.restructuring, params) : undefined,
    ),
  );
};

/**
 * Asks what the restructuring would do, shows it, and does what the writer chose as one edit.
 * @param at the place that a refactoring was offered for; without it the caret of the draft in front is meant
 */
async function restructure(
  server: LanguageServer,
  preview: ChangePreview,
  restructuring: RestructuringId,
  at: RestructureCommandParams | undefined,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document;
  const meant =
    document !== undefined &&
    isDraft(document) &&
    (at?.uri ?? document.uri.toString()) === document.uri.toString();
  if (editor === undefined || document === undefined || !meant) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return;
  }
  const place = { uri: document.uri.toString(), range: at?.range ?? protocolRange(editor.selection) };
  const term =
    restructuring === 'replaceTerm'
      ? await askTerm(document, await server.request(TERM_AT, place))
      : undefined;
  if (restructuring === 'replaceTerm' && term === undefined) return;
  const plan: RestructureResult = await server.request(RESTRUCTURE, {
    ...place,
    restructuring,
    ...(term === undefined ? {} : { term }),
  });
  if ('reason' in plan) {
    void vscode.window.showInformationMessage(plan.reason);
    return;
  }
  const choice = await preview.choose(document, plan);
  await vscode.window.showTextDocument(document, {
    ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
    preserveFocus: false,
  });
  if (choice === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  if (choice !== 'outdated') {
    for (const change of choice) edit.replace(document.uri, asRange(change), change.newText);
  }
  const current = choice !== 'outdated' && document.version === plan.version;
  if (!current || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The draft changed in the meantime, so nothing was done; try again.'),
    );
  }
}

function isParams(value: unknown): value is RestructureCommandParams {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, range, restructuring } = value as Readonly<Record<string, unknown>>;
  return (
    typeof uri === 'string' &&
    typeof range === 'object' &&
    range !== null &&
    RESTRUCTURINGS.some((id) => id === restructuring)
  );
}
