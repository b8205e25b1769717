import {
  CancellationTokenSource,
  ResponseError,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FIGURES, type FiguresParams } from '../../server/src/lsp/protocol/figures.js';
import { IGNORED, type IgnoredFinding } from '../../server/src/lsp/protocol/ignoring.js';
import { PULL, PUSH } from '../lsp/client.js';
import type { Keystroke } from './typist.js';

/** How a client comes by diagnostics. */
export type Way = 'pull' | 'push';

/** Answers that say no more than that the text moved on or the client asked no longer. */
const HARMLESS: ReadonlySet<number> = new Set([-32800, -32801, -32802]);

/** What an editor keeps, and what it was told. The state can be shown to another server, which must say the same. */
export class Editor {
  readonly documents = new Map<string, TextDocument>();
  /** Requests that failed, errors in the log, and diagnostics of a version that was not the last. */
  readonly faults: string[] = [];
  readonly asked = new Map<string, number>();
  settings: unknown = {};
  ignored: readonly IgnoredFinding[] = [];
  readonly #way: Way;
  readonly #connection: ProtocolConnection;
  readonly #published = new Map<
    string,
    { readonly version: number; readonly items: readonly Diagnostic[] }
  >();
  readonly #figures = new Map<string, FiguresParams>();
  readonly #pulling = new Map<string, CancellationTokenSource>();
  #pending = 0;

  constructor(connection: ProtocolConnection, way: Way) {
    this.#connection = connection;
    this.#way = way;
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.#publish(params as { uri: string; version?: number; diagnostics: Diagnostic[] });
    });
    connection.onNotification(FIGURES, (params: FiguresParams) => {
      this.#figures.set(params.uri, params);
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1 || /unhandled|uncaught|failed/u.test(message)) this.faults.push(`log: ${message}`);
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      for (const uri of this.documents.keys()) this.#pull(uri);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => (section === 'wenfeng' ? this.settings : null)),
    );
    connection.listen();
  }

  /** @param folder the URI of the workspace's only folder */
  async initialize(folder: string): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities:
        this.#way === 'pull'
          ? PULL
          : {
              ...PUSH,
              workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
            },
      initializationOptions: { ignored: this.ignored },
      workspaceFolders: [{ uri: folder, name: 'drafts' }],
      locale: 'zh-cn',
    });
    await this.#connection.sendNotification('initialized', {});
  }

  async open(uri: string, languageId: string, text: string, version = 1): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, version, text));
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    this.#pull(uri);
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    this.#figures.delete(uri);
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  textOf(uri: string): string {
    return this.documents.get(uri)?.getText() ?? '';
  }

  /** Makes a keystroke, and asks for diagnostics at once, as an editor does that types faster than it is answered. */
  async press(uri: string, { start, end, text }: Keystroke): Promise<void> {
    const document = this.documents.get(uri);
    if (document === undefined) return;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const version = document.version + 1;
    this.documents.set(uri, TextDocument.update(document, [{ range, text }], version));
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
    this.#pull(uri);
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.#connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { wenfeng: settings },
    });
  }

  async changeIgnored(entries: readonly IgnoredFinding[]): Promise<void> {
    this.ignored = entries;
    await this.#connection.sendNotification(IGNORED, { entries });
  }

  async tellFileChanged(uri: string): Promise<void> {
    await this.#connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 2 }],
    });
  }

  /** Asks something; an answer that the text moved on is no fault. Undefined when there was none. */
  async ask<T>(method: string, params: unknown, token?: CancellationTokenSource): Promise<T | undefined> {
    this.asked.set(method, (this.asked.get(method) ?? 0) + 1);
    this.#pending++;
    try {
      return await (token === undefined
        ? this.#connection.sendRequest<T>(method, params)
        : this.#connection.sendRequest<T>(method, params, token.token));
    } catch (error) {
      if (!(error instanceof ResponseError) || !HARMLESS.has(error.code)) {
        this.faults.push(`${method}: ${String(error)}`);
      }
      return undefined;
    } finally {
      this.#pending--;
    }
  }

  /** What the server says of all that is open, once it has nothing left to say. */
  async settled(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const drafts = [...this.documents.values()];
    await until(() => this.#pending === 0);
    await until(() =>
      drafts.every(
        ({ uri }) => uri.endsWith('.json') || (this.#figures.get(uri)?.segmenter ?? 'loading') !== 'loading',
      ),
    );
    if (this.#way === 'push') {
      // Longer than the pause after which the server checks and publishes.
      await delay(600);
      return new Map(drafts.map(({ uri, version }) => [uri, this.#lastOf(uri, version)]));
    }
    const said = new Map<string, readonly Diagnostic[]>();
    for (const { uri } of drafts) {
      const report = await this.ask<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      if (report?.kind !== 'full') this.faults.push(`no diagnostics of ${uri}`);
      else said.set(uri, report.items);
    }
    return said;
  }

  #lastOf(uri: string, version: number): readonly Diagnostic[] {
    const last = this.#published.get(uri);
    if (!uri.endsWith('.json') && last?.version !== version) {
      this.faults.push(
        `${uri} has diagnostics of version ${String(last?.version)} and is at ${String(version)}`,
      );
    }
    return last?.items ?? [];
  }

  #publish({
    uri,
    version = 0,
    diagnostics,
  }: {
    uri: string;
    version?: number;
    diagnostics: Diagnostic[];
  }): void {
    const before = this.#published.get(uri);
    if (before !== undefined && version !== 0 && version < before.version) {
      this.faults.push(`${uri}: version ${String(version)} was published after ${String(before.version)}`);
    }
    this.#published.set(uri, { version, items: diagnostics });
  }

  #pull(uri: string): void {
    if (this.#way === 'push') return;
    this.#pulling.get(uri)?.cancel();
    const pulling = new CancellationTokenSource();
    this.#pulling.set(uri, pulling);
    void this.ask('textDocument/diagnostic', { textDocument: { uri } }, pulling);
  }
}

/** Waits for so many milliseconds. */
export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 120_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('the server did not come to rest within two minutes');
    await delay(20);
  }
}
