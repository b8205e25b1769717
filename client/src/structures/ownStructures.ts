import type * as vscode from 'vscode';
import { STRUCTURES } from '../../../server/src/lsp/protocol/structures.js';
import type { LanguageServer } from '../languageServer.js';
import { plainText } from './snippetText.js';
import type { Structure } from './structure.js';

/** Milliseconds that a list which comes up while one types may wait for the guide's structures. */
const SHORT = 250;

/** The structures of a draft's guide as {@link ownStructures}, or none when the server takes long. */
export async function ownStructuresSoon(
  server: LanguageServer,
  draft: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<readonly Structure[]> {
  let timeout: NodeJS.Timeout | undefined;
  const none = new Promise<readonly Structure[]>((resolve) => {
    timeout = setTimeout(() => {
      resolve([]);
    }, SHORT);
  });
  try {
    return await Promise.race([ownStructures(server, draft, token), none]);
  } finally {
    clearTimeout(timeout);
  }
}

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
