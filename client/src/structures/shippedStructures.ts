import * as vscode from 'vscode';
import {
  isOccasionId,
  PARTS,
  type OccasionId,
  type PartId,
} from '../../../server/src/lsp/protocol/structures.js';
import { plainText } from './snippetText.js';
import type { Structure } from './structure.js';

/** The structures that the extension contributes to VS Code as snippets, in the order of a speech. */
export async function readShippedStructures(extension: vscode.Uri): Promise<readonly Structure[]> {
  const files = await Promise.all(
    PARTS.map(async ({ id }) => {
      const file = vscode.Uri.joinPath(extension, 'snippets', `${id}.json`);
      const content: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
      return Object.entries(isRecord(content) ? content : {}).flatMap(([name, snippet]) =>
        isRecord(snippet) ? [structureOf(name, snippet, id)] : [],
      );
    }),
  );
  return files.flat();
}

function structureOf(name: string, snippet: Readonly<Record<string, unknown>>, part: PartId): Structure {
  const body = lines(snippet['body']).join('\n');
  return {
    name,
    description: lines(snippet['description']).join(''),
    prefixes: lines(snippet['prefix']),
    body,
    text: plainText(body),
    part,
    occasions: occasionsOf(snippet['occasions']),
  };
}

/** VS Code knows no occasions and passes over them; `any` stands for every one. */
function occasionsOf(value: unknown): OccasionId[] {
  return Array.isArray(value) ? value.filter(isOccasionId) : [];
}

/** Snippet files write one text as a text and several as a list. */
function lines(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
