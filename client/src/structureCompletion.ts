import * as vscode from 'vscode';
import type { Structure, StructureGroup } from './structures.js';
import { typedLength } from './typedPrefix.js';

/** The languages that the snippets are contributed for. */
const LANGUAGES: readonly string[] = ['plaintext', 'markdown'];

/**
 * Offers the structures where VS Code does not offer contributed snippets: behind Han text without a blank, which VS
 * Code takes together with the prefix for one word. Where a word begins with the prefix, VS Code itself offers it.
 *
 * When it is asked, is VS Code's business: at Ctrl+Space and, where suggestions while typing are on, at each character.
 * Markdown has them off; popping up by ourselves there would come between the writer and the input method, whose
 * letters an extension cannot tell from typed ones.
 */
export function offerStructures(read: () => Promise<readonly StructureGroup[]>): vscode.Disposable {
  let structures: Promise<Structure[]> | undefined;
  return vscode.languages.registerCompletionItemProvider([...LANGUAGES], {
    provideCompletionItems: async (document, position) => {
      structures ??= read().then((groups) => groups.flatMap((group) => group.structures));
      return insideWord(await structures, document, position);
    },
  });
}

function insideWord(
  structures: readonly Structure[],
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionList {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const word = document.getWordRangeAtPosition(position);
  const items = structures.flatMap((structure) =>
    structure.prefixes.flatMap((prefix) => {
      const start = position.translate(0, -typedLength(before, prefix));
      if (start.isEqual(position) || word === undefined || start.isBeforeOrEqual(word.start)) return [];
      return itemOf(structure, prefix, new vscode.Range(start, position));
    }),
  );
  // Asking again at each character finds what the word's earlier characters did not call up.
  return new vscode.CompletionList(items, true);
}

function itemOf(structure: Structure, prefix: string, range: vscode.Range): vscode.CompletionItem {
  const label = { label: prefix, description: structure.name };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(structure.body);
  item.range = range;
  item.detail = structure.description;
  item.documentation = new vscode.MarkdownString().appendCodeblock(structure.text, 'plaintext');
  return item;
}
