import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { startServerProcess, type ServerProcess } from './serverProcess.js';

/** A draft that was opened in a server started for it, never saved. */
export interface OpenedDraft {
  readonly server: ServerProcess;
  /** Changes the draft to `text` as a whole. */
  readonly change: (text: string) => Promise<void>;
  readonly diagnostics: () => Promise<readonly Diagnostic[]>;
  /** Resolves when the server has its words and says that all diagnostics are to be asked for anew. */
  readonly words: Promise<void>;
}

/** Starts a server and opens `text` in it. */
export async function openDraft(text: string): Promise<OpenedDraft> {
  const server = await startServerProcess();
  const { connection } = server;
  const words = new Promise<void>((done) => {
    connection.onRequest('workspace/diagnostic/refresh', () => {
      done();
      return null;
    });
  });
  const uri = pathToFileURL(resolve('draft.txt')).href;
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version, text },
  });
  return {
    server,
    change: (changed) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text: changed }],
      }),
    diagnostics: async () => {
      const report: { items?: Diagnostic[] } = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items ?? [];
    },
    words,
  };
}
