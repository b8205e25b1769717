import * as vscode from 'vscode';
import type { TermAtResult } from '../../../server/src/lsp/protocol/restructure.js';

/** A term, and what is to stand in its place. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** Asks which term of the draft to replace, and by what; undefined when the writer thinks better of it. */
export async function askTerm(
  document: vscode.TextDocument,
  suggested: TermAtResult,
): Promise<Replacement | undefined> {
  const text = document.getText();
  const from = await vscode.window.showInputBox({
    title: vscode.l10n.t('Replace a term everywhere'),
    prompt: vscode.l10n.t('Which term is to be replaced?'),
    value: suggested.from ?? '',
    validateInput: (value) => {
      const term = value.trim();
      if (term === '') return vscode.l10n.t('Type a term that stands in the draft.');
      if (!text.includes(term)) return vscode.l10n.t('“{0}” does not stand in this draft.', term);
      return {
        message: vscode.l10n.t('It stands {0} times in this draft.', text.split(term).length - 1),
        severity: vscode.InputBoxValidationSeverity.Info,
      };
    },
  });
  if (from === undefined) return undefined;
  const term = from.trim();
  const to = await vscode.window.showInputBox({
    title: vscode.l10n.t('Replace “{0}” everywhere', term),
    prompt: vscode.l10n.t(
      'It stands {0} times in this draft. What is to stand in its place?',
      text.split(term).length - 1,
    ),
    value: term === suggested.from ? (suggested.to ?? '') : '',
    validateInput: (value) => {
      if (value.trim() === '') return vscode.l10n.t('Type what is to stand in its place.');
      return value.trim() === term ? vscode.l10n.t('That is the same term.') : undefined;
    },
  });
  return to === undefined ? undefined : { from: term, to: to.trim() };
}
