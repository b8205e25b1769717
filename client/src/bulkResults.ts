import * as vscode from 'vscode';
import { BULK_CHECK, BULK_FILE, type BulkFileParams } from '../../server/src/lsp/protocol/bulk.js';
import { GUIDE_FILE_NAME } from '../../server/src/lsp/protocol/guide.js';
import { bulkSettings } from './bulkSettings.js';
import type { LanguageServer } from './languageServer.js';
import type { LiveDiagnostics } from './liveDiagnostics.js';

/** Changes on disk that come within this many milliseconds are checked together. */
const SETTLE = 300;

/**
 * The findings of drafts that were checked in bulk, kept true afterwards: a draft that is checked while it is edited
 * has its findings from there and none here; one that was closed or changed on disk is checked again; one that is
 * gone has none.
 *
 * A document is in `checked` from its first result until it is deleted or the results are cleared, whether or not its
 * findings are shown here.
 */
export class BulkResults implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('wenfeng-bulk');
  readonly #server: LanguageServer;
  readonly #live: LiveDiagnostics;
  readonly #log: vscode.LogOutputChannel;
  readonly #checked = new Map<string, vscode.Uri>();
  /** By draft, the latest check that was asked for; answers of earlier ones are out of date. */
  readonly #latest = new Map<string, string>();
  readonly #outdated = new Map<string, vscode.Uri>();
  /** The checks whose results are wanted: none that began before the results were last cleared. */
  readonly #wanted = new Set<string>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #subscriptions: vscode.Disposable;
  #settling: NodeJS.Timeout | undefined;
  #rechecking = false;
  #rechecks = 0;

  constructor(server: LanguageServer, live: LiveDiagnostics, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#live = live;
    this.#log = log;
    live.listen({
      begin: (uri) => {
        if (this.#isLive(uri)) this.#collection.delete(uri);
      },
      end: (uri) => {
        this.#recheck(uri);
      },
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      server.onDidChangeState(() => {
        this.#schedule();
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri, newUri);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('wenfeng')) return;
        this.recheckAll();
      }),
    );
  }

  /** The drafts whose results are kept. */
  get drafts(): readonly vscode.Uri[] {
    return [...this.#checked.values()];
  }

  /** Takes away what is known of the drafts below a folder, which the check `id` now checks anew. */
  begin(id: string, folder: vscode.Uri): void {
    for (const uri of this.#below(folder)) this.#forget(uri);
    this.#wanted.add(id);
  }

  /** Takes the result of one file. Does nothing when the results were cleared since the check `id` began. */
  async accept(id: string, file: BulkFileParams): Promise<void> {
    if (!this.#wanted.has(id)) return;
    const uri = vscode.Uri.parse(file.uri, true);
    const key = uri.toString();
    this.#latest.set(key, id);
    const diagnostics = await this.#server.asDiagnostics(file.diagnostics);
    if (file.failure !== undefined) diagnostics.push(unreadable(file.failure));
    if (this.#latest.get(key) !== id) return;
    this.#checked.set(key, uri);
    this.#watch(uri);
    if (this.#isLive(uri)) this.#collection.delete(uri);
    else this.#collection.set(uri, diagnostics);
  }

  /** Has every draft checked again whose results are kept. */
  recheckAll(): void {
    for (const uri of this.#checked.values()) this.#recheck(uri);
  }

  /** Takes every result away, those that are still to come too. */
  clear(): void {
    this.#wanted.clear();
    this.#latest.clear();
    this.#checked.clear();
    this.#outdated.clear();
    this.#collection.clear();
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#watchers.clear();
  }

  dispose(): void {
    this.clear();
    clearTimeout(this.#settling);
    this.#subscriptions.dispose();
  }

  /** Where live checking is switched off, opening a draft does not take its results away. */
  #isLive(uri: vscode.Uri): boolean {
    return this.#live.has(uri) && vscode.workspace.getConfiguration('wenfeng', uri).get('enable', true);
  }

  #below(target: vscode.Uri): vscode.Uri[] {
    const folder = target.path.endsWith('/') ? target.path : `${target.path}/`;
    return [...this.#checked.values()].filter(
      ({ scheme, authority, path }) =>
        scheme === target.scheme &&
        authority === target.authority &&
        (path === target.path || path.startsWith(folder)),
    );
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#checked.delete(key);
    this.#latest.delete(key);
    this.#outdated.delete(key);
    this.#collection.delete(uri);
  }

  #rename(from: vscode.Uri, to: vscode.Uri): void {
    for (const uri of this.#below(from)) {
      this.#forget(uri);
      const renamed = to.with({ path: to.path + uri.path.slice(from.path.length) });
      this.#checked.set(renamed.toString(), renamed);
      this.#recheck(renamed);
    }
  }

  /** Watches the workspace folder that a draft lies in, else the draft's own folder. */
  #watch(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
    const key = folder.toString();
    if (this.#watchers.has(key)) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    this.#watchers.set(
      key,
      vscode.Disposable.from(
        watcher,
        watcher.onDidChange((changed) => {
          this.#recheckChanged(changed);
        }),
        // Programs that save by replacing the file delete it and create it.
        watcher.onDidCreate((created) => {
          this.#recheckChanged(created);
        }),
        watcher.onDidDelete((deleted) => {
          if (isGuide(deleted)) this.recheckAll();
          void this.#removeDeleted(deleted);
        }),
      ),
    );
  }

  #recheckChanged(uri: vscode.Uri): void {
    if (isGuide(uri)) this.recheckAll();
    else this.#recheck(uri);
  }

  async #removeDeleted(deleted: vscode.Uri): Promise<void> {
    for (const uri of this.#below(deleted)) {
      try {
        await vscode.workspace.fs.stat(uri);
        this.#recheck(uri);
      } catch {
        this.#forget(uri);
      }
    }
  }

  /** Has a draft checked again, if it was checked before and nothing else checks it. */
  #recheck(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.#checked.has(key) || this.#isLive(uri)) return;
    this.#outdated.set(key, uri);
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#recheckOutdated(), SETTLE);
  }

  async #recheckOutdated(): Promise<void> {
    if (this.#rechecking || this.#server.state !== 'running') return;
    const uris = [...this.#outdated.values()].filter((uri) => !this.#isLive(uri));
    this.#outdated.clear();
    const [first] = uris;
    if (first === undefined) return;
    this.#rechecking = true;
    const id = `recheck-${++this.#rechecks}`;
    this.#wanted.add(id);
    for (const uri of uris) this.#latest.set(uri.toString(), id);
    const cancellation = new vscode.CancellationTokenSource();
    const listening = this.#server.on(BULK_FILE, (file) => {
      if (file.id !== id) return;
      const key = vscode.Uri.parse(file.uri, true).toString();
      if (this.#latest.get(key) === id) void this.accept(id, file);
    });
    try {
      const targets = uris.map((uri) => uri.toString());
      await this.#server.request(BULK_CHECK, { id, targets, ...bulkSettings(first) }, cancellation.token);
    } catch (error) {
      this.#log.warn(String(error));
    } finally {
      listening.dispose();
      cancellation.dispose();
      this.#wanted.delete(id);
      this.#rechecking = false;
      if (this.#outdated.size > 0) this.#schedule();
    }
  }
}

function isGuide(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${GUIDE_FILE_NAME}`);
}

/** A file that could not be read stands in the Problems panel with its reason. */
function unreadable(reason: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    vscode.l10n.t('Not checked: {0}', reason),
    vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = vscode.l10n.t('Wenfeng');
  return diagnostic;
}
