import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundles.mjs';
import { packageFolder } from './packaging/notices.mjs';
import { SHIPPED_PACKAGES } from './shippedPackages.mjs';

const NODEJIEBA = 'node_modules/nodejieba';

/**
 * The table of what is shipped of others' work: why, how large it is, and under which licence.
 * @throws when a dependency is not shipped, or is shipped without a reason
 */
export async function dependenciesTable() {
  const bytes = new Map();
  const files = await bundle({ outdir: path.join('out', 'dependencies'), packed: true });
  for (const [file, size] of files) {
    const folder = packageFolder(file);
    if (folder !== undefined) bytes.set(folder, (bytes.get(folder) ?? 0) + size);
  }
  const packages = merged([
    ...[...bytes].map(([folder, size]) => describe(folder, size)),
    describe(NODEJIEBA),
  ]);
  demandReasons(new Set(packages.map(({ name }) => name)));
  const own = packages.filter(({ name }) => name in SHIPPED_PACKAGES);
  const others = packages.filter(({ name }) => !(name in SHIPPED_PACKAGES));
  return [
    '| 组件 Package | 用途 | Why | KB | 许可 Licence |',
    '| --- | --- | --- | ---: | --- |',
    ...byName(own).map(({ name, version, bytes: size, licence }) => {
      const { zh, en } = SHIPPED_PACKAGES[name];
      return `| ${name} ${version} | ${zh} | ${en} | ${inKilobytes(size)} | ${licence} |`;
    }),
    ...byName(others).map(
      ({ name, version, bytes: size, licence }) =>
        `| ${name} ${version} | 上面的组件要用 | needed by those above | ${inKilobytes(size)} | ${licence} |`,
    ),
  ].join('\n');
}

function describe(folder, bytes) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { name, version, bytes, licence: license };
}

/** Of a package there may be several copies. */
function merged(packages) {
  const byName = new Map();
  for (const one of packages) {
    const { version, bytes } = byName.get(one.name) ?? one;
    const same = version.includes(one.version);
    byName.set(one.name, {
      ...one,
      version: same ? version : `${version}, ${one.version}`,
      bytes: byName.has(one.name) ? bytes + one.bytes : bytes,
    });
  }
  return [...byName.values()];
}

function demandReasons(shipped) {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    if (!shipped.has(name)) throw new Error(`${name} is a dependency, and nothing of it is shipped`);
    if (!(name in SHIPPED_PACKAGES))
      throw new Error(`scripts/shippedPackages.mjs does not say why ${name} is shipped`);
  }
  for (const name of Object.keys(SHIPPED_PACKAGES))
    if (!shipped.has(name)) throw new Error(`scripts/shippedPackages.mjs has ${name}, which is not shipped`);
}

function byName(packages) {
  return packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Rounded to tens, so that not every change of ours is one of the table. A binary is not counted. */
function inKilobytes(bytes) {
  if (bytes === undefined) return '';
  return bytes < 10_240 ? '< 10' : 10 * Math.round(bytes / 10_240);
}
