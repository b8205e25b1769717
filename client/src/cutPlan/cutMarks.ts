import * as vscode from 'vscode';
import type { PlannedCut } from '../../../server/src/lsp/protocol/cutPlan.js';

/** The list covers the upper part of the editor: what is shown stands so far down in it. */
const BELOW_LIST = 0.65;

/** Shows the cuts of a plan in the draft while they are chosen, and puts the view back in the end. */
export class CutMarks implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #version: number;
  readonly #view: vscode.Range | undefined;
  readonly #chosen = vscode.window.createTextEditorDecorationType({
    textDecoration: 'line-through',
    opacity: '0.6',
  });
  readonly #active = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });

  /** @param version of the document that the ranges of cuts hold for */
  constructor(editor: vscode.TextEditor, version: number) {
    this.#document = editor.document;
    this.#version = version;
    this.#view = editor.visibleRanges[0];
  }

  /** Marks what is ticked. */
  showChosen(cuts: readonly PlannedCut[]): void {
    this.#editor()?.setDecorations(this.#chosen, cuts.flatMap(rangesOf));
  }

  /** Marks the one that the writer looks at, and brings it into view below the list. */
  showActive(cut: PlannedCut | undefined): void {
    const ranges = cut === undefined ? [] : rangesOf(cut);
    const editor = this.#editor();
    editor?.setDecorations(this.#active, ranges);
    const [visible] = editor?.visibleRanges ?? [];
    if (editor === undefined || visible === undefined || ranges[0] === undefined) return;
    const above = Math.floor((visible.end.line - visible.start.line) * BELOW_LIST);
    const top = new vscode.Position(Math.max(0, ranges[0].start.line - above), 0);
    editor.revealRange(new vscode.Range(top, top), vscode.TextEditorRevealType.AtTop);
  }

  /** Shows what was shown before. */
  restoreView(): void {
    if (this.#view === undefined) return;
    // VS Code keeps room for the headings that stick to the top.
    const sticky = vscode.workspace.getConfiguration('editor.stickyScroll', this.#document);
    const room = sticky.get<boolean>('enabled', true) ? sticky.get<number>('maxLineCount', 5) : 0;
    const top = this.#view.start.line;
    const line = Math.min(top === 0 ? 0 : top + room, this.#document.lineCount - 1);
    this.#editorOf()?.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  }

  dispose(): void {
    this.#chosen.dispose();
    this.#active.dispose();
  }

  /** The editor while it shows the text that the plan is about. */
  #editor(): vscode.TextEditor | undefined {
    return this.#document.version === this.#version ? this.#editorOf() : undefined;
  }

  #editorOf(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
  }
}

function rangesOf({ ranges }: PlannedCut): vscode.Range[] {
  return ranges.map(
    ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character),
  );
}
