import * as vscode from 'vscode';
import type { ClientFeature, Services } from '../services.js';
import { isDraft } from '../watched.js';
import { exportReport } from './exportReport.js';
import { ReportPanel } from './reportPanel.js';

const VIEW = 'wenfeng.report';

/** The report on a draft: in a panel beside it, which is restored after a restart, and as a file. */
export const reportFeature: ClientFeature = (services) => {
  const { server, figures } = services;
  const panels = new ReportPanels(services);
  return vscode.Disposable.from(
    panels,
    vscode.window.registerWebviewPanelSerializer(VIEW, panels),
    vscode.commands.registerCommand('wenfeng.showReport', () => {
      panels.show();
    }),
    vscode.commands.registerCommand('wenfeng.exportReport', async () => {
      const document = await panels.draftInFront();
      if (document !== undefined) await exportReport(server, figures, document);
    }),
  );
};

/** The one panel there is. */
class ReportPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #services: Services;
  #panel: ReportPanel | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Shows the report on the draft in front. */
  show(): void {
    const document = activeDraft();
    if (document === undefined) {
      sayOpenDraft();
      return;
    }
    if (this.#panel !== undefined) {
      this.#panel.follow(document.uri);
      this.#panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      VIEW,
      vscode.l10n.t('Report'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.#take(panel, document.uri);
  }

  /** Called by VS Code after a restart, with what the page has kept. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const draft = draftOf(kept);
    if (draft === undefined || this.#panel !== undefined) {
      panel.dispose();
      return;
    }
    // The server knows of the draft once it is open, in an editor or not.
    try {
      await vscode.workspace.openTextDocument(draft);
    } catch (error) {
      this.#services.log.warn(`the draft of the report could not be opened: ${String(error)}`);
    }
    this.#take(panel, draft);
  }

  /** The draft in front, or that of the report when the report is; says so where there is none. */
  async draftInFront(): Promise<vscode.TextDocument | undefined> {
    const document = activeDraft();
    if (document !== undefined) return document;
    if (this.#panel !== undefined) {
      try {
        return await vscode.workspace.openTextDocument(this.#panel.draft);
      } catch {
        // It was never saved, and is closed.
      }
    }
    sayOpenDraft();
    return undefined;
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #take(panel: vscode.WebviewPanel, draft: vscode.Uri): void {
    const { context, server, figures, log } = this.#services;
    const taken = new ReportPanel(panel, draft, { extension: context.extensionUri, server, figures, log });
    this.#panel = taken;
    taken.onDidClose(() => {
      if (this.#panel === taken) this.#panel = undefined;
    });
  }
}

function activeDraft(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isDraft(document) ? document : undefined;
}

function sayOpenDraft(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
}

function draftOf(kept: unknown): vscode.Uri | undefined {
  if (typeof kept !== 'object' || kept === null || !('draft' in kept)) return undefined;
  try {
    return typeof kept.draft === 'string' ? vscode.Uri.parse(kept.draft, true) : undefined;
  } catch {
    return undefined;
  }
}
