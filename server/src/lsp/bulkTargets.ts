import { dirname, resolve } from 'node:path';
import type { DocumentUri } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Configuration } from './configuration.js';
import type { OpenDocuments } from './documents.js';
import { isTexts, type DraftSettings } from './settings.js';

/** Whether these are URIs. Any other words, none at all too, would be taken for a path from the root of the disk. */
export function isTargets(value: unknown): value is readonly DocumentUri[] {
  return isTexts(value) && value.every((uri) => /^[a-z][a-z0-9+.-]*:./iu.test(uri));
}

/** The document that is open for a path, or for the very URI that was asked for (an unsaved draft has no path). */
export function openDocument(
  documents: OpenDocuments,
  path: string,
  target: string | undefined,
): TextDocument | undefined {
  const named = target === undefined ? undefined : documents.get(target);
  if (named !== undefined) return named;
  return documents.all().find(({ uri }) => {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' && resolve(parsed.fsPath) === path;
  });
}

/** Settings differ by folder at most, so closed files' are asked for once a folder, and let go in the end. */
export class FolderSettings {
  readonly #configuration: Configuration;
  readonly #folders = new Set<string>();

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  of(openUri: string | undefined, path: string): Promise<DraftSettings> {
    if (openUri !== undefined) return this.#configuration.ofClient(openUri);
    const folder = URI.file(dirname(path)).toString();
    this.#folders.add(folder);
    return this.#configuration.ofClient(folder);
  }

  forget(): void {
    for (const folder of this.#folders) this.#configuration.forget(folder);
  }
}
