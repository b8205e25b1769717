// A folder of drafts by the command line and by the server, beside a process that only reads, decodes and cuts them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { BULK_CHECK, BULK_FILE, type BulkFileParams } from '../../../server/src/lsp/protocol/bulk.js';
import { readReport, reportedOf, timeCommandLine } from '../commandLine.js';
import { makeDraftFolder, type DraftFolder } from '../draftFolder.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, quick, rounds, timeOf } from '../measure.js';
import { timeReadDecodeCut } from '../readDecodeCut.js';
import { said, saidOfFindings, startServerProcess } from '../serverProcess.js';
import type { BulkFigures } from '../table/bulk.js';
import { benchText } from '../texts.js';

/** Enough for workers, when it only has to work. */
const DRAFTS = quick ? 90 : 1000;
const RUNS = quick ? 1 : rounds(5);

/** Milliseconds from a hover's answer to the next question. */
const PAUSE = 20;

/** The most findings of a draft that a server tells. */
const TOLD = 500;

const OPEN = 'file:///open/draft.txt';

void measure();

async function measure(): Promise<void> {
  const folder = makeDraftFolder(DRAFTS);
  const { connection, stop } = await startServerProcess();
  try {
    const report = join(folder.path, '../report.json');
    const figures = {
      commandLine: [] as number[],
      server: [] as number[],
      hovers: [] as number[],
      cut: [] as number[],
    };
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: OPEN, languageId: 'plaintext', version: 1, text: benchText().text },
    });
    await hover(connection);
    const fresh = freshFindings(folder.texts);
    for (let run = 0; run < RUNS; run++) {
      const cut = timeReadDecodeCut(folder.path);
      if (cut !== undefined) figures.cut.push(cut);
      figures.commandLine.push(timeCommandLine(folder.path, report));
      const checked = await bulkCheck(connection, folder, `run-${run}`, figures.hovers);
      figures.server.push(checked.spent);
      requireFresh('the command line', readReport(report), fresh.map(reportedOf));
      requireFresh(
        'the server',
        checked.files.map(({ diagnostics }) => said(diagnostics).slice(0, TOLD)),
        fresh.map((findings, at) => saidOfFindings(folder.texts[at] ?? '', findings).slice(0, TOLD)),
      );
    }
    const { cut, ...others } = figures;
    emit({ drafts: DRAFTS, ...others, ...(cut.length === 0 ? {} : { cut }) } satisfies BulkFigures);
  } finally {
    await stop();
    folder.remove();
  }
}

/** One bulk check, with hovers over an open draft while it goes on. */
async function bulkCheck(
  connection: ProtocolConnection,
  folder: DraftFolder,
  id: string,
  hovers: number[],
): Promise<{ readonly spent: number; readonly files: readonly BulkFileParams[] }> {
  const files: BulkFileParams[] = [];
  const listening = connection.onNotification(BULK_FILE, (file: BulkFileParams) => {
    if (file.id === id) files.push(file);
  });
  const over = new AbortController();
  const hovering = (async () => {
    while (!over.signal.aborted) {
      hovers.push(await timeOf(() => hover(connection)));
      await new Promise((go) => setTimeout(go, PAUSE));
    }
  })();
  const spent = await timeOf(() =>
    connection.sendRequest(BULK_CHECK, {
      id,
      targets: [pathToFileURL(folder.path).href],
      include: ['**/*.txt'],
      exclude: [],
      maxFileSize: 1 << 21,
    }),
  );
  over.abort();
  await hovering;
  listening.dispose();
  return { spent, files };
}

function hover(connection: ProtocolConnection): Promise<unknown> {
  return connection.sendRequest('textDocument/hover', {
    textDocument: { uri: OPEN },
    position: { line: 2, character: 5 },
  });
}
