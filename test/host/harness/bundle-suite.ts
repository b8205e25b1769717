import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder, root } from './paths.js';
import { PlainError } from './plain-error.js';

/**
 * Bundles the tests of a folder below test/host into out/host and returns the entry, which exports `run()`. Each test
 * file is a bundle of its own, which mocha loads when its functions are there; mocha itself comes from node_modules.
 */
export async function bundleSuite(tests: string): Promise<string> {
  const source = join(root, 'test', 'host', tests);
  const target = join(outFolder, 'host', 'tests');
  rmSync(target, { recursive: true, force: true });
  await build({
    entryPoints: [
      join(root, 'test', 'host', 'suite', 'index.ts'),
      ...readdirSync(source)
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(source, name)),
    ],
    outdir: target,
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
  return join(target, 'index.cjs');
}

/** Builds the extension itself into dist/. */
export function buildExtension(): void {
  const result = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0 || !existsSync(join(root, 'dist', 'extension.js'))) {
    throw new PlainError('The extension could not be built.');
  }
}
