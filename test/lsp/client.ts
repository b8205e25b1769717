import { PassThrough } from 'node:stream';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import {
  createConnection,
  createProtocolConnection,
  FileChangeType,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { rules } from '../../server/src/core/rules/registry.js';
import { type BulkFileParams, BULK_FILE } from '../../server/src/lsp/protocol/bulk.js';
import { FIGURES, type FiguresParams } from '../../server/src/lsp/protocol/figures.js';
import { startServer } from '../../server/src/lsp/server.js';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import type { LoadedSegmenter } from '../../server/src/segmenter/load.js';

/** What came from the server, in order, and what is waited for. */
export class Mailbox<T> {
  readonly all: T[] = [];
  readonly #waiting: { readonly wanted: (item: T) => boolean; readonly give: (item: T) => void }[] = [];

  put(item: T): void {
    this.all.push(item);
    for (const waiter of this.#waiting.filter(({ wanted }) => wanted(item))) {
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      waiter.give(item);
    }
  }

  /** The first item that is wanted, come already or yet to come. */
  async first(wanted: (item: T) => boolean = () => true): Promise<T> {
    return this.all.find(wanted) ?? (await this.next(wanted));
  }

  /** The first wanted item from now on. */
  next(wanted: (item: T) => boolean = () => true): Promise<T> {
    return new Promise((give) => {
      this.#waiting.push({ wanted, give });
    });
  }
}

/** What VS Code says of itself, as far as the server asks. */
export const PULL: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

/** A client that only takes what is published, and answers nothing. */
export const PUSH: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  readonly loadSegmenter?: () => LoadedSegmenter | Promise<LoadedSegmenter>;
}

const started: TestClient[] = [];

/** Starts a server in this process and initializes it as a client would. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, {
    version: '0.0.0',
    rulePages: '/shipped/docs/rules',
    loadSegmenter: options.loadSegmenter ?? (() => ({ segmenter: createIntlSegmenter() })),
    debounce: 20,
  });
  const client = new TestClient(
    createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
    () => {
      server.dispose();
    },
  );
  started.push(client);
  await client.initialize(options);
  return client;
}

/** Ends what the tests of a file started. For afterEach. */
export async function stopClients(): Promise<void> {
  for (const client of started.splice(0)) await client.stop();
}

/** The client's side of a connection, with what an editor keeps: settings, and what the server told. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly published = new Mailbox<PublishDiagnosticsParams>();
  readonly figures = new Mailbox<FiguresParams>();
  readonly files = new Mailbox<BulkFileParams>();
  readonly logged = new Mailbox<string>();
  readonly refreshes = new Mailbox<true>();
  readonly lensRefreshes = new Mailbox<true>();
  readonly registered = new Mailbox<string>();
  /** What stands below `wenfeng` in the client's settings. */
  settings: unknown = {};
  /** What the client answers when it is asked for the settings of a draft. */
  tellSettings: (uri: string | undefined) => unknown = () => this.settings;
  server: InitializeResult | undefined;
  readonly #end: () => void;

  constructor(connection: ProtocolConnection, end: () => void) {
    this.connection = connection;
    this.#end = end;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.put(params);
    });
    connection.onNotification(FIGURES, (params: FiguresParams) => {
      this.figures.put(params);
    });
    connection.onNotification(BULK_FILE, (params: BulkFileParams) => {
      this.files.put(params);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.put(message);
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes.put(true);
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes.put(true);
      return null;
    });
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        for (const { method } of registrations) this.registered.put(method);
        return null;
      },
    );
    connection.onRequest(
      'workspace/configuration',
      ({ items }: { items: { scopeUri?: string; section?: string }[] }) =>
        Promise.all(
          items.map(({ scopeUri, section }) => (section === 'wenfeng' ? this.tellSettings(scopeUri) : null)),
        ),
    );
    connection.listen();
  }

  async initialize(options: ClientOptions): Promise<void> {
    this.server = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? PULL,
      initializationOptions: options.initializationOptions,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(uri: string, text: string, languageId = 'plaintext', version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  async change(
    uri: string,
    version: number,
    ...contentChanges: TextDocumentContentChangeEvent[]
  ): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { wenfeng: settings },
    });
  }

  /** Tells that a file changed on disk, or was deleted. */
  async changeFile(uri: string, type: FileChangeType = FileChangeType.Changed): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** Asks about a document: `method` without `textDocument/`. */
  ask<T>(method: string, uri: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('diagnostic', uri, previousResultId === undefined ? {} : { previousResultId });
  }

  /** The diagnostics of a full answer. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('unchanged');
    return report.items;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    this.#end();
  }
}

/** Settings that leave only these rules on, for texts that are made by repeating. */
export function only(...ids: string[]): unknown {
  const off = rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, { severity: 'off' }] as const);
  return { rules: Object.fromEntries(off) };
}

/** Makes the client slow to tell its settings: it is asked, and answers when it is released. */
export function holdSettings(client: TestClient): {
  readonly asked: Promise<void>;
  readonly release: () => void;
} {
  let release = (): void => undefined;
  const held = new Promise<void>((go) => (release = go));
  const asked = new Promise<void>((resolve) => {
    client.tellSettings = async () => {
      const { settings } = client;
      resolve();
      await held;
      return settings;
    };
  });
  return { asked, release };
}

/** The range of the first occurrence of `words` in a text whose lines end with \n. */
export function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`${words} is not in the text`);
  const at = (offset: number): { line: number; character: number } => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  return { start: at(start), end: at(start + words.length) };
}
