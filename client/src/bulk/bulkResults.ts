import * as vscode from 'vscode';
import { BULK_CHECK, BULK_FILE, type BulkFileParams } from '../../../server/src/lsp/protocol/bulk.js';
import { FIGURES, type FiguresParams } from '../../../server/src/lsp/protocol/figures.js';
import { GUIDE_FILE_NAME } from '../../../server/src/lsp/protocol/guide.js';
import { bulkSettings } from './bulkSettings.js';
import type { LanguageServer } from '../languageServer.js';
import type { LiveDiagnostics } from '../liveDiagnostics.js';
import { shownUri } from '../wordDocuments/textView.js';

/** Changes on disk that come within this many milliseconds are checked together. */
const SETTLE = 300;

/** What is known of a draft that was checked in bulk. */
export interface DraftResult {
  readonly uri: vscode.Uri;
  readonly characters: number;
  readonly minutes: number;
  readonly findings: readonly vscode.Diagnostic[];
  /** Why it could not be read, one sentence; no findings then. */
  readonly failure?: string;
  readonly skipped?: 'not-chinese';
}

/**
 * The results of drafts that were checked in bulk, kept true afterwards: a draft that is checked while it is edited
 * has its findings from there; one that was closed or changed on disk is checked again; one that is gone has none.
 *
 * A document is in `checked` from its first result until it is deleted, taken out, or the results are cleared. Its
 * findings are in the Problems panel once: put there from here unless it is live.
 */
export class BulkResults implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('wenfeng-bulk');
  readonly #server: LanguageServer;
  readonly #live: LiveDiagnostics;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #checked = new Map<string, DraftResult>();
  readonly #folders = new Map<string, vscode.Uri>();
  /** By draft, the latest check that was asked for; answers of earlier ones are out of date. */
  readonly #latest = new Map<string, string>();
  readonly #outdated = new Map<string, vscode.Uri>();
  /**
   * The checks whose results are wanted, none that began before the results were last cleared; each with the drafts
   * that it has told of.
   */
  readonly #wanted = new Map<string, Set<string>>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #subscriptions: vscode.Disposable;
  #settling: NodeJS.Timeout | undefined;
  #rechecking: Promise<void> | undefined;
  #rechecks = 0;

  /** Fires after what is known of any draft has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer, live: LiveDiagnostics, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#live = live;
    this.#log = log;
    live.listen({
      update: (uri, findings) => {
        if (!this.#isLive(uri)) return;
        this.#collection.delete(uri);
        // It is open in an editor, so it can be read, whatever was said of it before.
        this.#amend(uri, ({ failure: _, ...result }) => ({ ...result, findings }));
      },
      end: (uri) => {
        this.#recheck(uri);
      },
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      this.#changed,
      server.on(FIGURES, (figures) => {
        this.#acceptFigures(figures);
      }),
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

  /** What is known of each draft, in no order. */
  get drafts(): readonly DraftResult[] {
    return [...this.#checked.values()];
  }

  /** The folders that were checked, none within another. */
  get folders(): readonly vscode.Uri[] {
    const folders = [...this.#folders.values()];
    return folders.filter((folder) => !folders.some((other) => other !== folder && isBelow(folder, other)));
  }

  /** The check `id` begins, of the drafts below a folder. */
  begin(id: string, folder: vscode.Uri): void {
    this.#wanted.set(id, new Set());
    this.#folders.set(folder.toString(), folder);
  }

  /** Takes the result of one file. Does nothing when the results were cleared since the check `id` began. */
  async accept(id: string, file: BulkFileParams): Promise<void> {
    const told = this.#wanted.get(id);
    if (told === undefined) return;
    const uri = vscode.Uri.parse(file.uri, true);
    const key = uri.toString();
    told.add(key);
    this.#latest.set(key, id);
    const findings = await this.#server.asDiagnostics(file.diagnostics);
    if (this.#latest.get(key) !== id) return;
    const { characters, minutes, failure, skipped } = file;
    this.#checked.set(key, {
      uri,
      characters,
      minutes,
      findings: (this.#isLive(uri) ? this.#live.of(uri) : undefined) ?? findings,
      ...(failure === undefined ? {} : { failure }),
      ...(skipped === undefined ? {} : { skipped }),
    });
    this.#watch(uri);
    if (this.#isLive(uri)) this.#collection.delete(uri);
    else this.#collection.set(shownUri(uri), failure === undefined ? findings : [unreadable(failure)]);
    this.#changed.fire();
  }

  /**
   * The check `id` of the drafts below a folder has ended.
   * @param complete whether it came to its end; what it has not told of is no draft any more then
   */
  end(id: string, folder: vscode.Uri, complete: boolean): void {
    const told = this.#wanted.get(id);
    this.#wanted.delete(id);
    if (told === undefined || !complete) return;
    for (const uri of this.#below(folder)) {
      if (!told.has(uri.toString())) this.#forget(uri);
    }
  }

  /** Takes drafts out, until they are checked in bulk once more. */
  remove(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.#forget(uri);
  }

  /** Checks a draft now, by itself, and keeps its results. */
  async add(uri: vscode.Uri): Promise<void> {
    this.#outdated.set(uri.toString(), uri);
    await this.#rechecking;
    await this.#recheckOutdated();
  }

  /** Checks drafts again now, but for those that are checked while they are edited. Resolves when it is done. */
  async recheck(uris: readonly vscode.Uri[]): Promise<void> {
    for (const uri of uris) this.#recheck(uri);
    await this.#rechecking;
    await this.#recheckOutdated();
  }

  /** Has every draft checked again whose results are kept. */
  recheckAll(): void {
    for (const { uri } of this.#checked.values()) this.#recheck(uri);
  }

  /** Takes every result away, those that are still to come too. */
  clear(): void {
    this.#wanted.clear();
    this.#latest.clear();
    this.#checked.clear();
    this.#folders.clear();
    this.#outdated.clear();
    this.#collection.clear();
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#watchers.clear();
    this.#changed.fire();
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
    return [...this.#checked.values()].map(({ uri }) => uri).filter((uri) => isBelow(uri, target));
  }

  /** Takes in what is new of a draft, if its results are kept. */
  #amend(uri: vscode.Uri, renewed: (result: DraftResult) => DraftResult): void {
    const key = uri.toString();
    const result = this.#checked.get(key);
    if (result === undefined) return;
    this.#checked.set(key, renewed(result));
    this.#changed.fire();
  }

  #acceptFigures({ uri: text, characters, minutes, skipped }: FiguresParams): void {
    const uri = vscode.Uri.parse(text, true);
    if (skipped === 'disabled' || !this.#isLive(uri)) return;
    this.#amend(uri, ({ skipped: _, ...result }) => ({
      ...result,
      characters,
      minutes,
      ...(skipped === undefined ? {} : { skipped }),
    }));
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#checked.delete(key);
    this.#latest.delete(key);
    this.#outdated.delete(key);
    this.#collection.delete(shownUri(uri));
    this.#changed.fire();
  }

  #rename(from: vscode.Uri, to: vscode.Uri): void {
    for (const uri of this.#below(from)) {
      const result = this.#checked.get(uri.toString());
      this.#forget(uri);
      if (result === undefined) continue;
      const renamed = to.with({ path: to.path + uri.path.slice(from.path.length) });
      this.#checked.set(renamed.toString(), { ...result, uri: renamed });
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
    if (this.#rechecking !== undefined || this.#server.state !== 'running') return;
    this.#rechecking = this.#checkOutdated();
    await this.#rechecking;
    this.#rechecking = undefined;
    if (this.#outdated.size > 0) this.#schedule();
  }

  async #checkOutdated(): Promise<void> {
    const uris = [...this.#outdated.values()].filter((uri) => !this.#isLive(uri));
    this.#outdated.clear();
    const [first] = uris;
    if (first === undefined) return;
    const id = `recheck-${++this.#rechecks}`;
    this.#wanted.set(id, new Set());
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
    }
  }
}

/** Whether a file or folder is `target` or lies below it. */
function isBelow({ scheme, authority, path }: vscode.Uri, target: vscode.Uri): boolean {
  const folder = target.path.endsWith('/') ? target.path : `${target.path}/`;
  return (
    scheme === target.scheme &&
    authority === target.authority &&
    (path === target.path || path.startsWith(folder))
  );
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
