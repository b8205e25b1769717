// Bundles test/evaluate/main.ts and runs it: npm run evaluate.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { writeDictionary } from '../../scripts/dictionary.mjs';
import { NODE_TARGET } from '../../scripts/nodeTarget.mjs';

const outfile = 'out/evaluate.cjs';
await build({
  entryPoints: ['test/evaluate/main.ts'],
  outfile,
  bundle: true,
  ...NODE_TARGET,
  format: 'cjs',
  external: ['nodejieba'],
  sourcemap: true,
  logLevel: 'warning',
});
writeDictionary('out/dictionary');
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
