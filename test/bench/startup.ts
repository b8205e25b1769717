// From opening a draft to its first findings, with a server process started fresh each time.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
} from 'vscode-languageserver-protocol/node';
import { emit, summarise } from './measure.js';
import { benchText } from './texts.js';

const RUNS = 7;
const SERVER = 'dist/server.js';

/** Rules that need no words: what the first answer has to hold. */
const STRUCTURAL = new Set(['paragraph-too-long', 'sentence-too-long']);

interface Opening {
  readonly initialized: number;
  readonly open: number;
  readonly total: number;
  readonly findings: number;
  readonly structural: boolean;
}

void main();

async function main(): Promise<void> {
  const { text } = benchText();
  const bare: number[] = [];
  const dictionary: number[] = [];
  const openings: Opening[] = [];
  const script = `const j = require('nodejieba'); j.load();`;
  const jieba = spawnSync(process.execPath, ['-e', script]).status === 0;
  for (let run = 0; run < RUNS; run++) {
    bare.push(timeProcess(['-e', '0']));
    if (jieba) dictionary.push(timeProcess(['-e', script]));
    if (existsSync(SERVER)) openings.push(await openDraft(text));
  }
  emit({
    node: summarise(bare),
    dictionary: jieba ? summarise(dictionary) : undefined,
    server:
      openings.length === 0
        ? undefined
        : {
            initialized: summarise(openings.map((one) => one.initialized)),
            open: summarise(openings.map((one) => one.open)),
            total: summarise(openings.map((one) => one.total)),
            findings: openings[0]?.findings,
            structural: openings.every((one) => one.structural),
          },
  });
}

function timeProcess(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args);
  return performance.now() - start;
}

/** Starts a server, opens the text as a draft never saved, and asks for its diagnostics at once. */
async function openDraft(text: string): Promise<Opening> {
  const start = performance.now();
  const child = spawn(process.execPath, [resolve(SERVER), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      done();
    }),
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } },
    },
  });
  const initialized = performance.now() - start;
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(resolve('draft.txt')).href;
  const opened = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version: 1, text },
  });
  const report: { items?: Diagnostic[] } = await connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const answered = performance.now();
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  const items = report.items ?? [];
  return {
    initialized,
    open: answered - opened,
    total: answered - start,
    findings: items.length,
    structural: items.some((item) => typeof item.code === 'string' && STRUCTURAL.has(item.code)),
  };
}
