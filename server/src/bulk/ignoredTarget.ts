import { convertPathToPattern, globby } from 'globby';
import path from 'node:path';
import { ignoreFileFs } from './ignoreFiles.js';

/**
 * Whether a .gitignore of the repository above `folder` (absolute) ignores the folder itself. Someone who names
 * such a folder wants it searched all the same, and the repository's rules must not empty it then.
 */
export async function targetIsIgnored(folder: string): Promise<boolean> {
  const parent = path.dirname(folder);
  if (parent === folder) return false;
  const found = await globby(convertPathToPattern(path.basename(folder)), {
    cwd: parent,
    gitignore: true,
    onlyDirectories: true,
    expandDirectories: false,
    dot: true,
    // The search for ignore files shares this; only those at or above the parent can name the folder.
    deep: 1,
    suppressErrors: true,
    fs: ignoreFileFs(),
  });
  return found.length === 0;
}
