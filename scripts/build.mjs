// Bundles the three entry points into dist/. `--watch` rebuilds on change; `--minify` is for packaging.
import { build, context } from 'esbuild';
import { chmodSync } from 'node:fs';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  minify: process.argv.includes('--minify'),
  logLevel: 'warning',
  // Native and host-provided modules stay outside the bundle.
  external: ['vscode', 'nodejieba'],
  // vscode-languageserver and -client ship UMD mains; their ES modules bundle better.
  mainFields: ['module', 'main'],
};

const entries = [
  { ...shared, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js' },
  {
    ...shared,
    entryPoints: ['server/src/lsp/main.ts'],
    outfile: 'dist/server.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...shared,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
];

if (process.argv.includes('--watch')) {
  for (const entry of entries) await (await context(entry)).watch();
  console.log('watching');
} else {
  await Promise.all(entries.map((entry) => build(entry)));
  for (const bin of ['dist/server.js', 'dist/cli.js']) chmodSync(bin, 0o755);
}
