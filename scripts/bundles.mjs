// The bundles that the product is made of.
import { build, context } from 'esbuild';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeDictionary } from './dictionary.mjs';
import { importedOnce } from './importedOnce.mjs';
import { NODE_TARGET } from './nodeTarget.mjs';
import { PACKAGES_APART, packagesApart } from './packagesApart.mjs';
import { reportApart } from './reportApart.mjs';
import { TEXT_LOADERS } from './textFiles.mjs';

const shared = {
  bundle: true,
  ...NODE_TARGET,
  format: 'cjs',
  // What stands in a bundle is read before anything runs; names and lines are kept for the log.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200,
  metafile: true,
  logLevel: 'warning',
  // Native and host-provided modules stay outside the bundle.
  external: ['vscode', 'nodejieba'],
  // vscode-languageserver and -client ship UMD mains; their ES modules bundle better.
  mainFields: ['module', 'main'],
  loader: TEXT_LOADERS,
  plugins: [reportApart, importedOnce('vscode-languageserver')],
};

const ENTRIES = [
  { name: 'extension', source: 'client/src/extension.ts', bin: false },
  { name: 'server', source: 'server/src/lsp/main.ts', bin: true },
  { name: 'cli', source: 'server/src/cli/main.ts', bin: true },
  { name: 'library', source: 'server/src/library.ts', bin: false },
  { name: 'report', source: 'server/src/report/renderReport.ts', bin: false },
  { name: 'worker', source: 'server/src/bulk/workers/main.ts', bin: false },
  ...PACKAGES_APART.map((name) => ({ name, source: name, bin: false })),
];

/** What the extension's panel loads as it is. */
const ASSETS = [
  'server/src/report/report.css',
  'server/src/report/marks.browser.js',
  'client/src/report/reportPanel.browser.js',
];

/** The bundles that cut words. */
const WITH_WORDS = ['server', 'cli', 'worker', 'library'];

/**
 * Bundles the entry points into a folder, all or those that are named. The server and the command line need `report`,
 * `worker` and the dictionary beside them, which are built with them. Returns the files that the bundles were made of, each with
 * how many bytes of them it has.
 * @param options.packed for a package: names of variables are short, and there are no source maps
 * @param options.watch goes on rebuilding whatever changes
 */
export async function bundle({ names = [], outdir, packed = false, watch = false }) {
  const chosen = entriesFor(names);
  mkdirSync(outdir, { recursive: true });
  const builds = (...names) => chosen.some(({ name }) => names.includes(name));
  if (builds('extension'))
    for (const source of ASSETS) copyFileSync(source, path.join(outdir, path.basename(source)));
  if (builds(...WITH_WORDS)) writeDictionary(path.join(outdir, 'dictionary'));

  const optionsOf = (entry) => ({
    ...shared,
    minifyIdentifiers: packed,
    sourcemap: !packed,
    entryPoints: [entry.source],
    outfile: path.join(outdir, `${entry.name}.js`),
    plugins: entry.name === 'server' ? [...shared.plugins, packagesApart] : shared.plugins,
    ...(entry.bin ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
  if (watch) {
    for (const entry of chosen) await (await context(optionsOf(entry))).watch();
    return [];
  }
  const built = await Promise.all(chosen.map((entry) => build(optionsOf(entry))));
  for (const entry of chosen) if (entry.bin) chmodSync(path.join(outdir, `${entry.name}.js`), 0o755);
  return bytesByFile(built.map(({ metafile }) => metafile));
}

function entriesFor(names) {
  const unknown = names.filter((name) => !ENTRIES.some((entry) => entry.name === name));
  if (unknown.length > 0) throw new Error(`No bundle is called ${unknown.join(', ')}`);
  /** The server and the command line show reports and check many drafts. */
  const wanted = new Set(
    names.some((name) => ['server', 'cli'].includes(name))
      ? [...names, 'report', 'worker', ...PACKAGES_APART]
      : names,
  );
  return ENTRIES.filter((entry) => wanted.size === 0 || wanted.has(entry.name));
}

/** What was read and left out again, because nothing of it is used, is in no bundle. */
function bytesByFile(metafiles) {
  const bytes = new Map();
  for (const { inputs } of metafiles.flatMap(({ outputs }) => Object.values(outputs)))
    for (const [file, { bytesInOutput }] of Object.entries(inputs))
      if (bytesInOutput > 0) bytes.set(file, (bytes.get(file) ?? 0) + bytesInOutput);
  return bytes;
}
