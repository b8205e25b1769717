// Bundles the entry points, all or those that are named (extension, server, cli, report, worker), into dist/ or `--outdir`.
// The server and the command line need `report`, `worker` and the dictionary beside them, which are built with them.
// `--watch` rebuilds on change; `--minify` is for packaging.
import { build, context } from 'esbuild';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeDictionary } from './dictionary.mjs';
import { importedOnce } from './importedOnce.mjs';
import { PACKAGES_APART, packagesApart } from './packagesApart.mjs';
import { reportApart } from './reportApart.mjs';
import { TEXT_LOADERS } from './textFiles.mjs';

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
  // What stands in a bundle is read before anything runs; names and lines are kept for the log.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200,
  minifyIdentifiers: flags.minify ?? false,
  logLevel: 'warning',
  // Native and host-provided modules stay outside the bundle.
  external: ['vscode', 'nodejieba'],
  // vscode-languageserver and -client ship UMD mains; their ES modules bundle better.
  mainFields: ['module', 'main'],
  loader: TEXT_LOADERS,
  plugins: [reportApart, importedOnce('vscode-languageserver')],
};

const entries = [
  { name: 'extension', source: 'client/src/extension.ts', bin: false },
  { name: 'server', source: 'server/src/lsp/main.ts', bin: true },
  { name: 'cli', source: 'server/src/cli/main.ts', bin: true },
  { name: 'report', source: 'server/src/report/renderReport.ts', bin: false },
  { name: 'worker', source: 'server/src/bulk/workers/main.ts', bin: false },
  ...PACKAGES_APART.map((name) => ({ name, source: name, bin: false })),
];

/** What the panel loads as it is. */
const assets = [
  { name: 'report', source: 'server/src/report/report.css' },
  { name: 'report', source: 'server/src/report/marks.browser.js' },
  { name: 'extension', source: 'client/src/report/reportPanel.browser.js' },
];
const unknown = names.filter((name) => !entries.some((entry) => entry.name === name));
if (unknown.length > 0) throw new Error(`No bundle is called ${unknown.join(', ')}`);
/** The server and the command line show reports and check many drafts. */
const wanted = new Set(
  names.some((name) => ['server', 'cli'].includes(name))
    ? [...names, 'report', 'worker', ...PACKAGES_APART]
    : names,
);
const chosen = entries.filter((entry) => wanted.size === 0 || wanted.has(entry.name));
const outfile = ({ name }) => path.join(flags.outdir, `${name}.js`);
const optionsOf = (entry) => ({
  ...shared,
  entryPoints: [entry.source],
  outfile: outfile(entry),
  plugins: entry.name === 'server' ? [...shared.plugins, packagesApart] : shared.plugins,
  ...(entry.bin ? { banner: { js: '#!/usr/bin/env node' } } : {}),
});

mkdirSync(flags.outdir, { recursive: true });
for (const { source } of assets.filter(({ name }) => chosen.some((entry) => entry.name === name)))
  copyFileSync(source, path.join(flags.outdir, path.basename(source)));
if (chosen.some(({ name }) => name === 'server' || name === 'cli' || name === 'worker'))
  writeDictionary(path.join(flags.outdir, 'dictionary'));

if (flags.watch) {
  for (const entry of chosen) await (await context(optionsOf(entry))).watch();
  console.log('watching');
} else {
  await Promise.all(chosen.map((entry) => build(optionsOf(entry))));
  for (const entry of chosen) if (entry.bin) chmodSync(outfile(entry), 0o755);
}
