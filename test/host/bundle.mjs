// The harness is TypeScript; this bundles one of its entry points for plain Node and runs it.
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_TARGET } from '../../scripts/nodeTarget.mjs';

const root = join(import.meta.dirname, '..', '..');

/** Bundles `test/host/harness/<name>.ts` into `out/harness/<name>.mjs` and imports it, which runs it. */
export async function runHarness(name) {
  const outfile = join(root, 'out', 'harness', `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'harness', `${name}.ts`)],
    outfile,
    bundle: true,
    ...NODE_TARGET,
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  await import(pathToFileURL(outfile).href);
}
