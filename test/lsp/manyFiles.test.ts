import nodeFs, { type Dirent, type Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { discoverDrafts } from '../../server/src/bulk/discover.js';
import { BULK_CHECK } from '../../server/src/lsp/protocol/bulk.js';
import { startClient, stopClients } from './client.js';
import { useDraftFolder } from './draftFolder.js';

vi.mock(import('node:fs/promises'), async (original) => ({ ...(await original()) }));

const FOLDERS = 50;
const FILES = 1000;
const MB = 1024 * 1024;

const drafts = useDraftFolder();
afterEach(stopClients);

/** The folders that were looked into. */
let looked: string[];
/** Called for each of them. */
let onLook: () => void;

/** A disk with fifty thousand empty files below the folder of the test. To make them takes longer than to find them. */
beforeEach(async () => {
  looked = [];
  onLook = () => undefined;
  const { path: root } = drafts;
  const folder = await fs.stat(root);
  const file = Object.assign(Object.create(folder) as Stats, {
    isFile: () => true,
    isDirectory: () => false,
    size: 0,
  });
  const isFake = (place: string): boolean => place.startsWith(root) && place.endsWith('.txt');
  const { stat, realpath } = fs;
  vi.spyOn(fs, 'stat').mockImplementation((place) =>
    isFake(String(place)) ? Promise.resolve(file) : stat(place),
  );
  vi.spyOn(fs, 'realpath').mockImplementation((place) =>
    isFake(String(place)) ? Promise.resolve(String(place)) : realpath(place),
  );
  const entry = (parent: string, name: string, isFolder: boolean): Dirent =>
    Object.assign(Object.create(nodeFs.Dirent.prototype as object) as Dirent, {
      name,
      parentPath: parent,
      isFile: () => !isFolder,
      isDirectory: () => isFolder,
      isSymbolicLink: () => false,
    });
  const readdir = (place: string, _: unknown, done: (error: null, entries: Dirent[]) => void): void => {
    looked.push(place);
    onLook();
    const isRoot = path.resolve(place) === root;
    const names = Array.from(
      { length: isRoot ? FOLDERS : FILES },
      (__, i) => `${String(i)}${isRoot ? '' : '.txt'}`,
    );
    setImmediate(() => {
      done(
        null,
        names.map((name) => entry(place, name, isRoot)),
      );
    });
  };
  vi.spyOn(nodeFs, 'readdir').mockImplementation(readdir as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Bytes of the heap that something still holds. */
function heldBytes(): number {
  // Spies remember what they were asked.
  vi.clearAllMocks();
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('a folder of fifty thousand files', () => {
  it('is found whole and in order, in little memory', async () => {
    const before = heldBytes();
    const found = await discoverDrafts([drafts.path]);
    expect(found).toHaveLength(FOLDERS * FILES);
    const paths = found.map((draft) => draft.path);
    expect(paths).toEqual(paths.toSorted());
    expect(heldBytes() - before).toBeLessThan(64 * MB);
  });

  it('is no longer looked through when that is cancelled, and the server answers on', async () => {
    const client = await startClient();
    const cancel = new CancellationTokenSource();
    onLook = () => {
      if (looked.length === 10) cancel.cancel();
    };
    const params = {
      id: 'run-1',
      targets: [drafts.uri],
      include: ['**/*.txt'],
      exclude: [],
      maxFileSize: 10_000,
    };
    const answer = await client.connection.sendRequest(BULK_CHECK, params, cancel.token);
    expect(answer).toEqual({ checked: 0, unreadable: 0, cancelled: true });
    expect(client.files.all).toEqual([]);
    const uri = 'file:///drafts/a.txt';
    await client.open(uri, '请某某同志讲话。\n');
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual(['placeholder-left']);
  });
});
