import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { declarationsOf } from './declarations.mjs';
import { noticesFor } from './notices.mjs';
import { copyInto, emptyStage, readManifest, repository, writeManifest } from './stage.mjs';
import { bundle } from '../bundles.mjs';

/** What goes into the package as it stands in the project. The language server leads to the rules' pages. */
const CONTENTS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'docs/rules', 'schema'];

/** What the package has of package.json. */
const MANIFEST = ['name', 'version', 'license', 'bin', 'optionalDependencies'];

/**
 * Makes the npm package: the command line, the language server and the library.
 * @param outdir the folder, which is there, that takes the package
 * @returns its path
 */
export async function packForNpm(outdir) {
  const folder = emptyStage('npm');
  const inputs = await bundle({
    names: ['cli', 'server', 'library'],
    outdir: path.join(folder, 'dist'),
    packed: true,
  });
  writeFileSync(path.join(folder, 'dist', 'library.d.ts'), declarationsOf('server/src/library.ts'));
  copyInto(folder, CONTENTS);
  writeFileSync(path.join(folder, 'THIRD_PARTY_NOTICES.md'), noticesFor(inputs.keys()));
  const manifest = manifestFor();
  writeManifest(folder, manifest);
  npmPack(folder, outdir);
  return path.join(outdir, `${manifest.name}-${manifest.version}.tgz`);
}

/** `main` of the project's package.json is the editor's, and its description a key of the editor's texts. */
function manifestFor() {
  const manifest = readManifest('.');
  return {
    ...Object.fromEntries(MANIFEST.map((name) => [name, manifest[name]])),
    description: 'Checks Chinese speech drafts (讲话稿): a command line, a language server and a library.',
    // The last is for the Marketplace alone.
    keywords: manifest.keywords.filter((keyword) => keyword !== 'multi-root ready'),
    repository: repository(),
    engines: { node: manifest.engines.node },
    main: './dist/library.js',
    types: './dist/library.d.ts',
    exports: {
      '.': { types: './dist/library.d.ts', default: './dist/library.js' },
      './schema/wenfeng.schema.json': './schema/wenfeng.schema.json',
      './package.json': './package.json',
    },
  };
}

/** @throws when npm fails, with what it said */
function npmPack(folder, outdir) {
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', path.resolve(outdir)];
  const windows = process.platform === 'win32';
  // There npm is a script, which only a shell runs; the shell divides at blanks.
  const { status, stderr, error } = spawnSync('npm', windows ? args.map((arg) => `"${arg}"`) : args, {
    cwd: folder,
    encoding: 'utf8',
    shell: windows,
  });
  if (status !== 0) throw new Error(`npm pack failed: ${error?.message ?? stderr}`);
}
