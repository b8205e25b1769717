// From opening a draft to its first findings, with a server process started fresh each time.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, rounds } from '../measure.js';
import { said, saidOfFindings, startServerProcess } from '../serverProcess.js';
import type { StartupFigures } from '../table/startup.js';
import { benchText } from '../texts.js';

void main();

async function main(): Promise<void> {
  const { text } = benchText();
  // The first answer does not wait for words; where they are there already it may hold their findings too.
  const expected = [false, true].flatMap((words) =>
    freshFindings([text], words).map((findings) => saidOfFindings(text, findings)),
  );
  const node: number[] = [];
  const initialized: number[] = [];
  const opened: number[] = [];
  const total: number[] = [];
  for (let run = 0; run < rounds(15); run++) {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    node.push(performance.now() - start);

    const opening = await openDraft(text);
    initialized.push(opening.initialized);
    opened.push(opening.opened);
    total.push(opening.initialized + opening.opened);
    const found = said(opening.items);
    const match = expected.find((one) => one.length === found.length) ?? expected[0] ?? [];
    requireFresh('startup', found, match);
  }
  emit({ node, initialized, opened, total } satisfies StartupFigures);
}

interface Opening {
  readonly initialized: number;
  readonly opened: number;
  readonly items: readonly Diagnostic[];
}

/** Starts a server, opens the text as a draft never saved, and asks for its diagnostics at once. */
async function openDraft(text: string): Promise<Opening> {
  const start = performance.now();
  const { connection, stop } = await startServerProcess();
  const initialized = performance.now();
  const uri = pathToFileURL(resolve('draft.txt')).href;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version: 1, text },
  });
  const report: { items?: Diagnostic[] } = await connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const answered = performance.now();
  await stop();
  return { initialized: initialized - start, opened: answered - initialized, items: report.items ?? [] };
}
