import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Dictionary, FileMark } from './dictionaryFiles.js';
import { PACKAGE_FILES } from './packageFiles.js';

/** `dictionary.json`: the names of the files beside it, and how each is known. */
interface DictionaryList {
  readonly load: Dictionary;
  readonly files: Readonly<Record<string, FileMark>>;
}

/**
 * The dictionary that scripts/dictionary.mjs made in `folder`. Every byte of it is verified, which takes a few
 * milliseconds: nodejieba ends the whole process over a row that it cannot read.
 * @throws when a file is missing or damaged; the message says which
 */
export function ownDictionary(folder: string): Dictionary {
  const { load, files } = readList(join(folder, 'dictionary.json'));
  for (const [name, mark] of Object.entries(files)) verify(join(folder, name), mark);
  return {
    dict: join(folder, load.dict),
    hmmDict: join(folder, load.hmmDict),
    userDict: join(folder, load.userDict),
    idfDict: join(folder, load.idfDict),
    stopWordDict: join(folder, load.stopWordDict),
  };
}

/**
 * nodejieba's own dictionary, which lies at `paths`, verified in the same way.
 * @throws when a file is missing or damaged; the message says which
 */
export function packageDictionary(paths: Dictionary): Dictionary {
  for (const role of Object.keys(PACKAGE_FILES) as (keyof Dictionary)[])
    verify(paths[role], PACKAGE_FILES[role]);
  return paths;
}

function readList(path: string): DictionaryList {
  const text = read(path).toString('utf8');
  try {
    const { load, files } = JSON.parse(text) as DictionaryList;
    // Each file that is loaded is one that is verified.
    if (Object.values(load).every((name) => name in files)) return { load, files };
  } catch {
    // No JSON, or other JSON.
  }
  throw new Error(`${path} is damaged`);
}

function verify(path: string, mark: FileMark): void {
  const bytes = read(path);
  if (bytes.length !== mark.bytes) throw new Error(`${path} is damaged: its size is not what it was`);
  if (crc32(bytes) !== mark.crc32) throw new Error(`${path} is damaged: its content is not what it was`);
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Error(missing ? `${path} is missing` : `${path} cannot be read: ${String(error)}`, {
      cause: error,
    });
  }
}
