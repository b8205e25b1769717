import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../core/finding.js';
import type { Checked } from './checker.js';
import { toTextEdits } from './convert.js';
import type { ClientSupport } from './support.js';

/** The edits of a draft as a client takes them: for the version that was checked, where the client knows versions. */
export function workspaceEdit(
  { document, version }: Checked,
  edits: readonly Edit[],
  support: Pick<ClientSupport, 'documentChanges'>,
): WorkspaceEdit {
  const { uri } = document;
  const textEdits: TextEdit[] = toTextEdits(document, edits);
  return support.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
