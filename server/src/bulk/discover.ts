import { globby } from 'globby';
import nodeFs from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { explainReadError, missing, notAFile, tooLarge, type DraftReadError } from './draftReadError.js';
import { ignoreFileFs, isCostly } from './ignoreFiles.js';
import { targetIsIgnored } from './ignoredTarget.js';
import { DEFAULT_MAX_BYTES, sizeLimitOf } from './sizeLimits.js';

/** What counts as a draft below a folder when nobody says otherwise. */
export const DEFAULT_INCLUDE: readonly string[] = ['**/*.{txt,md,docx}'];

/** Never searched, whatever the settings say; Word keeps a file ~$ beside a document that it has open. */
const ALWAYS_EXCLUDED: readonly string[] = ['**/node_modules', '**/.git', '**/~$*.docx'];

/** Questions to the file system that are under way at the same time. */
const AT_A_TIME = 64;

/** How drafts are looked for. */
export interface DiscoverOptions {
  /** Globs relative to each folder; {@link DEFAULT_INCLUDE} when absent. Costly ones mean nothing; see {@link isCostly}. */
  readonly include?: readonly string[];
  /** Globs relative to each folder; a folder that matches is not entered. */
  readonly exclude?: readonly string[];
  /** Bytes; {@link DEFAULT_MAX_BYTES} when absent, and more for Word documents. Does not hold for files that are named themselves. */
  readonly maxBytes?: number;
  /** What relative targets are relative to; the process's folder when absent. */
  readonly cwd?: string;
  readonly signal?: AbortSignal | undefined;
}

/** A file to be checked, or a file or folder that cannot be. */
export interface DiscoveredDraft {
  /** Absolute. */
  readonly path: string;
  /** The path as whoever named the target would write it: relative for a relative target. */
  readonly shownPath: string;
  /** Why it cannot be read; absent for a file that is still to be read. */
  readonly failure?: DraftReadError;
}

/**
 * The drafts that `targets` stand for: a file for itself, whatever it is called; a folder for the drafts below it.
 * Below a folder .gitignore files count (its own, nested ones, and those of the repository above it, unless they
 * ignore that very folder), hidden folders are left out, names match in any letter case, linked files are taken
 * and linked folders are not entered.
 *
 * In order of the targets, a folder's files by path (code units); a file that is reached twice comes once.
 * What cannot be read is an entry with its reason; only an abort throws.
 */
export async function discoverDrafts(
  targets: readonly string[],
  options: DiscoverOptions = {},
): Promise<DiscoveredDraft[]> {
  const found: DiscoveredDraft[] = [];
  const seen = new Set<string>();
  const add = async (drafts: readonly DiscoveredDraft[]): Promise<void> => {
    const realPaths = await forEach(drafts, ({ path: file }) => realpath(file).catch(() => file), options);
    for (const [at, draft] of drafts.entries()) {
      const real = realPaths[at] ?? draft.path;
      if (seen.has(real)) continue;
      seen.add(real);
      found.push(draft);
    }
  };
  for (const target of targets) {
    const absolute = path.resolve(options.cwd ?? '.', target);
    const named = { path: absolute, shownPath: target };
    // An empty target is a script's unset variable: it must not come to mean the whole current folder.
    const kind = target === '' ? missing() : await kindOf(absolute);
    if (kind === 'folder') {
      await add(await searchFolder(absolute, named.shownPath, options));
    } else {
      await add([kind === 'file' ? named : { ...named, failure: kind }]);
    }
  }
  return found;
}

async function kindOf(file: string): Promise<'file' | 'folder' | DraftReadError> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : notAFile();
  } catch (error) {
    return explainReadError(error);
  }
}

async function searchFolder(
  folder: string,
  shown: string,
  options: DiscoverOptions,
): Promise<DiscoveredDraft[]> {
  const unreadable = new Map<string, unknown>();
  const ignored = await targetIsIgnored(folder);
  options.signal?.throwIfAborted();
  const cheap = (globs: readonly string[]): string[] => globs.filter((glob) => !isCostly(glob));
  const paths = await globby(cheap(options.include ?? DEFAULT_INCLUDE), {
    cwd: folder,
    ignore: [...ALWAYS_EXCLUDED, ...cheap(options.exclude ?? [])],
    // `gitignore` reads the repository's files above the folder too; `ignoreFiles` only those inside.
    ...(ignored ? { ignoreFiles: '**/.gitignore' } : { gitignore: true }),
    absolute: true,
    expandDirectories: false,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    // Links to files are no files to the walker; what each path is, is asked of the file system below.
    onlyFiles: false,
    suppressErrors: true,
    fs: recordingFs(unreadable, options.signal),
  });
  options.signal?.throwIfAborted();
  const drafts: DiscoveredDraft[] = [];
  const shownPathOf = (file: string): string => path.join(shown, path.relative(folder, file));
  for (const [file, error] of unreadable) {
    drafts.push({ path: file, shownPath: shownPathOf(file), failure: explainReadError(error) });
  }
  const below = await forEach(
    paths.map((found) => path.normalize(found)),
    (file) => draftBelow(file, shownPathOf(file), options.maxBytes ?? DEFAULT_MAX_BYTES),
    options,
  );
  for (const draft of below) if (draft !== undefined) drafts.push(draft);
  return drafts.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/**
 * Asks the file system about each of many, a few at a time: one by one a folder of a thousand drafts would be waited
 * for longer than it takes.
 */
async function forEach<T, R>(
  items: readonly T[],
  ask: (item: T) => Promise<R>,
  { signal }: Pick<DiscoverOptions, 'signal'>,
): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    signal?.throwIfAborted();
    answers.push(...(await Promise.all(items.slice(at, at + AT_A_TIME).map(ask))));
  }
  return answers;
}

/** The entry for a path that matched; none for folders, devices and pipes, whatever they are called. */
async function draftBelow(
  file: string,
  shownPath: string,
  maxBytes: number,
): Promise<DiscoveredDraft | undefined> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return undefined;
    const named = { path: file, shownPath };
    const limit = sizeLimitOf(file, maxBytes);
    return stats.size > limit ? { ...named, failure: tooLarge(stats.size, limit) } : named;
  } catch (error) {
    return { path: file, shownPath, failure: explainReadError(error) };
  }
}

/** The file system, which notes the folders that the walker was refused, and refuses all after an abort. */
function recordingFs(unreadable: Map<string, unknown>, signal: AbortSignal | undefined): typeof nodeFs {
  const readdir = (
    folder: string,
    options: { readonly withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: nodeFs.Dirent[]) => void,
  ): void => {
    if (signal?.aborted === true) {
      done(new Error('aborted'), []);
      return;
    }
    nodeFs.readdir(folder, options, (error, entries) => {
      if (error !== null) unreadable.set(path.normalize(folder), error);
      done(error, entries);
    });
  };
  return Object.assign(ignoreFileFs(), { readdir });
}
