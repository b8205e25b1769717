import * as vscode from 'vscode';
import {
  CloseAction,
  DocumentDiagnosticRequest,
  ErrorAction,
  ErrorCodes,
  LanguageClient,
  ResponseError,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type Diagnostic as ProtocolDiagnostic,
  type ErrorHandler,
} from 'vscode-languageclient/node';
import { IGNORED, type IgnoredFinding } from '../../server/src/lsp/protocol/ignoring.js';
import type { InitializationOptions } from '../../server/src/lsp/protocol/initialization.js';
import type { NotificationName, RequestName } from '../../server/src/lsp/protocol/message.js';
import type { LiveDiagnostics } from './liveDiagnostics.js';
import { OverlookedDrafts } from './overlookedDrafts.js';
import { RULE_PAGE_TEMPLATE, withRuleLinks } from './rulePages/ruleDocs.js';
import { draftSelector, guideSelector, isDraft } from './watched.js';

/** Whether the server can be asked. */
export type ServerState = 'starting' | 'running' | 'down';

/** A server that dies more often than this within {@link CRASH_WINDOW} stays down. */
const MAX_RESTARTS = 4;
/** After so many deaths a server is started without nodejieba, the only part of it that can end a process. */
const CRASHES_WITH_NODEJIEBA = 2;
/** Milliseconds. */
const CRASH_WINDOW = 3 * 60_000;
/** Milliseconds that a visible draft may be without findings while none are asked for. */
const OVERLOOKED_AFTER = 500;

/**
 * The language server as the rest of the client sees it. Lives as long as the extension: the process and the
 * connection behind it are replaced when it dies, when it is restarted, and when the watched languages change.
 */
export class LanguageServer implements vscode.Disposable {
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #told = new Map<string, vscode.EventEmitter<unknown>>();
  readonly #module: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #live: LiveDiagnostics;
  readonly #overlooked: OverlookedDrafts;
  readonly #looking: vscode.Disposable;
  readonly #ignored: () => readonly IgnoredFinding[];
  #client: LanguageClient | undefined;
  #state: ServerState = 'starting';
  #crashes: number[] = [];
  #begun = false;
  #givenUp = false;
  /** Starts and stops follow one another. */
  #queue: Promise<void> = Promise.resolve();

  readonly onDidChangeState = this.#stateChanged.event;

  /**
   * @param module the absolute path of the server's script
   * @param live where the findings of open documents go
   * @param ignored what the writer ignores apart from guide files
   */
  constructor(
    module: string,
    log: vscode.LogOutputChannel,
    live: LiveDiagnostics,
    ignored: () => readonly IgnoredFinding[],
  ) {
    this.#ignored = ignored;
    this.#module = module;
    this.#log = log;
    this.#live = live;
    this.#overlooked = new OverlookedDrafts({
      visible: () =>
        this.#running() === undefined
          ? []
          : vscode.window.visibleTextEditors
              .filter(({ document }) => isDraft(document))
              .map(({ document }) => ({ uri: document.uri.toString(), version: document.version, document })),
      answered: (uri) => live.has(vscode.Uri.parse(uri)),
      ask: () => {
        this.recheckOpenDrafts();
      },
      patience: OVERLOOKED_AFTER,
    });
    this.#looking = vscode.window.onDidChangeVisibleTextEditors(() => {
      this.#overlooked.look();
    });
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The server's process; undefined while there is none. */
  get processId(): number | undefined {
    return this.#client?.serverProcess?.pid;
  }

  /** Starts the server, in place of the one that runs. Failing is told to the writer and never thrown. */
  start(): Promise<void> {
    this.#begun = true;
    this.#queue = this.#queue.then(async () => {
      await this.#stop();
      this.#crashes = [];
      this.#givenUp = false;
      this.#setState('starting');
      const client = this.#createClient();
      this.#client = client;
      try {
        await client.start();
      } catch (error) {
        this.#log.error(error instanceof Error ? error : String(error));
        this.#giveUp();
      }
    });
    return this.#queue;
  }

  /** Starts the server unless that was done before, whatever came of it. */
  async begin(): Promise<void> {
    if (!this.#begun) await this.start();
  }

  /**
   * Asks the server, which is started when need be. URIs go as `uri.toString()`, ranges by {@link protocolRange}.
   * @throws Error when the server does not run, dies before it has answered, or refuses
   */
  async request<P, R>(name: RequestName<P, R>, params: P, token?: vscode.CancellationToken): Promise<R> {
    await this.begin();
    await this.#queue;
    const client = this.#running();
    if (client === undefined) throw new Error(vscode.l10n.t('The checker is not running.'));
    try {
      return await client.sendRequest<R>(name, params, token);
    } catch (error) {
      if (!(error instanceof ResponseError) || error.code !== ErrorCodes.PendingResponseRejected) throw error;
      throw new Error(
        vscode.l10n.t('The checker stopped meanwhile and is started again; please try once more.'),
        {
          cause: error,
        },
      );
    }
  }

  /** Tells the server, if it runs. */
  notify<P>(name: NotificationName<P>, params: P): void {
    void this.#running()?.sendNotification(name, params);
  }

  /** `listener` is called whenever the server tells, whichever process serves. */
  on<P>(name: NotificationName<P>, listener: (params: P) => void): vscode.Disposable {
    let told = this.#told.get(name);
    if (told === undefined) {
      told = new vscode.EventEmitter<unknown>();
      this.#told.set(name, told);
      if (this.#client !== undefined) this.#forward(this.#client, name, told);
    }
    // The name says what is sent by it.
    return told.event((params) => {
      listener(params as P);
    });
  }

  /** Tells what the writer ignores apart from guide files, which then holds at once. */
  tellIgnored(): void {
    this.notify(IGNORED, { entries: this.#ignored() });
  }

  /** Findings as VS Code shows them. */
  async asDiagnostics(diagnostics: readonly ProtocolDiagnostic[]): Promise<vscode.Diagnostic[]> {
    return (await this.#client?.protocol2CodeConverter.asDiagnostics([...diagnostics])) ?? [];
  }

  /** Checks every open draft again, whatever is known of it. */
  recheckOpenDrafts(): void {
    const client = this.#running();
    if (client === undefined) return;
    const feature = client.getFeature(DocumentDiagnosticRequest.method);
    const providers = vscode.workspace.textDocuments.map((document) => feature.getProvider(document));
    for (const provider of new Set(providers)) provider?.onDidChangeDiagnosticsEmitter.fire();
  }

  /** Ends the server; resolves when it has gone. */
  stop(): Promise<void> {
    this.#queue = this.#queue.then(() => this.#stop());
    return this.#queue;
  }

  dispose(): void {
    void this.stop();
    this.#looking.dispose();
    this.#overlooked.dispose();
    this.#stateChanged.dispose();
    for (const told of this.#told.values()) told.dispose();
  }

  #running(): LanguageClient | undefined {
    return this.#client?.state === State.Running ? this.#client : undefined;
  }

  #createClient(): LanguageClient {
    const server = { module: this.#module, transport: TransportKind.ipc } as const;
    const client = new QuietClient(
      'wenfeng',
      vscode.l10n.t('Wenfeng'),
      {
        run: server,
        debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
      },
      {
        documentSelector: [...draftSelector(), ...guideSelector()],
        // Asked for anew when the server is started after a crash.
        initializationOptions: (): InitializationOptions => ({
          rulePage: RULE_PAGE_TEMPLATE,
          ignoring: true,
          sectionFindings: true,
          openingRules: true,
          restructuring: true,
          ignored: this.#ignored(),
          withoutNodejieba: this.#crashes.length >= CRASHES_WITH_NODEJIEBA,
        }),
        outputChannel: this.#log,
        traceOutputChannel: this.#log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticCollectionProvider: this.#live,
        diagnosticPullOptions: { onChange: true },
        middleware: {
          provideDiagnostics: (document, previousResultId, token, next) => {
            const uri = document instanceof vscode.Uri ? document : document.uri;
            return this.#overlooked.follow(uri.toString(), document, () =>
              next(document, previousResultId, token),
            );
          },
          provideHover: async (document, position, token, next) => {
            const hover = await next(document, position, token);
            return hover ? withRuleLinks(hover) : hover;
          },
        },
        errorHandler: this.#errorHandler(),
        // The failure of start() tells the writer.
        initializationFailedHandler: () => false,
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (client !== this.#client || this.#givenUp) return;
      // Between a crash and the start that follows the client says that it is stopped.
      this.#setState(newState === State.Running ? 'running' : 'starting');
      if (newState === State.Running && this.#crashes.length === CRASHES_WITH_NODEJIEBA) this.#tellSparing();
    });
    for (const [name, told] of this.#told) this.#forward(client, name, told);
    return client;
  }

  #forward(client: LanguageClient, name: string, told: vscode.EventEmitter<unknown>): void {
    client.onNotification(name, (params: unknown) => {
      told.fire(params);
    });
  }

  #errorHandler(): ErrorHandler {
    return {
      // What is written to a server that has just died fails too, as often as something is written before its end
      // is noticed. Only that end, told by `closed`, says that it is gone.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        const now = Date.now();
        this.#crashes = [...this.#crashes.filter((time) => now - time < CRASH_WINDOW), now];
        if (this.#crashes.length <= MAX_RESTARTS) return { action: CloseAction.Restart, handled: true };
        this.#giveUp();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  #giveUp(): void {
    this.#setState('down');
    if (this.#givenUp) return;
    this.#givenUp = true;
    const restart = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window
      .showErrorMessage(
        vscode.l10n.t('The checker keeps stopping, so drafts are not checked now.'),
        restart,
        showLog,
      )
      .then((choice) => {
        if (choice === restart) void this.start();
        if (choice === showLog) this.#log.show();
      });
  }

  #tellSparing(): void {
    const restart = vscode.l10n.t('Restart');
    void vscode.window
      .showWarningMessage(
        vscode.l10n.t(
          'The checker stopped twice, so it now cuts words in a simpler way; a few findings about words may differ.',
        ),
        restart,
      )
      .then((choice) => {
        if (choice === restart) void this.start();
      });
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (error) {
      // A server that does not answer the request to end is ended all the same.
      this.#log.warn(String(error));
    }
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

/** A client that writes its errors to the log only: what a writer needs to know, {@link LanguageServer} says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
