// What the server takes for an edit, in sessions of a draft once, ten and a hundred times as long.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LIMIT } from '../../../server/src/lsp/diagnostics.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, quick, rounds } from '../measure.js';
import { said, saidOfFindings, startServerProcess, type ServerProcess } from '../serverProcess.js';
import type { KeystrokeFigures, SessionFigures } from '../table/keystroke.js';
import { benchText, varied } from '../texts.js';

/** Rounds of edits that are measured, and those before that warm the servers up. */
const ROUNDS = 24;
const WARM_UP = 12;

/** Milliseconds in which a server ends what an edit has it do beside the findings. */
const REST = 50;

/** What is put in and taken out again: a character, a line end, a sentence that is pasted. */
const PUT = [
  '的',
  '\n',
  '这件事关系到每一户人家，今年一定要办好，谁来办、什么时候办完、办到什么样子，都要写清楚。',
];

/** How the findings come: a client asks for them, or they are published. */
type Way = 'asked' | 'published';

/** A draft that is open in a server of its own. */
class Session {
  readonly #server: ServerProcess;
  readonly #way: Way;
  readonly #uri = pathToFileURL(resolve('draft.txt')).href;
  readonly #cpu: number[] = [];
  readonly #waited: number[] = [];
  #document: TextDocument;
  #diagnostics: readonly Diagnostic[] = [];
  /** What the last edit put in, to be taken out again. */
  #put: { readonly at: number; readonly length: number } | undefined;
  #published: (version: number | undefined) => void = () => undefined;

  private constructor(server: ServerProcess, way: Way, text: string) {
    this.#server = server;
    this.#way = way;
    this.#document = TextDocument.create(this.#uri, 'plaintext', 1, text);
    server.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ version, diagnostics }: { version?: number; diagnostics: Diagnostic[] }) => {
        this.#diagnostics = diagnostics;
        this.#published(version);
      },
    );
  }

  /** Opens a text; ends when the findings that need words are there too. */
  static async open(text: string, way: Way): Promise<Session> {
    const server = await startServerProcess(
      way === 'asked' ? { diagnostic: {} } : { publishDiagnostics: { versionSupport: true } },
    );
    const session = new Session(server, way, text);
    const { connection } = server;
    const worded = new Promise<void>((done) => {
      connection.onRequest('workspace/diagnostic/refresh', () => {
        done();
        return null;
      });
      let times = 0;
      session.#published = () => {
        if (++times === 2) done();
      };
    });
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: session.#uri, languageId: 'plaintext', version: 1, text },
    });
    if (way === 'asked') await session.#ask();
    await worded;
    if (way === 'asked') await session.#ask();
    return session;
  }

  /** Makes the edit of a round and waits for its findings; it is measured from round 0 on. */
  async edit(round: number): Promise<void> {
    const { at, length, text } = this.#editOf(round);
    const contentChanges = [
      { range: { start: this.#document.positionAt(at), end: this.#document.positionAt(at + length) }, text },
    ];
    const version = this.#document.version + 1;
    this.#document = TextDocument.update(this.#document, contentChanges, version);
    const published = new Promise<void>((done) => {
      this.#published = (of) => {
        if (of === version) done();
      };
    });
    const before = timeOfProcess(this.#server.pid);
    const start = performance.now();
    await this.#server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version },
      contentChanges,
    });
    await (this.#way === 'asked' ? this.#ask() : published);
    const waited = performance.now() - start;
    await new Promise((done) => setTimeout(done, REST));
    const after = timeOfProcess(this.#server.pid);
    if (round < 0) return;
    this.#waited.push(waited);
    this.#cpu.push(before === undefined || after === undefined ? waited : after - before);
  }

  async close(): Promise<SessionFigures> {
    await this.#server.stop();
    const text = this.#document.getText();
    const fresh = saidOfFindings(text, freshFindings([text])[0] ?? []);
    const found = said(this.#diagnostics);
    // Of more findings than a client is told the worst are there, which a fresh check has too.
    const whole = fresh.length <= LIMIT;
    const known = new Set(fresh.map((one) => JSON.stringify(one)));
    const told = whole ? found : found.filter((one) => known.has(JSON.stringify(one)));
    requireFresh('keystroke', whole ? found : [told.length], whole ? fresh : [LIMIT]);
    return {
      length: text.length,
      diagnostics: found.length,
      server: this.#cpu,
      waited: this.#waited,
    };
  }

  /** Something is put into the middle of a paragraph, each time elsewhere, and taken out with the next edit. */
  #editOf(round: number): { readonly at: number; readonly length: number; readonly text: string } {
    if (this.#put !== undefined) {
      const { at, length } = this.#put;
      this.#put = undefined;
      return { at, length, text: '' };
    }
    const turn = Math.floor((round + WARM_UP) / 2);
    const text = PUT[turn % PUT.length] ?? '';
    const source = this.#document.getText();
    const from = Math.floor((source.length * (((turn * 37) % 100) + 0.5)) / 100);
    const at = from + Math.max(0, source.slice(from).search(/[\u4e00-\u9fff]{3}/u)) + 1;
    this.#put = { at, length: text.length };
    return { at, length: 0, text };
  }

  async #ask(): Promise<void> {
    const { items }: { items: Diagnostic[] } = await this.#server.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: this.#uri } },
    );
    this.#diagnostics = items;
  }
}

/**
 * Milliseconds that the main thread of a process has run, which nothing else on the machine adds to; undefined where
 * the system does not tell.
 */
function timeOfProcess(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const { name, text } = benchText();
  const draft = (times: number): string =>
    Array.from({ length: times }, (_, copy) => varied(text, copy + 1)).join('\n');
  const once = await Session.open(draft(1), 'asked');
  const published = await Session.open(draft(1), 'published');
  const tenfold = await Session.open(draft(10), 'asked');
  const hundredfold = quick ? undefined : await Session.open(draft(100), 'asked');
  const sessions = [once, published, tenfold, ...(hundredfold === undefined ? [] : [hundredfold])];
  for (let round = quick ? 0 : -WARM_UP; round < rounds(ROUNDS); round++)
    for (const session of sessions) await session.edit(round);
  emit({
    text: name,
    once: await once.close(),
    published: await published.close(),
    tenfold: await tenfold.close(),
    ...(hundredfold && { hundredfold: await hundredfold.close() }),
  } satisfies KeystrokeFigures);
}

void main();
