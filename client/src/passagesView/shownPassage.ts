import * as vscode from 'vscode';
import { shownUri } from '../wordDocuments/textView.js';
import type { PassageNode } from './passageTree.js';

/** Shows the two places of a passage beside each other, marked until a text changes or another passage is shown. */
export class ShownPassage implements vscode.Disposable {
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  readonly #subscriptions: vscode.Disposable;
  #marked: readonly vscode.TextEditor[] = [];

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#mark,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#marked.some((editor) => editor.document === document)) {
          this.clear();
        }
      }),
    );
  }

  /** Opens both drafts, the one that the passage stands below to the left. */
  async show({ here, there }: PassageNode): Promise<void> {
    this.clear();
    const right = await this.#open(there, vscode.ViewColumn.Two, true);
    const left = await this.#open(here, vscode.ViewColumn.One, false);
    this.#marked = [left, right];
  }

  /** Takes the marks away. */
  clear(): void {
    for (const editor of this.#marked) editor.setDecorations(this.#mark, []);
    this.#marked = [];
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #open(
    { uri, place: { start, end } }: PassageNode['here'],
    viewColumn: vscode.ViewColumn,
    preserveFocus: boolean,
  ): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument(shownUri(vscode.Uri.parse(uri, true)));
    const range = document.validateRange(
      new vscode.Range(start.line, start.character, end.line, end.character),
    );
    const selection = new vscode.Range(range.start, range.start);
    const editor = await vscode.window.showTextDocument(document, { viewColumn, preserveFocus, selection });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.#mark, [range]);
    return editor;
  }
}
