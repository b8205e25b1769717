import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { URI } from 'vscode-uri';

/** A folder on disk for the test that runs, empty when it begins. */
export interface DraftFolder {
  /** Absolute. */
  readonly path: string;
  readonly uri: string;
  /** The URI of a file in it, there or not. */
  readonly uriOf: (name: string) => string;
  /** Writes a file, with the folders above it, and answers with its URI. */
  readonly write: (name: string, content: string | Uint8Array) => string;
}

/** Makes a folder before each test of the file that calls it, and takes it away after the other clean-up. */
export function useDraftFolder(): DraftFolder {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-lsp-')));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const uriOf = (name: string): string => URI.file(path.join(folder, name)).toString();
  return {
    get path() {
      return folder;
    },
    get uri() {
      return URI.file(folder).toString();
    },
    uriOf,
    write: (name, content) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return uriOf(name);
    },
  };
}
