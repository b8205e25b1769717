import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The systems that a package with a binary is made for, as VS Code names them, and how their binaries begin. */
export const TARGETS = {
  'linux-x64': isElf(0x3e),
  'linux-arm64': isElf(0xb7),
  'darwin-x64': isMachO(0x0100_0007),
  'darwin-arm64': isMachO(0x0100_000c),
  'win32-x64': isPortableExecutable(0x8664),
  'win32-arm64': isPortableExecutable(0xaa64),
};

/** The package that runs everywhere: it holds no binary, and words are cut by the platform's own segmenter. */
export const UNIVERSAL = 'universal';

/** This machine's target. It may be none of {@link TARGETS}. */
export const OWN_TARGET = `${process.platform}-${process.arch}`;

/** nodejieba as it is installed here. */
export const NODEJIEBA = path.join('node_modules', 'nodejieba');

/** Where nodejieba's binary lies in its package. */
export const BINARY = path.join('build', 'Release', 'nodejieba.node');

/**
 * nodejieba's binary for a target: `<target>/nodejieba.node` below `folder`, or this machine's own.
 * @throws when there is none or it is for another system; the message says what is missing, and completes “left out: …”
 */
export function binaryFor(target, folder) {
  if (!(target in TARGETS)) throw new Error(`no package is made for ${target}`);
  const places = [
    ...(folder === undefined ? [] : [path.join(folder, target, 'nodejieba.node')]),
    ...(target === OWN_TARGET ? [path.join(NODEJIEBA, BINARY)] : []),
  ];
  const file = places.find((place) => existsSync(place));
  if (file === undefined)
    throw new Error(
      places.length === 0 ? 'its binary is not at hand' : `there is no ${places.join(' nor ')}`,
    );
  if (!TARGETS[target](readFileSync(file))) throw new Error(`${file} is a binary for another system`);
  return file;
}

function isElf(machine) {
  return (bytes) =>
    bytes.length > 20 && bytes.readUInt32BE(0) === 0x7f45_4c46 && bytes.readUInt16LE(18) === machine;
}

function isMachO(processor) {
  return (bytes) =>
    bytes.length > 8 && bytes.readUInt32LE(0) === 0xfeed_facf && bytes.readUInt32LE(4) === processor;
}

function isPortableExecutable(machine) {
  return (bytes) => {
    if (bytes.length < 0x40 || bytes.toString('latin1', 0, 2) !== 'MZ') return false;
    const header = bytes.readUInt32LE(0x3c);
    return (
      bytes.length > header + 6 &&
      bytes.readUInt32BE(header) === 0x5045_0000 &&
      bytes.readUInt16LE(header + 4) === machine
    );
  };
}
