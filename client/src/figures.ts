import * as vscode from 'vscode';
import { FIGURES, type FiguresParams } from '../../server/src/lsp/protocol/figures.js';
import type { LanguageServer } from './languageServer.js';

/** The latest figures of every open draft, as the server sent them. */
export class Figures implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #byDraft = new Map<string, FiguresParams>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires with the draft whose figures changed. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      server.on(FIGURES, (figures) => {
        const uri = vscode.Uri.parse(figures.uri);
        this.#byDraft.set(uri.toString(), figures);
        this.#changed.fire(uri);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#byDraft.delete(document.uri.toString());
      }),
    );
  }

  /** The latest figures, which may be those of an older version of the text. */
  of(document: vscode.TextDocument): FiguresParams | undefined {
    return this.#byDraft.get(document.uri.toString());
  }

  /** Whether figures are those of the text as it is now, with every rule run. */
  isFinal(document: vscode.TextDocument): boolean {
    const figures = this.of(document);
    if (figures?.version !== document.version) return false;
    return figures.skipped !== undefined || figures.segmenter !== 'loading';
  }

  /** Resolves when figures are final, or with false when that takes longer than `limit` milliseconds. */
  async whenFinal(document: vscode.TextDocument, limit: number): Promise<boolean> {
    if (this.isFinal(document)) return true;
    return new Promise<boolean>((resolve) => {
      const end = (final: boolean): void => {
        clearTimeout(timeout);
        listening.dispose();
        resolve(final);
      };
      const timeout = setTimeout(() => {
        end(this.isFinal(document));
      }, limit);
      const listening = this.#changed.event(() => {
        if (this.isFinal(document)) end(true);
      });
    });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/** Minutes as a speaker thinks of them: whole ones. */
export function showMinutes(minutes: number): string {
  return minutes < 1 ? vscode.l10n.t('under 1 min') : vscode.l10n.t('{0} min', Math.round(minutes));
}

/** The length of a draft or of a part of it. */
export function showLength({ characters, minutes }: { characters: number; minutes: number }): string {
  return vscode.l10n.t('{0} characters, {1}', showCharacters(characters), showMinutes(minutes));
}

/** A number of characters as people write it. */
function showCharacters(characters: number): string {
  return characters.toLocaleString(vscode.env.language);
}

/** How words are divided, in a sentence. */
export function showSegmenter(segmenter: FiguresParams['segmenter']): string {
  switch (segmenter) {
    case 'loading':
      return vscode.l10n.t('The dictionary is loading; rules about words follow.');
    case 'jieba':
      return vscode.l10n.t('Words are divided with the full dictionary.');
    case 'intl':
      return vscode.l10n.t('The dictionary is not installed, so words are divided by simpler means.');
  }
}
