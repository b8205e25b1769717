import * as vscode from 'vscode';
import type { Structures } from './grouping.js';
import type { Structure } from './structure.js';
import { typedLength } from './typedPrefix.js';

/** The languages that the snippets are contributed for. */
const LANGUAGES: readonly string[] = ['plaintext', 'markdown'];

/**
 * Offers the structures of the draft's guide, and those that are shipped where VS Code does not offer contributed
 * snippets: behind Han text without a blank, which VS Code takes together with the prefix for one word. Where a word
 * begins with the prefix, VS Code itself offers the shipped ones.
 *
 * When it is asked, is VS Code's business: at Ctrl+Space and, where suggestions while typing are on, at each character.
 * Markdown has them off; popping up by ourselves there would come between the writer and the input method, whose
 * letters an extension cannot tell from typed ones.
 */
export function offerStructures(
  read: (draft: vscode.Uri, token: vscode.CancellationToken) => Promise<Structures>,
): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider([...LANGUAGES], {
    provideCompletionItems: async (document, position, token) => {
      const { own, shipped } = await read(document.uri, token);
      // Asking again at each character finds what the word's earlier characters did not call up.
      return new vscode.CompletionList(
        [
          ...typedAt(own, document, position).map(({ item }) => item),
          ...typedAt(shipped, document, position).flatMap(({ item, insideWord }) => (insideWord ? item : [])),
        ],
        true,
      );
    },
  });
}

interface Typed {
  readonly item: vscode.CompletionItem;
  /** What was typed of the prefix does not begin the word that the cursor is in. */
  readonly insideWord: boolean;
}

/** The structures of which something stands before the cursor. */
function typedAt(
  structures: readonly Structure[],
  document: vscode.TextDocument,
  position: vscode.Position,
): Typed[] {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const word = document.getWordRangeAtPosition(position);
  return structures.flatMap((structure) =>
    structure.prefixes.flatMap((prefix) => {
      const start = position.translate(0, -typedLength(before, prefix));
      if (start.isEqual(position)) return [];
      return {
        item: itemOf(structure, prefix, new vscode.Range(start, position)),
        insideWord: word !== undefined && start.isAfter(word.start),
      };
    }),
  );
}

function itemOf(structure: Structure, prefix: string, range: vscode.Range): vscode.CompletionItem {
  const label = { label: prefix, description: structure.name };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(structure.body);
  item.range = range;
  if (structure.description !== '') item.detail = structure.description;
  item.documentation = new vscode.MarkdownString().appendCodeblock(structure.text, 'plaintext');
  return item;
}
