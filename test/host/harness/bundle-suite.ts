import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder, root } from './paths.js';
import { PlainError } from './plain-error.js';

/** The folder of the bundled suite, which is an extension without anything in it. */
export const suiteFolder = join(outFolder, 'host', 'tests');

/**
 * Bundles the tests of a folder below test/host into out/host and returns the entry, which exports `run()`. Each test
 * file is a bundle of its own, which mocha loads when its functions are there; mocha itself comes from node_modules.
 */
export async function bundleSuite(tests: string): Promise<string> {
  const source = join(root, 'test', 'host', tests);
  rmSync(suiteFolder, { recursive: true, force: true });
  await build({
    entryPoints: [
      join(root, 'test', 'host', 'suite', 'index.ts'),
      ...readdirSync(source)
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(source, name)),
    ],
    outdir: suiteFolder,
    outbase: source,
    entryNames: '[name]',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  writeFileSync(
    join(suiteFolder, 'package.json'),
    JSON.stringify({
      name: 'wenfeng-tests',
      publisher: 'wenfeng',
      version: '0.0.0',
      engines: { vscode: '*' },
    }),
  );
  return join(suiteFolder, 'index.cjs');
}

/** Builds the extension itself into dist/. */
export function buildExtension(): void {
  runScript('build.mjs');
  if (!existsSync(join(root, 'dist', 'extension.js')))
    throw new PlainError('The extension could not be built.');
}

/** Packs the extension for this machine and returns the path of the package. */
export function packExtension(): string {
  const folder = join(outFolder, 'host', 'package');
  rmSync(folder, { recursive: true, force: true });
  runScript('package.mjs', '--target', 'this', '--outdir', folder);
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.vsix'));
  if (file === undefined) throw new PlainError('The extension could not be packed.');
  return join(folder, file);
}

function runScript(name: string, ...args: readonly string[]): void {
  const result = spawnSync(process.execPath, [join(root, 'scripts', name), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) throw new PlainError(`scripts/${name} failed.`);
}
