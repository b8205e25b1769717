import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findOnPath, root, toolsFolder } from './paths.js';
import { PlainError } from './plain-error.js';

/** An installed code-server and the Node that runs it. */
export interface Toolchain {
  /** Node 24's executable: code-server does not load on other versions. */
  readonly node: string;
  /** code-server's start script. */
  readonly entry: string;
}

const pins = join(root, 'test', 'host', 'code-server');
const pinFiles = ['package.json', 'package-lock.json'] as const;

/** Packages of code-server's that only its AI agent uses: 190 MB. */
const unused = ['@github', '@microsoft/mxc-sdk'];

/** The native modules that the extension host does not start without. */
const natives = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * Installs code-server below .vscode-test unless it is there, at the versions pinned in test/host/code-server. The
 * folder is named for the pins and appears under its name in one step when complete, so that an interrupted
 * installation is never mistaken for a whole one and two may run at once.
 *
 * @throws PlainError naming what is missing: Linux, a compiler, a reachable npm registry
 */
export function installCodeServer(log: (line: string) => void): Toolchain {
  const nodePackage = `node-linux-${process.arch}`;
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new PlainError(
      'No desktop VS Code: set VSCODE_EXECUTABLE to one (code-server stands in on Linux only).',
    );
  }
  const folder = join(toolsFolder, `code-server-${fingerprint()}`);
  if (!existsSync(folder)) {
    removeAbandoned();
    const building = `${folder}.${process.pid}.incomplete`;
    log('installing code-server into .vscode-test (once, about a minute, 700 MB) ...');
    try {
      build(building, nodePackage);
      publish(building, folder);
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  }
  const modules = join(folder, 'node_modules');
  return {
    node: join(modules, nodePackage, 'bin', 'node'),
    entry: join(modules, 'code-server', 'out', 'node', 'entry.js'),
  };
}

function fingerprint(): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of pinFiles) hash.update(readFileSync(join(pins, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Removes what installations left behind whose process is gone. */
function removeAbandoned(): void {
  mkdirSync(toolsFolder, { recursive: true });
  for (const name of readdirSync(toolsFolder)) {
    const pid = /\.(\d+)\.incomplete$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(toolsFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function publish(building: string, folder: string): void {
  try {
    renameSync(building, folder);
  } catch (error) {
    // Another run may have been first; its installation is as good as this one.
    if (!existsSync(folder)) throw error;
  }
}

function build(folder: string, nodePackage: string): void {
  demandCompiler();
  mkdirSync(folder, { recursive: true });
  for (const file of pinFiles) cpSync(join(pins, file), join(folder, file));
  // Scripts stay off: code-server's own would build kerberos too, which needs a library few machines have.
  npm(folder, ['ci', '--ignore-scripts']);

  const headers = join(folder, 'node_modules', nodePackage);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  // The inner lock file lacks a peer dependency, which npm ci refuses unless it ignores peers.
  const inner = ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'];
  npm(vscode, inner, headers);
  npm(join(vscode, 'extensions'), inner, headers);
  npm(vscode, ['rebuild', ...natives], headers);
  for (const name of unused) rmSync(join(vscode, 'node_modules', name), { recursive: true, force: true });
}

function demandCompiler(): void {
  const missing = [
    ...(process.env['CXX'] === undefined && findOnPath('g++', 'c++') === undefined ? ['g++'] : []),
    ...['make', 'python3'].filter((name) => findOnPath(name) === undefined),
  ];
  if (missing.length > 0) {
    throw new PlainError(
      `The host tests need ${missing.join(', ')} to build code-server's native modules: apt-get install ${missing.join(' ')}`,
    );
  }
}

/**
 * Runs npm in a folder; with `nodeHome`, npm and everything it builds use that Node and its headers, whatever the
 * user's configuration says.
 */
function npm(folder: string, command: readonly string[], nodeHome?: string): void {
  const environment = withoutOuterNpm();
  // npm would otherwise stop and ask before it runs node-gyp, which without a terminal means failing.
  environment['npm_config_yes'] = 'true';
  if (nodeHome !== undefined) {
    environment['npm_config_nodedir'] = nodeHome;
    environment['PATH'] = join(nodeHome, 'bin') + delimiter + (environment['PATH'] ?? '');
  }
  const flags = ['--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];
  const script = process.env['npm_execpath'];
  const [program, first] =
    script !== undefined && /npm-cli\.[cm]?js$/.test(script)
      ? [nodeHome === undefined ? process.execPath : join(nodeHome, 'bin', 'node'), [script]]
      : ['npm', []];
  const result = spawnSync(program, [...first, ...command, ...flags], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return;
  if (result.signal === 'SIGINT') throw new PlainError('Interrupted.');
  const output = `${result.stdout}${result.stderr}`.trim().split('\n').slice(-25).join('\n');
  throw new PlainError(
    `code-server could not be installed: npm ${command.join(' ')} failed.\n${output || String(result.error)}`,
  );
}

/** The environment without what an enclosing `npm run` says about this repository; registry and the like stay. */
function withoutOuterNpm(): NodeJS.ProcessEnv {
  const ours = /^(npm_(package|lifecycle|command|node_execpath|execpath|config_local_prefix)|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** code-server's version, as pinned. */
export function pinnedVersion(): string {
  const text = readFileSync(join(pins, 'package.json'), 'utf8');
  return /"code-server": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

/** The folder of code-server's VS Code. */
export function vscodeFolder(tools: Toolchain): string {
  return join(dirname(dirname(dirname(tools.entry))), 'lib', 'vscode');
}
