// Makes packages in out/packages or `--outdir`: this machine's extension and the npm package, or what `--target` names (several times, or `all`).
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
const all = values.target.includes('all');
const named = values.target.length > 0 && !all;
const NPM = 'npm';
const extensions = [...Object.keys(TARGETS), UNIVERSAL];
const known = [...extensions, NPM];
const unknown = values.target.filter((name) => name !== 'all' && !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no target ${unknown.join(', ')}; there are ${[...known, 'all'].join(', ')}.`);
  process.exit(1);
}

// What is published is all that lies there.
if (all) rmSync(values.outdir, { recursive: true, force: true });
mkdirSync(values.outdir, { recursive: true });

const targets = [];
const wanted = all ? known : named ? [...new Set(values.target)] : [OWN_TARGET, NPM];
for (const target of extensions.filter((name) => wanted.includes(name))) {
  if (target === UNIVERSAL) {
    targets.push({ target });
    continue;
  }
  try {
    targets.push({ target, binary: binaryFor(target, values.binaries) });
  } catch (error) {
    console.log(`${target}: left out: ${error.message}`);
    if (named) process.exitCode = 1;
  }
}
if (targets.length === 0 && !named) {
  console.log('The universal package is made instead; it cuts words by Intl.Segmenter.');
  targets.push({ target: UNIVERSAL });
}

const packages = targets.length === 0 ? [] : await packExtension(targets, values.outdir);
if (wanted.includes(NPM)) packages.push(await packForNpm(values.outdir));
for (const file of packages) {
  const { size } = statSync(file);
  const tooLarge = size > LIMIT;
  console.log(`${file}: ${inMegabytes(size)}${tooLarge ? `, more than ${inMegabytes(LIMIT)}` : ''}`);
  if (tooLarge) process.exitCode = 1;
}

function inMegabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
