import * as vscode from 'vscode';
import { GO_TO_PLACE, type GoToPlaceResult } from '../../../server/src/lsp/protocol/places.js';
import type { LanguageServer } from '../languageServer.js';
import { protocolRange } from '../protocolRange.js';
import { isDraft } from '../watched.js';

/** Milliseconds that a message stays in the status bar. */
const TOLD = 5000;

/**
 * Goes from place to place of a repeated wording in the draft in front.
 *
 * The keys of its commands are beside F7, which goes from highlight to highlight in VS Code; VS Code gives Control+F7
 * and Control+Shift+F7 to nothing, and no Chinese input method takes function keys. On a Mac Control+F7 belongs to the
 * system, so Option stands there.
 */
export class PlaceSteps {
  readonly #server: LanguageServer;
  /** Where the last step led, so that the next one keeps to its wording. */
  #last:
    | { readonly document: vscode.TextDocument; readonly version: number; readonly range: vscode.Range }
    | undefined;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** Moves the cursor to the start of the next or previous place, and says which of how many it is. */
  async go(direction: 'next' | 'previous'): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !isDraft(editor.document)) {
      tell(vscode.l10n.t('Open a draft first.'));
      return;
    }
    const { document } = editor;
    const { version } = document;
    const position = editor.selection.active;
    const from = this.#lastPlace(document, position);
    let found: GoToPlaceResult | null;
    try {
      found = await this.#server.request(GO_TO_PLACE, {
        uri: document.uri.toString(),
        position: { line: position.line, character: position.character },
        direction,
        ...(from === undefined ? {} : { from: protocolRange(from) }),
      });
    } catch {
      tell(vscode.l10n.t('The draft could not be searched just now. Please try once more.'));
      return;
    }
    // What was found is told of the text as it was.
    if (document.version !== version) return;
    if (found === null) {
      tell(vscode.l10n.t('Nothing is said twice here: no repeated wording was found in this draft.'));
      return;
    }
    const { start, end } = found.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.#last = { document, version, range };
    tell(vscode.l10n.t('Place {0} of {1} of this wording', found.number, found.count));
  }

  #lastPlace(document: vscode.TextDocument, position: vscode.Position): vscode.Range | undefined {
    const last = this.#last;
    const still =
      last?.document === document && last.version === document.version && last.range.start.isEqual(position);
    return still ? last.range : undefined;
  }
}

function tell(message: string): void {
  vscode.window.setStatusBarMessage(message, TOLD);
}
