import * as vscode from 'vscode';
import {
  COUNT_SELECTIONS,
  type CountSelectionsResult,
  type FiguresParams,
} from '../../server/src/lsp/protocol/figures.js';
import { showLength, showSegmenter, type Figures } from './figures.js';
import type { LanguageServer } from './languageServer.js';
import { protocolRange } from './protocolRange.js';
import { isDraft } from './watched.js';

/** Milliseconds without a further change before the selection is counted. */
const PAUSE = 120;

/** What the writer has selected, counted. */
interface CountedSelection extends CountSelectionsResult {
  readonly editor: vscode.TextEditor;
}

/** The length of the draft in front, or of what is selected in it, and the number of its findings. */
export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #server: LanguageServer;
  readonly #figures: Figures;
  readonly #subscriptions: vscode.Disposable;
  #selection: CountedSelection | undefined;
  #counting: vscode.CancellationTokenSource | undefined;
  #pause: NodeJS.Timeout | undefined;
  #shown = false;

  constructor(server: LanguageServer, figures: Figures) {
    this.#server = server;
    this.#figures = figures;
    this.#item = vscode.window.createStatusBarItem('wenfeng.figures', vscode.StatusBarAlignment.Right, 110);
    this.#item.name = vscode.l10n.t('Wenfeng: length and findings');
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      server.onDidChangeState(() => {
        this.#update();
      }),
      figures.onDidChange(() => {
        this.#update();
        this.#countSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#selection = undefined;
        this.#update();
        this.#countSoon();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#countSoon();
      }),
      // A change of a document's language closes it and opens it anew.
      vscode.workspace.onDidOpenTextDocument(() => {
        this.#update();
      }),
    );
    this.#update();
    this.#countSoon();
  }

  /** What it shows; undefined while it is hidden. */
  get text(): string | undefined {
    return this.#shown ? this.#item.text : undefined;
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#counting?.dispose();
    this.#subscriptions.dispose();
  }

  #countSoon(): void {
    this.#counting?.cancel();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#count(), PAUSE);
  }

  async #count(): Promise<void> {
    this.#counting?.dispose();
    this.#counting = undefined;
    const editor = vscode.window.activeTextEditor;
    const selections = editor?.selections.filter((selection) => !selection.isEmpty) ?? [];
    if (editor === undefined || selections.length === 0 || !isDraft(editor.document)) {
      if (this.#selection === undefined) return;
      this.#selection = undefined;
      this.#update();
      return;
    }
    const counting = new vscode.CancellationTokenSource();
    this.#counting = counting;
    try {
      const counted = await this.#server.request(
        COUNT_SELECTIONS,
        { uri: editor.document.uri.toString(), ranges: selections.map(protocolRange) },
        counting.token,
      );
      if (counting.token.isCancellationRequested || editor !== vscode.window.activeTextEditor) return;
      this.#selection = { ...counted, editor };
      this.#update();
    } catch {
      // The text changed meanwhile, or the server went away; both bring about another count.
    }
  }

  #update(): void {
    const editor = vscode.window.activeTextEditor;
    this.#shown = editor !== undefined && isDraft(editor.document);
    if (editor === undefined || !this.#shown) {
      this.#item.hide();
      return;
    }
    const selection = this.#selection?.editor === editor ? this.#selection : undefined;
    const view = this.#view(this.#figures.of(editor.document), selection);
    this.#item.text = view.text;
    this.#item.tooltip = view.tooltip;
    this.#item.accessibilityInformation = { label: view.spoken };
    this.#item.command = view.command;
    this.#item.backgroundColor =
      this.#server.state === 'down' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }

  #view(figures: FiguresParams | undefined, selection: CountSelectionsResult | undefined): View {
    if (this.#server.state === 'down') {
      const text = vscode.l10n.t('Not checked');
      const why = vscode.l10n.t('The checker is not running. Click to restart it.');
      return { ...view(`$(warning) ${text}`, why), command: 'wenfeng.restartServer' };
    }
    if (this.#server.state === 'starting' || figures === undefined) {
      return view(`$(loading~spin) ${vscode.l10n.t('Wenfeng')}`, vscode.l10n.t('The checker is starting.'));
    }
    if (figures.skipped === 'disabled') {
      const why = vscode.l10n.t('Checking while you type is switched off by the setting wenfeng.enable.');
      return view(`$(circle-slash) ${vscode.l10n.t('Wenfeng: off')}`, why);
    }
    if (figures.skipped === 'not-chinese') {
      const why = vscode.l10n.t('This document is not Chinese prose, so it is left alone.');
      return view(`$(circle-slash) ${vscode.l10n.t('Not Chinese')}`, why);
    }
    return draftView(figures, selection);
  }
}

/** What the item shows. */
interface View {
  readonly text: string;
  readonly tooltip: vscode.MarkdownString;
  /** For screen readers. */
  readonly spoken: string;
  readonly command: string;
}

function view(text: string, why: string): View {
  return { text, tooltip: tooltip([why]), spoken: why, command: 'wenfeng.showMenu' };
}

function draftView(figures: FiguresParams, selection: CountSelectionsResult | undefined): View {
  const { characters, minutes, findings, segmenter } = figures;
  const whole = showLength(figures);
  const length = selection === undefined ? whole : vscode.l10n.t('Selected: {0}', showLength(selection));
  const icon = segmenter === 'loading' ? '$(loading~spin)' : findings > 0 ? '$(warning)' : '$(pass)';
  const rate = minutes > 0 ? Math.round(characters / minutes) : 0;
  const lines = [
    vscode.l10n.t('Whole draft: {0}', whole),
    ...(selection === undefined ? [] : [length]),
    vscode.l10n.t('Findings: {0}', findings),
    ...(rate > 0
      ? [vscode.l10n.t('Characters without blanks, marks included; {0} are read aloud in a minute.', rate)]
      : []),
    showSegmenter(segmenter),
  ];
  const simple = segmenter === 'intl' ? ` · ${vscode.l10n.t('basic words')}` : '';
  return {
    text: `$(book) ${length} ${icon} ${findings}${simple}`,
    tooltip: tooltip(lines),
    spoken: `${length}; ${vscode.l10n.t('Findings: {0}', findings)}`,
    command: 'wenfeng.showMenu',
  };
}

const TOOLTIP_COMMANDS = ['wenfeng.checkWorkspace', 'wenfeng.insertStructure', 'wenfeng.showLog'] as const;

function tooltip(lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: TOOLTIP_COMMANDS };
  const titles: Readonly<Record<(typeof TOOLTIP_COMMANDS)[number], string>> = {
    'wenfeng.checkWorkspace': vscode.l10n.t('Check all drafts'),
    'wenfeng.insertStructure': vscode.l10n.t('Insert a paragraph'),
    'wenfeng.showLog': vscode.l10n.t('Show Log'),
  };
  const links = TOOLTIP_COMMANDS.map((command) => `[${titles[command]}](command:${command})`);
  markdown.appendMarkdown(lines.join('\n\n'));
  markdown.appendMarkdown(`\n\n---\n\n${links.join(' · ')}`);
  return markdown;
}
