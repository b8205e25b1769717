import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';

/** The repository. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs `npm run package` with arguments, in the repository. */
export function pack(...args: readonly string[]): {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  // npm's own settings of this run are none of the packages' affair.
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_SERVER_URL: '', GITHUB_REPOSITORY: '' },
  });
  return { code: status, stdout, stderr };
}

/** The files of a .vsix that become the extension, by their paths in it. */
export function extensionFiles(vsix: string): ReadonlyMap<string, Buffer> {
  const files = Object.entries(unzipSync(readFileSync(vsix)));
  return new Map(
    files.flatMap(([name, bytes]) =>
      name.startsWith('extension/') ? [[name.slice('extension/'.length), Buffer.from(bytes)]] : [],
    ),
  );
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** The paths of all files of the project below one of its folders, as packages name them. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
