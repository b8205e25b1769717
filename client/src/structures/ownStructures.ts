import type * as vscode from 'vscode';
import { STRUCTURES } from '../../../server/src/lsp/protocol/structures.js';
import type { LanguageServer } from '../languageServer.js';
import { plainText } from './snippetText.js';
import type { Structure } from './structure.js';

/**
 * The structures of a draft's guide, as they are now; none where the server does not answer, since those that are
 * shipped can be had all the same.
 */
export async function ownStructures(
  server: LanguageServer,
  draft: vscode.Uri,
  token?: vscode.CancellationToken,
): Promise<readonly Structure[]> {
  try {
    const structures = await server.request(STRUCTURES, { uri: draft.toString() }, token);
    return structures.map((structure) => ({
      ...structure,
      description: '',
      text: plainText(structure.body),
    }));
  } catch {
    return [];
  }
}
