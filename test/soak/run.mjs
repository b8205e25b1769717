// Builds the server, bundles test/soak/main.ts and runs it: npm run soak -- --minutes 30.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { NODE_TARGET } from '../../scripts/nodeTarget.mjs';

const outfile = 'out/soak.cjs';
const built = spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
await build({
  entryPoints: ['test/soak/main.ts'],
  outfile,
  bundle: true,
  ...NODE_TARGET,
  format: 'cjs',
  // Of the UMD build the bundler does not see what it requires.
  mainFields: ['module', 'main'],
  external: ['nodejieba'],
  sourcemap: true,
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
