import * as vscode from 'vscode';
import { DOCUMENT_TEXT, type DocumentTextParams } from '../../../server/src/lsp/protocol/documentText.js';
import type { Services } from '../services.js';
import { chooseDocument } from './chooseDocument.js';
import { freeName } from './freeName.js';

/** Where the writer's last choice of a form is kept. */
const LAST_FORMAT = 'wordDocuments.format';

type Format = DocumentTextParams['format'];

const EXTENSIONS: Readonly<Record<Format, string>> = { plain: '.txt', markdown: '.md' };

/** Writes the text of a Word document beside it as a draft to work on, and opens that. Nothing is overwritten. */
export async function convertDocx({ context, server }: Services, clicked: unknown): Promise<void> {
  const uri = await chooseDocument(
    clicked,
    vscode.l10n.t('Turn a Word document into a text draft'),
    vscode.l10n.t('Turn into a Draft'),
  );
  if (uri === undefined) return;
  const format = await chooseFormat(context.globalState);
  if (format === undefined) return;
  try {
    await server.begin();
    const result = await server.request(DOCUMENT_TEXT, { uri: uri.toString(), format });
    if (result.failure !== undefined) {
      tellFailure(result.failure);
      return;
    }
    const target = await freeName(uri, EXTENSIONS[format]);
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(target, { contents: new TextEncoder().encode(result.text), overwrite: false });
    if (!(await vscode.workspace.applyEdit(edit))) {
      tellFailure(vscode.l10n.t('the folder cannot be written to.'));
      return;
    }
    await vscode.window.showTextDocument(target, { preview: false });
  } catch (error) {
    tellFailure(error instanceof Error ? error.message : String(error));
  }
}

/** Asks for the form of the draft, the last choice first. */
async function chooseFormat(memory: vscode.Memento): Promise<Format | undefined> {
  const items = [
    {
      format: 'plain' as const,
      label: vscode.l10n.t('Plain text'),
      description: EXTENSIONS.plain,
      detail: vscode.l10n.t('A paragraph a line, with its numbers.'),
    },
    {
      format: 'markdown' as const,
      label: 'Markdown',
      description: EXTENSIONS.markdown,
      detail: vscode.l10n.t('With headings by their styles, and bullets as lists.'),
    },
  ];
  const last = memory.get<string>(LAST_FORMAT);
  const choice = await vscode.window.showQuickPick(
    items.toSorted((a, b) => Number(b.format === last) - Number(a.format === last)),
    {
      title: vscode.l10n.t('Turn a Word document into a text draft'),
      placeHolder: vscode.l10n.t('What kind of draft?'),
    },
  );
  if (choice !== undefined) await memory.update(LAST_FORMAT, choice.format);
  return choice?.format;
}

function tellFailure(reason: string): void {
  void vscode.window.showErrorMessage(
    vscode.l10n.t('The Word document was not turned into a draft: {0}', reason),
  );
}
