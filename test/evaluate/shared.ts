import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The folder with the real draft and the corpus, which a clone does not have: `WENFENG_SHARED` when it is set,
 * else `../shared` or `../../shared` from the working directory. Undefined where there is none.
 */
export function sharedFolder(): string | undefined {
  const set = process.env['WENFENG_SHARED'];
  const candidates = set === undefined ? ['../shared', '../../shared'] : [set];
  return candidates.map((folder) => resolve(folder)).find((folder) => existsSync(resolve(folder, 'drafts')));
}
