import * as vscode from 'vscode';
import type { DraftEncoding, FixableDraft } from '../../../server/src/lsp/protocol/fixDrafts.js';

/** VS Code's names of encodings. */
const ENCODINGS: Readonly<Record<DraftEncoding, string>> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  gb18030: 'gb18030',
};

/**
 * VS Code lets go of a document without an editor after three minutes, and of the oldest when there are fifty; read
 * anew it would be read by VS Code's own guess of its encoding. Fewer are held, and each is asked for again in time.
 */
const MOST_HELD = 40;
/** Milliseconds. */
const HOLD_AGAIN = 60_000;

/** Keeps documents open that VS Code by itself would read in another encoding than they were opened in. */
export class KeptOpen implements vscode.Disposable {
  readonly #held: { readonly uri: vscode.Uri; readonly encoding: string }[] = [];
  readonly #timer = setInterval(() => void this.#holdAgain(), HOLD_AGAIN);

  get full(): boolean {
    return this.#held.length >= MOST_HELD;
  }

  keep(uri: vscode.Uri, encoding: string): void {
    this.#held.push({ uri, encoding });
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  async #holdAgain(): Promise<void> {
    for (const { uri, encoding } of this.#held) {
      try {
        await vscode.workspace.openTextDocument(uri, { encoding });
      } catch {
        // It was deleted or is edited by now: VS Code notices that by itself.
      }
    }
  }
}

/** A document, or why there is none. */
export type HeldDocument =
  { readonly document: vscode.TextDocument } | { readonly document?: undefined; readonly reason: string };

/** The document that the changes of a draft are for, read as the server has read it; none when its text is another. */
export async function holdDocument(
  { uri: text, version, file }: FixableDraft,
  kept: KeptOpen,
): Promise<HeldDocument> {
  const uri = vscode.Uri.parse(text, true);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (version !== undefined) {
    return open?.version === version ? { document: open } : { reason: 'changed in the editor' };
  }
  if (file === undefined) return { reason: 'neither open nor read' };
  const encoding = file.encoding === 'utf-8' && file.bom ? 'utf8bom' : ENCODINGS[file.encoding];
  const guessed = !file.bom && !readsAs(uri, encoding);
  if (guessed && kept.full) return { reason: `too many drafts in ${encoding} at once` };
  try {
    const document = await vscode.workspace.openTextDocument(uri, { encoding });
    if (withoutLineEnds(document.getText()) !== withoutLineEnds(file.text)) {
      return { reason: `changed, or not read as ${encoding}` };
    }
    if (guessed) kept.keep(uri, encoding);
    return { document };
  } catch (error) {
    // It is gone, or edited in another encoding.
    return { reason: String(error) };
  }
}

/** Whether VS Code would by itself read a file without a byte-order mark in this encoding. */
function readsAs(uri: vscode.Uri, encoding: string): boolean {
  const files = vscode.workspace.getConfiguration('files', uri);
  return files.get('encoding', 'utf8') === encoding && !files.get('autoGuessEncoding', false);
}

/** VS Code makes the line ends of a document alike. */
function withoutLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n');
}
