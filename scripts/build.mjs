// Bundles the entry points, all or those that are named (extension, server, cli), into dist/ or `--outdir`.
// `--watch` rebuilds on change; `--minify` is for packaging.
import { build, context } from 'esbuild';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { positionals: names, values: flags } = parseArgs({
  allowPositionals: true,
  options: {
    watch: { type: 'boolean' },
    minify: { type: 'boolean' },
    outdir: { type: 'string', default: 'dist' },
  },
});

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  minify: flags.minify ?? false,
  logLevel: 'warning',
  // Native and host-provided modules stay outside the bundle.
  external: ['vscode', 'nodejieba'],
  // vscode-languageserver and -client ship UMD mains; their ES modules bundle better.
  mainFields: ['module', 'main'],
};

const entries = [
  { name: 'extension', source: 'client/src/extension.ts', bin: false },
  { name: 'server', source: 'server/src/lsp/main.ts', bin: true },
  { name: 'cli', source: 'server/src/cli/main.ts', bin: true },
];
const unknown = names.filter((name) => !entries.some((entry) => entry.name === name));
if (unknown.length > 0) throw new Error(`No bundle is called ${unknown.join(', ')}`);
const chosen = entries.filter((entry) => names.length === 0 || names.includes(entry.name));
const outfile = ({ name }) => path.join(flags.outdir, `${name}.js`);
const optionsOf = (entry) => ({
  ...shared,
  entryPoints: [entry.source],
  outfile: outfile(entry),
  ...(entry.bin ? { banner: { js: '#!/usr/bin/env node' } } : {}),
});

if (flags.watch) {
  for (const entry of chosen) await (await context(optionsOf(entry))).watch();
  console.log('watching');
} else {
  await Promise.all(chosen.map((entry) => build(optionsOf(entry))));
  for (const entry of chosen) if (entry.bin) chmodSync(outfile(entry), 0o755);
}
