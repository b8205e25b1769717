import * as vscode from 'vscode';
import { BulkCheck } from './bulk/bulkCheck.js';
import { BulkResults } from './bulk/bulkResults.js';
import type { BulkSummary } from './bulk/bulkSummary.js';
import { checkDraft } from './checkDraft.js';
import { checkFolder } from './bulk/checkFolder.js';
import { checkWorkspace } from './bulk/checkWorkspace.js';
import { ignoreFinding } from './ignoring/ignoreFinding.js';
import { manageIgnored } from './ignoring/manageIgnored.js';
import { newGuide } from './guide/newGuide.js';
import { openRule } from './rulePages/openRule.js';
import { FEATURES } from './features.js';
import { Figures } from './figures.js';
import { OwnIgnored } from './ignoring/ownIgnored.js';
import { LanguageServer, type ServerState } from './languageServer.js';
import { LiveDiagnostics } from './liveDiagnostics.js';
import { RULE_SCHEME, RuleDocs } from './rulePages/ruleDocs.js';
import { StatusBar } from './statusBar.js';
import { followWatchedLanguages, isDraft } from './watched.js';

/** What the extension tells other extensions: read-only, about what the writer sees. */
export interface WenfengApi {
  readonly serverState: () => ServerState;
  /** The server's process; undefined while there is none. */
  readonly serverProcess: () => number | undefined;
  /** The text of the status bar item; undefined while it is hidden. */
  readonly statusBarText: () => string | undefined;
}

let server: LanguageServer | undefined;

/** Called by VS Code when a draft is opened or a command is run. */
export function activate(context: vscode.ExtensionContext): WenfengApi {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Wenfeng'), { log: true });
  const live = new LiveDiagnostics();
  const own = new OwnIgnored(context.globalState);
  const running = new LanguageServer(context.asAbsolutePath('dist/server.js'), log, live, () => own.entries);
  server = running;
  const figures = new Figures(running);
  const statusBar = new StatusBar(running, figures);
  const results = new BulkResults(running, live, log);
  const bulk = new BulkCheck(running, results, log);
  const ruleDocs = new RuleDocs(context.extensionUri);
  const showLog = (): void => {
    log.show();
  };
  /** Who opens no draft pays for no server. */
  const beginForDraft = (document: vscode.TextDocument): void => {
    if (isDraft(document)) void running.begin();
  };
  const command = (name: string, run: (...args: unknown[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`wenfeng.${name}`, run);

  context.subscriptions.push(
    log,
    own,
    running,
    figures,
    statusBar,
    results,
    bulk,
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, ruleDocs),
    own.onDidChange(() => {
      running.tellIgnored();
      results.recheckAll();
    }),
    followWatchedLanguages(() => void running.start()),
    vscode.workspace.onDidOpenTextDocument(beginForDraft),
    command('checkDraft', () => checkDraft(running, figures)),
    command('checkWorkspace', (): Promise<BulkSummary | undefined> => checkWorkspace(bulk, showLog)),
    command('checkFolder', (clicked, selected) => checkFolder(bulk, showLog, clicked, selected)),
    command('ignoreFinding', (params) => ignoreFinding(own, params)),
    command('manageIgnored', () => manageIgnored(own)),
    command('newGuide', () => newGuide(running)),
    command('restartServer', () => running.start()),
    command('showLog', showLog),
    command('clearResults', () => {
      bulk.cancel();
      results.clear();
    }),
    command('openRule', (id) => openRule(ruleDocs, id)),
  );
  const services = { context, log, server: running, figures, results, bulk };
  context.subscriptions.push(...FEATURES.map((feature) => feature(services)));
  vscode.workspace.textDocuments.forEach(beginForDraft);
  return {
    serverState: () => running.state,
    serverProcess: () => running.processId,
    statusBarText: () => statusBar.text,
  };
}

/** Called by VS Code before it ends; waits for the server's process to go. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
