import * as vscode from 'vscode';
import { REPORT, type ReportResult } from '../../../server/src/lsp/protocol/report.js';
import type { Figures } from '../figures.js';
import type { LanguageServer } from '../languageServer.js';
import { isDraft } from '../watched.js';
import { draftName } from './draftName.js';
import { readMessage, type ShowMessage } from './panelMessages.js';
import { assetsFolder, reportPage } from './reportPage.js';

/** What the panel needs of the extension. */
export interface ReportPanelHost {
  readonly extension: vscode.Uri;
  readonly server: LanguageServer;
  readonly figures: Figures;
  readonly log: vscode.LogOutputChannel;
}

/** Milliseconds without a further change before the report is made anew. */
const PAUSE = 300;

/** Milliseconds before a request is made again that the server could not answer because the text moved on. */
const AGAIN = 500;

/** Room for a chart until the panel has told its own, in pixels. */
const WIDTH = 640;

/** The code by which the server says that the text moved on while a request waited. */
const CONTENT_MODIFIED = -32801;

/**
 * The report beside the editor. It follows the draft in front; while something else is in front it keeps to the last.
 * Nothing is made while it is hidden.
 */
export class ReportPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #host: ReportPanelHost;
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #draft: vscode.Uri;
  #width = WIDTH;
  /** The page can take messages. */
  #ready = false;
  #timer: NodeJS.Timeout | undefined;
  #request: vscode.CancellationTokenSource | undefined;

  /** Fires once, when the writer has closed the panel. */
  readonly onDidClose = this.#closed.event;

  constructor(panel: vscode.WebviewPanel, draft: vscode.Uri, host: ReportPanelHost) {
    this.#panel = panel;
    this.#draft = draft;
    this.#host = host;
    this.#subscriptions = vscode.Disposable.from(
      this.#closed,
      panel.onDidDispose(() => {
        this.#closed.fire();
        this.dispose();
      }),
      panel.onDidChangeViewState(() => {
        // A hidden page is let go and begins anew when it is shown.
        if (!panel.visible) this.#ready = false;
      }),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      host.figures.onDidChange((uri) => {
        if (uri.toString() === this.#draft.toString()) this.#schedule(PAUSE);
      }),
      host.server.onDidChangeState((state) => {
        if (state !== 'starting') this.#schedule(0);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && isDraft(editor.document)) this.follow(editor.document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === this.#draft.toString()) this.#schedule(PAUSE);
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (uri.toString() === this.#draft.toString()) this.#schedule(PAUSE);
      }),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [assetsFolder(host.extension)] };
    panel.title = titleOf(draft);
    panel.webview.html = reportPage(panel.webview, host.extension);
  }

  /** The draft that is reported on. */
  get draft(): vscode.Uri {
    return this.#draft;
  }

  /** Brings the panel to the front, where it stands. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Reports on another draft. */
  follow(draft: vscode.Uri): void {
    if (draft.toString() === this.#draft.toString()) return;
    this.#draft = draft;
    this.#panel.title = titleOf(draft);
    this.#schedule(0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#request?.cancel();
    this.#subscriptions.dispose();
    this.#panel.dispose();
  }

  async #receive(said: unknown): Promise<void> {
    const message = readMessage(said);
    if (message === undefined) return;
    if (message.type === 'jump') {
      const { start, end } = message.range;
      await this.#jump(new vscode.Range(start.line, start.character, end.line, end.character));
      return;
    }
    this.#ready ||= message.type === 'ready';
    this.#width = message.width;
    this.#schedule(0);
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), pause);
  }

  async #refresh(): Promise<void> {
    if (!this.#ready) return;
    const draft = this.#draft;
    this.#request?.cancel();
    const request = new vscode.CancellationTokenSource();
    this.#request = request;
    const cancelled = (): boolean => request.token.isCancellationRequested;
    try {
      const { server } = this.#host;
      const result = await server.request(
        REPORT,
        { uri: draft.toString(), width: this.#width },
        request.token,
      );
      if (!cancelled()) this.#show(draft, result);
    } catch (error) {
      if (cancelled()) return;
      if (isContentModified(error)) {
        this.#schedule(AGAIN);
        return;
      }
      this.#host.log.warn(`the report could not be made: ${String(error)}`);
      this.#post(draft, vscode.l10n.t('The report could not be made just now; the log may say why.'));
    } finally {
      request.dispose();
    }
  }

  #show(draft: vscode.Uri, result: ReportResult): void {
    switch (result.state) {
      case 'ready':
        this.#post(draft, '', result.parts);
        return;
      case 'disabled':
        this.#post(
          draft,
          vscode.l10n.t(
            'This document is not checked, because of its language or the setting wenfeng.enable.',
          ),
          [],
        );
        return;
      case 'closed':
        this.#post(
          draft,
          vscode.l10n.t('This draft is closed. Below is the report as it was; open the draft to go on.'),
        );
    }
  }

  #post(draft: vscode.Uri, remark: string, parts?: ShowMessage['parts']): void {
    const message: ShowMessage = {
      type: 'show',
      draft: draft.toString(),
      name: draftName(draft),
      about: vscode.l10n.t(
        'Follows the draft in front. Tab enters a chart, the arrow keys move in it, Enter goes to the place in the draft.',
      ),
      remark,
      ...(parts === undefined ? {} : { parts }),
    };
    void this.#panel.webview.postMessage(message);
  }

  async #jump(range: vscode.Range): Promise<void> {
    try {
      const document = await vscode.workspace.openTextDocument(this.#draft);
      const elsewhere =
        this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
      const editor = await vscode.window.showTextDocument(document, {
        viewColumn: columnOf(this.#draft) ?? elsewhere,
        selection: document.validateRange(range),
      });
      editor.revealRange(
        document.validateRange(range),
        vscode.TextEditorRevealType.InCenterIfOutsideViewport,
      );
    } catch (error) {
      this.#host.log.warn(`the draft could not be opened: ${String(error)}`);
      this.#post(this.#draft, vscode.l10n.t('This draft can no longer be opened.'));
    }
  }
}

function titleOf(draft: vscode.Uri): string {
  return vscode.l10n.t('Report: {0}', draftName(draft));
}

/** Where a draft is open, so that it is not opened a second time. */
function columnOf(draft: vscode.Uri): vscode.ViewColumn | undefined {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === draft.toString(),
  );
  if (shown !== undefined) return shown.viewColumn;
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === draft.toString(),
    ),
  )?.viewColumn;
}

function isContentModified(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === CONTENT_MODIFIED;
}
