import * as vscode from 'vscode';
import {
  CloseAction,
  DocumentDiagnosticRequest,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type Diagnostic as ProtocolDiagnostic,
  type DiagnosticCollectionProvider,
  type ErrorHandler,
} from 'vscode-languageclient/node';
import {
  BULK_CHECK,
  BULK_FILE,
  type BulkCheckParams,
  type BulkCheckResult,
  type BulkFileParams,
} from '../../server/src/lsp/protocol/bulk.js';
import {
  COUNT_SELECTIONS,
  FIGURES,
  type CountSelectionsResult,
  type FiguresParams,
} from '../../server/src/lsp/protocol/figures.js';
import {
  GUIDE_PRESETS,
  NEW_GUIDE,
  type GuidePreset,
  type NewGuideResult,
} from '../../server/src/lsp/protocol/guide.js';
import { IGNORED, type IgnoredFinding, type IgnoredParams } from '../../server/src/lsp/protocol/ignoring.js';
import { type InitializationOptions } from '../../server/src/lsp/protocol/initialization.js';
import { RULE_PAGE_TEMPLATE, withRuleLinks } from './ruleDocs.js';
import { draftSelector, guideSelector } from './watched.js';

/** Whether the server can be asked. */
export type ServerState = 'starting' | 'running' | 'down';

/** A server that dies more often than this within {@link CRASH_WINDOW} stays down. */
const MAX_RESTARTS = 4;
/** Milliseconds. */
const CRASH_WINDOW = 3 * 60_000;

/**
 * The language server as the rest of the client sees it. Lives as long as the extension: the process and the
 * connection behind it are replaced when it dies, when it is restarted, and when the watched languages change.
 */
export class LanguageServer implements vscode.Disposable {
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #figures = new vscode.EventEmitter<FiguresParams>();
  readonly #bulkFile = new vscode.EventEmitter<BulkFileParams>();
  readonly #module: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #live: DiagnosticCollectionProvider;
  readonly #ignored: () => readonly IgnoredFinding[];
  #client: LanguageClient | undefined;
  #state: ServerState = 'starting';
  #crashes: number[] = [];
  #begun = false;
  #givenUp = false;
  /** Starts and stops follow one another. */
  #queue: Promise<void> = Promise.resolve();

  readonly onDidChangeState = this.#stateChanged.event;
  /** After each check of an open document. */
  readonly onFigures = this.#figures.event;
  /** After each file of a bulk check. */
  readonly onBulkFile = this.#bulkFile.event;

  /**
   * @param module the absolute path of the server's script
   * @param live where the findings of open documents go
   * @param ignored what the writer ignores apart from guide files
   */
  constructor(
    module: string,
    log: vscode.LogOutputChannel,
    live: DiagnosticCollectionProvider,
    ignored: () => readonly IgnoredFinding[],
  ) {
    this.#ignored = ignored;
    this.#module = module;
    this.#log = log;
    this.#live = live;
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

  /** Asks for the figures of parts of an open document. */
  async countSelections(
    uri: vscode.Uri,
    selections: readonly vscode.Range[],
    token: vscode.CancellationToken,
  ): Promise<CountSelectionsResult | undefined> {
    const client = this.#running();
    if (client === undefined) return undefined;
    return client.sendRequest<CountSelectionsResult>(
      COUNT_SELECTIONS,
      {
        uri: client.code2ProtocolConverter.asUri(uri),
        ranges: selections.map((range) => client.code2ProtocolConverter.asRange(range)),
      },
      token,
    );
  }

  /**
   * Asks for a bulk check, whose files come by {@link onBulkFile}.
   * @throws Error when the server does not run, or dies before it has answered
   */
  async bulkCheck(params: BulkCheckParams, token: vscode.CancellationToken): Promise<BulkCheckResult> {
    await this.begin();
    await this.#queue;
    const client = this.#running();
    if (client === undefined) throw new Error(vscode.l10n.t('The checker is not running.'));
    return client.sendRequest<BulkCheckResult>(BULK_CHECK, params, token);
  }

  /** Tells what the writer ignores apart from guide files, which then holds at once. */
  tellIgnored(): void {
    void this.#running()?.sendNotification(IGNORED, { entries: this.#ignored() } satisfies IgnoredParams);
  }

  /**
   * The presets that a new guide file may build upon.
   * @throws Error when the server does not run
   */
  async guidePresets(folder: vscode.Uri): Promise<readonly GuidePreset[]> {
    return this.#ask<readonly GuidePreset[]>(GUIDE_PRESETS, folder, {});
  }

  /**
   * The text of a new guide file.
   * @param maxMinutes the most minutes of a speech, 0 for no limit; undefined for what the preset says
   * @throws Error when the server does not run
   */
  async newGuide(folder: vscode.Uri, preset: string, maxMinutes: number | undefined): Promise<string> {
    const params = { preset, ...(maxMinutes === undefined ? {} : { maxMinutes }) };
    return (await this.#ask<NewGuideResult>(NEW_GUIDE, folder, params)).text;
  }

  /** Asks about a folder. */
  async #ask<T>(method: string, folder: vscode.Uri, params: object): Promise<T> {
    await this.#queue;
    const client = this.#running();
    if (client === undefined) throw new Error(vscode.l10n.t('The checker is not running.'));
    return client.sendRequest<T>(method, { ...params, folder: client.code2ProtocolConverter.asUri(folder) });
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
    this.#stateChanged.dispose();
    this.#figures.dispose();
    this.#bulkFile.dispose();
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
          ignored: this.#ignored(),
        }),
        outputChannel: this.#log,
        traceOutputChannel: this.#log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticCollectionProvider: this.#live,
        diagnosticPullOptions: { onChange: true },
        middleware: {
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
    });
    client.onNotification(FIGURES, (figures: FiguresParams) => {
      this.#figures.fire(figures);
    });
    client.onNotification(BULK_FILE, (file: BulkFileParams) => {
      this.#bulkFile.fire(file);
    });
    return client;
  }

  #errorHandler(): ErrorHandler {
    return {
      error: (_error, _message, count) => {
        if ((count ?? 0) <= 3) return { action: ErrorAction.Continue, handled: true };
        this.#giveUp();
        return { action: ErrorAction.Shutdown, handled: true };
      },
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
