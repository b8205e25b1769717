// Makes packages in out/packages or `--outdir`: this machine's extension (`this`) and the npm package, or what `--target`
// names (several times, or `all`).
// `npm` is the npm package: the command line, the language server and the library.
// A package for another system takes nodejieba's binary from `--binaries DIR`, where it lies as `<target>/nodejieba.node`.
// The universal one has none. Exit code 1 where a package that was asked for could not be made or is too large.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packExtension } from './packaging/extension.mjs';
import { packForNpm } from './packaging/forNpm.mjs';
import { binaryFor, OWN_TARGET, TARGETS, UNIVERSAL } from './packaging/targets.mjs';

/** The most bytes of a package. */
const LIMIT = 8_000_000;

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true, default: [] },
    binaries: { type: 'string' },
    outdir: { type: 'string', default: 'out/packages' },
  },
});
const ALL = 'all';
const NPM = 'npm';
/** The extension for this machine: the universal one where there is no binary for it. */
const THIS = 'this';
const extensions = [...Object.keys(TARGETS), UNIVERSAL];
const known = [...extensions, THIS, NPM, ALL];

const wanted = new Set(values.target.length > 0 ? values.target : [THIS, NPM]);
const unknown = [...wanted].filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no target ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(1);
}

const all = wanted.has(ALL);
// What is published is all that lies there.
if (all) rmSync(values.outdir, { recursive: true, force: true });
mkdirSync(values.outdir, { recursive: true });

const targets = new Map();
for (const target of extensions) {
  if (!all && !wanted.has(target)) continue;
  if (!take(target) && !all) process.exitCode = 1;
}
if (wanted.has(THIS) && !targets.has(OWN_TARGET) && !take(OWN_TARGET)) {
  console.log('The universal package is made instead, which cuts words by Intl.Segmenter.');
  take(UNIVERSAL);
}

const packages = targets.size === 0 ? [] : await packExtension(targets, values.outdir);
if (all || wanted.has(NPM)) packages.push(await packForNpm(values.outdir));
for (const file of packages) {
  const { size } = statSync(file);
  const tooLarge = size > LIMIT;
  console.log(`${file}: ${inMegabytes(size)}${tooLarge ? `, more than ${inMegabytes(LIMIT)}` : ''}`);
  if (tooLarge) process.exitCode = 1;
}

/** Whether a package can be made for a target; says why where it cannot. */
function take(target) {
  try {
    targets.set(target, target === UNIVERSAL ? undefined : binaryFor(target, values.binaries));
    return true;
  } catch (error) {
    console.log(`${target}: left out: ${error.message}`);
    return false;
  }
}

function inMegabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
