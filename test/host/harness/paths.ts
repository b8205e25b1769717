import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * The repository: the nearest folder above this module that holds `test/host/code-server`. The harness runs from a
 * bundle in out/, so its own place says nothing by itself.
 */
export const root = findRoot(import.meta.dirname);

/** Downloads and installs; never committed. */
export const toolsFolder = join(root, '.vscode-test');

/** Everything a run leaves behind: bundles, logs, screenshots. */
export const outFolder = join(root, 'out');

export const screenshotsFolder = join(outFolder, 'screenshots');

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'test', 'host', 'code-server', 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The harness lies outside the repository.');
  return findRoot(parent);
}

/** The first of `names` that is an executable file in a folder of PATH, as an absolute path. */
export function findOnPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

/** Whether a path names a program. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
