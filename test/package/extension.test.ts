import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import manifest from '../../package.json';
import { PULL, TestClient } from '../lsp/client.js';
import { extensionFiles, filesBelow, pack, ROOT, writeFiles } from './packing.js';

const BINARY = 'build/Release/nodejieba.node';
const HERE = `${process.platform}-${process.arch}`;
/** Another system than this, whose binary the test makes up. */
const OTHER = HERE === 'win32-x64' ? 'darwin-arm64' : 'win32-x64';
/** Others, for which there is a wrong binary and none. */
const [WRONG = '', ABSENT = ''] = ['linux-arm64', 'darwin-x64', 'linux-x64'].filter((name) => name !== HERE);
/** How a binary for each begins. */
const HEADS = { 'darwin-arm64': machO(), 'win32-x64': portableExecutable() };

let folder: string;
let packed: ReturnType<typeof pack>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-package-'));
  const binaries = path.join(folder, 'binaries');
  for (const [target, head] of [
    [OTHER, HEADS[OTHER]],
    // What a mistake in a workflow would gather.
    [WRONG, HEADS[OTHER]],
  ] as const) {
    mkdirSync(path.join(binaries, target), { recursive: true });
    writeFileSync(path.join(binaries, target, 'nodejieba.node'), head);
  }
  packed = pack('--target', 'all', '--binaries', binaries, '--outdir', path.join(folder, 'packages'));
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function machO(): Buffer {
  const head = Buffer.alloc(64);
  head.writeUInt32LE(0xfeed_facf, 0);
  head.writeUInt32LE(0x0100_000c, 4);
  return head;
}

function portableExecutable(): Buffer {
  const head = Buffer.alloc(256);
  head.write('MZ');
  head.writeUInt32LE(128, 0x3c);
  head.write('PE', 128);
  head.writeUInt16LE(0x8664, 132);
  return head;
}

function vsix(target: string): string {
  return path.join(folder, 'packages', `wenfeng-${manifest.version}-${target}.vsix`);
}

const hasBinary = existsSync(path.join(ROOT, 'node_modules/nodejieba', BINARY));

/** What every package of the extension holds, and nothing else. vsce calls some of it by other names. */
const EVERYWHERE = [
  'LICENSE.txt',
  'THIRD_PARTY_NOTICES.md',
  'changelog.md',
  ...['extension', 'globby', 'iconv-lite', 'report', 'server', 'worker'].map((name) => `dist/${name}.js`),
  ...['marks.browser.js', 'report.css', 'reportPanel.browser.js'].map((name) => `dist/${name}`),
  'images/activity.svg',
  'images/icon.png',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'readme.md',
  ...['docs/rules', 'l10n', 'media', 'samples', 'schema', 'snippets'].flatMap(filesBelow),
];
const WITH_BINARY = [
  ...['dictionary.json', 'hmm-model.utf8', 'no-keywords.utf8', 'no-more-words.utf8', 'words.utf8'].map(
    (name) => `dist/dictionary/${name}`,
  ),
  ...['LICENSE', BINARY, 'index.js', 'package.json'].map((name) => `node_modules/nodejieba/${name}`),
];

describe('npm run package -- --target all', () => {
  it('makes what it can, and says why it leaves out the rest and how large each is', () => {
    expect(packed.stderr).toBe('');
    expect(packed.code).toBe(0);
    const made = [...(hasBinary ? [HERE] : []), OTHER, 'universal'];
    expect(readdirSync(path.join(folder, 'packages')).sort()).toEqual(
      [...made.map((target) => path.basename(vsix(target))), `wenfeng-${manifest.version}.tgz`].sort(),
    );
    for (const target of made) expect(packed.stdout).toContain(`-${target}.vsix: `);
    expect(packed.stdout).toMatch(
      new RegExp(`^${WRONG}: left out: .* is a binary for another system$`, 'mu'),
    );
    expect(packed.stdout).toMatch(new RegExp(`^${ABSENT}: left out: there is no .*nodejieba\\.node$`, 'mu'));
  });

  it('makes packages of less than 8 MB', () => {
    for (const target of [OTHER, 'universal']) expect(statSync(vsix(target)).size).toBeLessThan(8e6);
  });

  it('puts nothing into a package that is not needed there', () => {
    expect([...extensionFiles(vsix(OTHER)).keys()].sort()).toEqual([...EVERYWHERE, ...WITH_BINARY].sort());
    expect([...extensionFiles(vsix('universal')).keys()].sort()).toEqual([...EVERYWHERE].sort());
  });

  it('puts in every file that the manifest names', () => {
    const files = extensionFiles(vsix('universal'));
    const shipped = files.get('package.json')?.toString() ?? '';
    const named = [...shipped.matchAll(/"(\.\/)?((?:images|media|schema|snippets|dist)\/[^"]+)"/gu)];
    expect(named.length).toBeGreaterThan(10);
    expect(named.map(([, , file = '']) => file).filter((file) => !files.has(file))).toEqual([]);
  });

  it('leaves out of manifests what only npm and the build read', () => {
    const files = extensionFiles(vsix(OTHER));
    const shipped = JSON.parse(files.get('package.json')?.toString() ?? '') as Record<string, unknown>;
    expect(shipped['main']).toBe('./dist/extension.js');
    expect(shipped['dependencies']).toEqual({ nodejieba: manifest.optionalDependencies.nodejieba });
    for (const name of ['scripts', 'bin', 'devDependencies', 'optionalDependencies', 'repository'])
      expect(shipped).not.toHaveProperty(name);
    expect(JSON.parse(files.get('node_modules/nodejieba/package.json')?.toString() ?? '')).toEqual({
      name: 'nodejieba',
      version: manifest.optionalDependencies.nodejieba,
      license: 'MIT',
      main: './index.js',
    });
  });

  it('names no source map and no path of this machine', () => {
    for (const [name, bytes] of extensionFiles(vsix('universal'))) {
      const text = bytes.toString('latin1');
      expect(text.includes(`sourceMappingURL=${path.basename(name)}.map`), name).toBe(false);
      expect(text.includes(ROOT), name).toBe(false);
    }
  });

  it('gives the notices of what is in it', () => {
    const notices = (target: string): string =>
      extensionFiles(vsix(target)).get('THIRD_PARTY_NOTICES.md')?.toString() ?? '';
    for (const name of ['echarts', '@lezer/markdown', 'vscode-languageclient', 'yauzl', 'iconv-lite'])
      expect(notices('universal')).toMatch(new RegExp(`^## ${name} \\d`, 'mu'));
    expect(notices('universal')).not.toMatch(/^## (?:nodejieba|esbuild|typescript|vitest|commander)/mu);
    expect(notices(OTHER)).toMatch(/^## nodejieba \d[^#]*Permission is hereby granted/mu);
    expect(notices(OTHER)).toMatch(/^## cppjieba/mu);
  });

  it('makes a universal package that checks drafts by the platform’s segmenter', async () => {
    const extension = path.join(folder, 'installed');
    writeFiles(extension, extensionFiles(vsix('universal')));
    const server = spawn(process.execPath, [path.join(extension, 'dist/server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const client = new TestClient(
        createProtocolConnection(
          new StreamMessageReader(server.stdout),
          new StreamMessageWriter(server.stdin),
        ),
        () => undefined,
      );
      await client.initialize({ capabilities: PULL });
      await client.open('file:///drafts/a.txt', '请某某同志讲话。\n我们要切实管好茶园，切实修好道路。\n');
      await client.diagnostics('file:///drafts/a.txt');
      await client.refreshes.first();
      const codes = (await client.diagnostics('file:///drafts/a.txt')).map(({ code }) => code);
      expect(codes).toEqual(['placeholder-left', 'repeated-word']);
      expect(client.figures.all.at(-1)?.segmenter).toBe('intl');
    } finally {
      server.kill();
    }
  });
});

describe('npm run package', () => {
  it('makes no package for a system that it does not know', () => {
    const { code, stdout, stderr } = pack('--target', 'beos-x64');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^There is no target beos-x64; there are linux-x64, .*, universal, this, npm, all\.\n$/u,
    );
  });
});
