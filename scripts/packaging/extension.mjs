import { createVSIX } from '@vscode/vsce';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noticesFor } from './notices.mjs';
import { copyInto, emptyStage, readManifest, repository, writeManifest } from './stage.mjs';
import { BINARY, NODEJIEBA, UNIVERSAL } from './targets.mjs';
import { bundle } from '../bundles.mjs';

/** What goes into the package as it stands in the project. */
const CONTENTS = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'docs/rules',
  'images/activity.svg',
  'images/icon.png',
  'l10n',
  'media',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'samples',
  'schema',
  'snippets',
];

/** What of nodejieba is not in its package.json: its dictionaries of 11 MB are not needed beside ours. */
const NODEJIEBA_CONTENTS = ['LICENSE', 'index.js'];

/**
 * Makes the extension's packages from one build.
 * @param targets the names of targets, each with the path of its binary; {@link UNIVERSAL} with none
 * @param outdir the folder, which is there, that takes the packages
 * @returns the paths of the packages, in the same order
 */
export async function packExtension(targets, outdir) {
  const common = emptyStage('extension');
  const inputs = await bundle({
    names: ['extension', 'server'],
    outdir: path.join(common, 'dist'),
    packed: true,
  });
  copyInto(common, CONTENTS);
  const packages = [];
  for (const [target, binary] of targets)
    packages.push(await packFor({ target, binary, common, inputs, outdir }));
  return packages;
}

async function packFor({ target, binary, common, inputs, outdir }) {
  const folder = emptyStage(target);
  // The dictionary is nodejieba's to read.
  cpSync(common, folder, {
    recursive: true,
    filter: (source) => binary !== undefined || path.basename(source) !== 'dictionary',
  });
  if (binary !== undefined) copyNodejieba(folder, binary);
  const manifest = manifestFor(binary);
  writeManifest(folder, manifest);
  writeFileSync(
    path.join(folder, 'THIRD_PARTY_NOTICES.md'),
    noticesFor(
      inputs.keys(),
      binary === undefined ? [] : [NODEJIEBA, path.join(NODEJIEBA, 'submodules', 'cppjieba')],
    ),
  );
  // Says that all the rest is meant to be packed; it is not packed itself.
  writeFileSync(path.join(folder, '.vscodeignore'), '');

  const packagePath = path.join(outdir, `${manifest.name}-${manifest.version}-${target}.vsix`);
  const rewriteRelativeLinks = manifest.repository !== undefined;
  await quietly(() =>
    createVSIX({
      cwd: folder,
      packagePath,
      ...(target === UNIVERSAL ? {} : { target }),
      // Without an address there is nothing to lead relative links to.
      rewriteRelativeLinks,
      allowMissingRepository: true,
      useYarn: false,
    }),
  );
  return packagePath;
}

/** What of package.json only npm, the build and the tests read. */
const NOT_FOR_THE_EDITOR = [
  'allowScripts',
  'bin',
  'dependencies',
  'devDependencies',
  'files',
  'optionalDependencies',
  'scripts',
];

function manifestFor(binary) {
  const manifest = readManifest('.');
  return {
    ...Object.fromEntries(Object.entries(manifest).filter(([name]) => !NOT_FOR_THE_EDITOR.includes(name))),
    repository: repository(),
    ...(binary === undefined ? {} : { dependencies: { nodejieba: manifest.optionalDependencies.nodejieba } }),
  };
}

function copyNodejieba(folder, binary) {
  const target = path.join(folder, NODEJIEBA);
  for (const name of NODEJIEBA_CONTENTS) cpSync(path.join(NODEJIEBA, name), path.join(target, name));
  cpSync(binary, path.join(target, BINARY));
  const { name, version, license, main } = readManifest(NODEJIEBA);
  writeManifest(target, { name, version, license, main });
}

/** Leaves out the list of files that vsce prints for each package; its warnings stay. */
async function quietly(work) {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}
