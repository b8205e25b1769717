import type {
  Connection,
  Diagnostic,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { StartWorkers } from '../bulk/workers/workerPool.js';
import { isRecord } from '../core/guide/values.js';
import { GUIDE_FILE_NAME } from '../core/guide/guideFile.js';
import type { LoadedSegmenter } from '../segmenter/load.js';
import { Checker, figuresOf, TextMovedOn, type Checked } from './checker.js';
import { Configuration } from './configuration.js';
import { DiagnosticMaker, guideDiagnostics, report } from './diagnostics.js';
import type { Server } from './feature.js';
import { FEATURES } from './features.js';
import { listenToDocuments, type OpenDocuments } from './documents.js';
import { OwnIgnored } from './ownIgnored.js';
import { Guides, isGuideUri } from './guides.js';
import { FIGURES } from './protocol/figures.js';
import { IGNORED } from './protocol/ignoring.js';
import { logTo } from './log.js';
import { Publisher } from './publisher.js';
import { rulePages } from './rulePage.js';
import { readSupport, type ClientSupport } from './support.js';
import { loadWithoutNodejieba, Words } from './words.js';

/** What the server needs of the process it runs in. */
export interface ServerHost {
  readonly version: string;
  /** The absolute path of the folder of the rules' pages. */
  readonly rulePages: string;
  readonly loadSegmenter: () => LoadedSegmenter | Promise<LoadedSegmenter>;
  /** Absent where everything is to be checked in this thread. */
  readonly startWorkers?: StartWorkers;
  /** Milliseconds without a further edit before diagnostics are published. */
  readonly debounce: number;
}

/** Serves one client over a connection that nobody listens to yet. */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = listenToDocuments(connection);
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const support = readSupport(params);
    serve(connection, documents, support, host);
    return {
      serverInfo: { name: 'wenfeng', version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(support.folderChanges
          ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
          : {}),
        ...capabilitiesOf(support),
        ...(support.pull
          ? {
              diagnosticProvider: {
                identifier: 'wenfeng',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
      },
    };
  });
  connection.listen();
}

/** What the features tell of themselves; none of them speaks of what another does. */
function capabilitiesOf(support: ClientSupport): ServerCapabilities {
  return FEATURES.reduce<ServerCapabilities>(
    (all, feature) => ({ ...all, ...feature.capabilities?.(support) }),
    {},
  );
}

/** Wires everything that needs to know what the client can do. */
function serve(
  connection: Connection,
  documents: OpenDocuments,
  support: ClientSupport,
  host: ServerHost,
): void {
  const log = logTo(connection);
  const page = rulePages(support.rulePage, host.rulePages);
  const guides = new Guides({ documents, folders: support.folders, log });
  const configuration = new Configuration(connection, support, guides, log);
  const words = new Words({
    load: support.withoutNodejieba ? loadWithoutNodejieba : host.loadSegmenter,
    log,
  });
  const ignored = new OwnIgnored(support.ignored);
  const diagnostics = new DiagnosticMaker(support, page);
  const checkedListeners: ((checked: Checked) => void)[] = [];
  const checker = new Checker({
    documents,
    configuration,
    words,
    ignored,
    log,
    onChecked: (checked) => {
      for (const listener of checkedListeners) listener(checked);
    },
  });
  /** Words are wanted as soon as there is a Chinese draft, but its structural findings go out first. */
  const onAnswered = ({ result }: Checked): void => {
    if (result?.draft.chinese === true) words.loadSoon();
  };
  const ofGuide = async (uri: string): Promise<Diagnostic[] | undefined> => {
    const document = documents.get(uri);
    if (document === undefined || !isGuideUri(uri)) return undefined;
    const { language } = await configuration.ofClient(uri);
    const { text, problems } = await guides.problemsOf(document);
    const now = documents.get(uri);
    if (now?.getText() !== text) throw new TextMovedOn(uri, now !== undefined);
    return guideDiagnostics(text, problems, language);
  };
  const publisher = new Publisher({
    connection,
    ofGuide,
    checker,
    diagnostics,
    support,
    log,
    debounce: host.debounce,
    onPublished: onAnswered,
  });

  /** What was found before may be different now. */
  const recheck = (): void => {
    if (!support.pull) {
      for (const uri of documents.keys()) publisher.schedule(uri, 'now');
    } else {
      connection.languages.diagnostics.refresh().catch((error: unknown) => {
        log.warn(`the client did not refresh its diagnostics: ${String(error)}`);
      });
    }
  };
  words.onLoaded(recheck);
  connection.onShutdown(() => {
    clearTimeout(rechecking);
    words.stop();
    publisher.stop();
  });

  /** Guides hold at once: what is asked from now on is answered by them, and what was said before said anew. */
  const changeGuides = (...changed: Parameters<Guides['changed']>): void => {
    guides.changed(...changed);
    configuration.changeGuides();
    clearTimeout(rechecking);
    rechecking = setTimeout(recheck, host.debounce);
  };
  let rechecking: NodeJS.Timeout | undefined;

  documents.onDidChangeContent(({ document }) => {
    if (guides.uses(document.uri)) changeGuides(document.uri);
    // Nobody tells when guide files change on disk, so each version of a draft looks for itself.
    else if (!support.watchFiles) {
      guides.changed();
      configuration.changeGuides();
    }
    if (!support.pull) publisher.schedule(document.uri, 'after a pause');
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (guides.uses(uri)) changeGuides();
    checker.forget(uri);
    configuration.forget(uri);
    if (!support.pull) publisher.clear(uri);
  });
  connection.onInitialized(() => {
    log.info(`wenfeng ${host.version}`);
    if (support.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders((event: unknown) => {
        if (!isRecord(event)) return;
        guides.changeFolders(urisOf(event['added']), urisOf(event['removed']));
        changeGuides();
      });
    }
    if (support.watchFiles) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          // A guide may build upon files of other names.
          watchers: [{ globPattern: `**/${GUIDE_FILE_NAME}` }, { globPattern: '**/*.{json,jsonc}' }],
        })
        .catch((error: unknown) => {
          log.warn(`the client will not tell when guide files change: ${String(error)}`);
        });
    }
    if (!support.registerConfiguration) return;
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'wenfeng' })
      .catch((error: unknown) => {
        log.warn(`the client will not tell when settings change: ${String(error)}`);
      });
  });
  connection.onDidChangeConfiguration((params) => {
    configuration.change(params.settings);
    recheck();
  });
  connection.onNotification(IGNORED, (params: unknown) => {
    ignored.replace(isRecord(params) ? params['entries'] : undefined);
    recheck();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (guides.uses(uri)) changeGuides(uri, type === FileChangeType.Deleted);
    }
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    try {
      const guide = await ofGuide(textDocument.uri);
      const checked = guide === undefined ? await checker.check(textDocument.uri) : undefined;
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (guide !== undefined) return report(guide, previousResultId);
      if (checked === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      onAnswered(checked);
      return report(diagnostics.ofChecked(checked), previousResultId);
    } catch (error) {
      if (!(error instanceof TextMovedOn)) throw error;
      return new ResponseError(LSPErrorCodes.ServerCancelled, error.message, {
        retriggerRequest: error.open,
      });
    }
  });

  const server: Server = {
    version: host.version,
    connection,
    support,
    log,
    documents,
    configuration,
    guides,
    words,
    ignored,
    checker,
    diagnostics,
    page,
    // Each would load nodejieba.
    startWorkers: support.withoutNodejieba ? undefined : host.startWorkers,
    answer: async (uri, otherwise, of) => {
      try {
        const checked = await checker.check(uri);
        return checked === undefined ? otherwise : of(checked);
      } catch (error) {
        if (!(error instanceof TextMovedOn)) throw error;
        return new ResponseError(LSPErrorCodes.ContentModified, error.message);
      }
    },
    onChecked: (listener) => {
      checkedListeners.push(listener);
    },
  };
  server.onChecked((checked) => void connection.sendNotification(FIGURES, figuresOf(checked)));
  for (const feature of FEATURES) feature.serve(server);
}

/** The URIs of the workspace folders that a client named. */
function urisOf(folders: unknown): readonly string[] {
  if (!Array.isArray(folders)) return [];
  return folders.flatMap((folder: unknown) =>
    isRecord(folder) && typeof folder['uri'] === 'string' ? [folder['uri']] : [],
  );
}
