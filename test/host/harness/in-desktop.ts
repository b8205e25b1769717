import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
  TestRunFailedError,
} from '@vscode/test-electron';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChannel } from './channel.js';
import { quietSettings } from './code-server.js';
import { root, toolsFolder } from './paths.js';
import { PlainError } from './plain-error.js';
import { environmentNames } from './protocol.js';
import { timeUp, type RunPlan } from './run-plan.js';

/** How long the download site may take to answer, in milliseconds. */
const probeLimit = 5_000;

/** Whether this machine can show a desktop window. */
export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' ||
    ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '')
  );
}

/** The version of desktop VS Code that the environment asks for; undefined for the newest. */
export function wantedVersion(): string | undefined {
  const wanted = process.env['WENFENG_VSCODE'] ?? '';
  if (wanted !== 'oldest') return wanted === '' ? undefined : wanted;
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const oldest = /"vscode": "\^([\d.]+)"/.exec(manifest)?.[1];
  if (oldest === undefined) throw new PlainError('package.json does not say which VS Code it needs.');
  return oldest;
}

/** Downloads desktop VS Code below .vscode-test, or finds it there; undefined where it cannot be reached. */
export async function downloadDesktop(log: (line: string) => void): Promise<string | undefined> {
  const downloaded =
    existsSync(toolsFolder) &&
    readdirSync(toolsFolder).some((name) => /^vscode-(linux|darwin|win32)/.test(name));
  if (!downloaded && !(await canReachDownloads())) return undefined;
  try {
    const version = wantedVersion();
    return await downloadAndUnzipVSCode({
      cachePath: toolsFolder,
      extensionDevelopmentPath: root,
      ...(version === undefined ? {} : { version }),
    });
  } catch (error) {
    log(`desktop VS Code could not be downloaded: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

async function canReachDownloads(): Promise<boolean> {
  try {
    const response = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(probeLimit),
    });
    return response.ok && Array.isArray(await response.json());
  } catch {
    return false;
  }
}

/** Runs the suite in a desktop VS Code, whose window the harness does not drive. */
export async function runInDesktop(plan: RunPlan, executable: string): Promise<void> {
  plan.log(`desktop VS Code ${executable}`);
  const data = join(plan.scratch, 'data');
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(quietSettings));
  const places = ['--user-data-dir', data, '--extensions-dir', plan.extensions];
  if (plan.vsix !== undefined) installPackage(executable, plan.vsix, places, plan.extensions);
  const channel = await openChannel(({ call, argument }) => {
    if (call !== 'log') throw new Error('The window of a desktop VS Code is not driven.');
    plan.log(argument);
    return Promise.resolve([]);
  });
  try {
    await Promise.race([
      runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: plan.developed,
        extensionTestsPath: plan.suite,
        launchArgs: [
          ...(plan.workspace === undefined ? [] : [plan.workspace]),
          ...places,
          ...(plan.locale === undefined ? [] : ['--locale', plan.locale]),
        ],
        extensionTestsEnv: {
          [environmentNames.address]: channel.address,
          [environmentNames.packed]: plan.vsix === undefined ? '' : '1',
          [environmentNames.result]: plan.result,
          [environmentNames.grep]: plan.grep,
          // Inherited from another VS Code's terminal, it would make this one a plain Node.
          ELECTRON_RUN_AS_NODE: undefined,
        },
      }),
      plan.interrupted,
      timeUp(plan),
    ]);
  } catch (error) {
    // A failed test ends VS Code with an exit code; which test it was stands in the result.
    if (error instanceof TestRunFailedError) return;
    // The window is out of reach but for this: runTests closes it on the first SIGINT and ends it on the second.
    process.emit('SIGINT');
    process.emit('SIGINT');
    throw error;
  } finally {
    channel.close();
  }
}

/**
 * Installs a package as a person would on a terminal, unless that was done before.
 *
 * @throws PlainError when VS Code refuses it
 */
function installPackage(
  executable: string,
  vsix: string,
  places: readonly string[],
  extensions: string,
): void {
  if (existsSync(join(extensions, 'extensions.json'))) return;
  // The flags that come with it would install into another place.
  const [command = executable] = resolveCliArgsFromVSCodeExecutablePath(executable);
  const windows = process.platform === 'win32';
  const args = [...places, '--install-extension', vsix];
  const asRoot = process.getuid?.() === 0;
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    windows ? `"${command}"` : command,
    windows ? args.map((arg) => `"${arg}"`) : [...args, ...(asRoot ? ['--no-sandbox'] : [])],
    { env, encoding: 'utf8', shell: windows },
  );
  if (status !== 0) throw new PlainError(`${vsix} could not be installed:\n${stdout}${stderr}`.trim());
}
