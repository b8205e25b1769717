import * as vscode from 'vscode';
import { plainText } from './snippetText.js';

/** A paragraph structure that a writer can insert. */
export interface Structure {
  readonly name: string;
  /** When to use it. */
  readonly description: string;
  /** What can be typed for it. */
  readonly prefixes: readonly string[];
  /** In VS Code's snippet syntax. */
  readonly body: string;
  /** What stands there before anything is filled in. */
  readonly text: string;
}

/** Structures for one part of a speech. */
export interface StructureGroup {
  /** The name of their file without its ending. */
  readonly id: string;
  readonly structures: readonly Structure[];
}

/** The structures of the snippet files that the extension contributes, in the order of its manifest. */
export async function readStructures(extension: vscode.Extension<unknown>): Promise<StructureGroup[]> {
  const groups: StructureGroup[] = [];
  for (const path of snippetFiles(extension.packageJSON)) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const structures = Object.entries(isRecord(content) ? content : {}).flatMap(([name, snippet]) =>
      isRecord(snippet) ? [structureOf(name, snippet)] : [],
    );
    groups.push({ id: /([^/]+)\.json$/u.exec(path)?.[1] ?? path, structures });
  }
  return groups;
}

/** Each file once, though it is contributed for several languages. */
function snippetFiles(manifest: unknown): string[] {
  const contributes = isRecord(manifest) ? manifest['contributes'] : undefined;
  const snippets = isRecord(contributes) ? contributes['snippets'] : undefined;
  const paths = (Array.isArray(snippets) ? snippets : []).flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry['path'] === 'string' ? [entry['path']] : [],
  );
  return [...new Set(paths)];
}

function structureOf(name: string, snippet: Readonly<Record<string, unknown>>): Structure {
  const body = lines(snippet['body']).join('\n');
  return {
    name,
    description: lines(snippet['description']).join(''),
    prefixes: lines(snippet['prefix']),
    body,
    text: plainText(body),
  };
}

/** Snippet files write one text as a text and several as a list. */
function lines(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
