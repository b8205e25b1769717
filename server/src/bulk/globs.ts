import path from 'node:path';
import { compileGlob } from './globPattern.js';

/** So many patterns are kept compiled; guides of whole working days have fewer. */
const KEPT = 1000;

const compiled = new Map<string, (file: string) => boolean>();

/**
 * Whether a file (absolute) is meant by globs that are relative to a folder (absolute): `*.md` by its name wherever it
 * lies below the folder, `会议/*.md` by its way from there, `会议/` with everything below. Letter case does not count.
 * A file outside the folder is meant by none.
 */
export function matchesGlobs(file: string, globs: readonly string[], folder: string): boolean {
  const way = path.relative(folder, file).split(path.sep).join('/').normalize('NFC');
  if (way === '' || way.startsWith('../') || path.isAbsolute(way)) return false;
  return globs.some((glob) => matcherOf(glob)(way));
}

function matcherOf(glob: string): (file: string) => boolean {
  let matches = compiled.get(glob);
  if (matches === undefined) {
    matches = compile(glob.normalize('NFC'));
    if (compiled.size >= KEPT) compiled.clear();
    compiled.set(glob, matches);
  }
  return matches;
}

function compile(glob: string): (file: string) => boolean {
  const below = glob.endsWith('/') ? `${glob}**` : glob;
  return compileGlob(below.includes('/') ? below.replace(/^\.?\/+/u, '') : `**/${below}`);
}
