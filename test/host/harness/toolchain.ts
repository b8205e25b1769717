import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, toolsFolder } from './paths.js';
import { PlainError } from './plain-error.js';
import { startGroup } from './process-group.js';

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
 * @throws PlainError when this is not Linux or npm fails
 */
export async function installCodeServer(
  log: (line: string) => void,
  interrupted: Promise<never>,
): Promise<Toolchain> {
  const nodePackage = `node-linux-${process.arch}`;
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new PlainError(
      'No desktop VS Code: set VSCODE_EXECUTABLE to one (code-server stands in on Linux only).',
    );
  }
  const folder = installedFolder();
  if (!existsSync(folder)) {
    removeAbandoned();
    const building = `${folder}.${process.pid}.incomplete`;
    log('installing code-server into .vscode-test (once, about a minute, 700 MB) ...');
    try {
      await build(building, nodePackage, interrupted);
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

/** Whether {@link installCodeServer} would have nothing to do. */
export function isInstalled(): boolean {
  return existsSync(installedFolder());
}

function installedFolder(): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of pinFiles) hash.update(readFileSync(join(pins, file)));
  return join(toolsFolder, `code-server-${hash.digest('hex').slice(0, 12)}`);
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

async function build(folder: string, nodePackage: string, interrupted: Promise<never>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const file of pinFiles) cpSync(join(pins, file), join(folder, file));
  const npm = (at: string, command: readonly string[], nodeHome?: string): Promise<void> =>
    runNpm(at, command, nodeHome, interrupted);
  // Scripts stay off: code-server's own would build kerberos too, which needs a library few machines have.
  await npm(folder, ['ci', '--ignore-scripts', '--include=optional']);

  const node24 = join(folder, 'node_modules', nodePackage);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  // The inner lock file lacks a peer dependency, which npm ci refuses unless it ignores peers.
  const inner = ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'];
  await npm(vscode, inner, node24);
  await npm(join(vscode, 'extensions'), inner, node24);
  await npm(vscode, ['rebuild', '--ignore-scripts=false', ...natives], node24);
  for (const name of unused) rmSync(join(vscode, 'node_modules', name), { recursive: true, force: true });
}

/**
 * Runs npm in a folder; with `nodeHome`, npm and everything it builds use that Node and its headers, whatever the
 * user's configuration says.
 */
async function runNpm(
  folder: string,
  command: readonly string[],
  nodeHome: string | undefined,
  interrupted: Promise<never>,
): Promise<void> {
  const environment = withoutOuterNpm();
  // npm would otherwise stop and ask before it runs node-gyp, which without a terminal means failing.
  environment['npm_config_yes'] = 'true';
  if (nodeHome !== undefined) {
    environment['npm_config_nodedir'] = nodeHome;
    environment['PATH'] = join(nodeHome, 'bin') + delimiter + (environment['PATH'] ?? '');
  }
  const flags = ['--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];
  const script = process.env['npm_execpath'] ?? '';
  const [program, first] = /npm-cli\.[cm]?js$/.test(script)
    ? [nodeHome === undefined ? process.execPath : join(nodeHome, 'bin', 'node'), [script]]
    : ['npm', []];
  const group = startGroup(program, [...first, ...command, ...flags], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [group.child.stdout, group.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  let code: number | NodeJS.Signals;
  try {
    code = await Promise.race([group.ended, interrupted]);
  } finally {
    await group.stop();
  }
  if (code === 0) return;
  const tail = output.trim().split('\n').slice(-25).join('\n');
  throw new PlainError(`code-server could not be installed: npm ${command.join(' ')} failed.\n${tail}`);
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
