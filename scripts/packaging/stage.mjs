import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where packages are put together, each in a folder of its own. */
const STAGED = path.join('out', 'staged');

/** An empty folder in which a package is put together. */
export function emptyStage(name) {
  const folder = path.join(STAGED, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Copies files and folders of the project (paths from its top) to the same places in a staged folder. */
export function copyInto(folder, sources) {
  for (const source of sources) cpSync(source, path.join(folder, source), { recursive: true });
}

/** A package.json. */
export function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

/** Writes a package.json. What is undefined is left out. */
export function writeManifest(folder, manifest) {
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** The address of the repository where the build server states it: no file of the project does. */
export function repository() {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
  return server && name ? { type: 'git', url: `git+${server}/${name}.git` } : undefined;
}
