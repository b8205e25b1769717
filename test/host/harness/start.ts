import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from './bundle-suite.js';
import { quietSettings, startCodeServer } from './code-server.js';
import { hasDisplay } from './in-desktop.js';
import { findOnPath, outFolder, root } from './paths.js';
import { runMain } from './plain-error.js';
import { Interrupted, interrupted } from './interrupted.js';
import { demandCompiler } from './prerequisites.js';
import { installCodeServer, isInstalled } from './toolchain.js';

const usage = `npm start -- [options]
  --locale LANGUAGE   the language of code-server's window (zh-cn where the environment is Chinese)
  --port NUMBER       code-server's port (the system's choice)
  --code-server       serve code-server even where there is a desktop VS Code
  --extension FOLDER  another extension than this repository's
Environment: VSCODE_EXECUTABLE names a desktop VS Code.`;

await runMain(main);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      locale: { type: 'string' },
      port: { type: 'string', default: '0' },
      'code-server': { type: 'boolean', default: false },
      extension: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.extension === undefined) buildExtension();
  const extension = resolve(values.extension ?? root);
  const samples = join(root, 'samples');

  const desktop = values['code-server'] ? undefined : findDesktop();
  if (desktop !== undefined) return openDesktop(desktop, extension, samples);
  return serve(extension, samples, Number(values.port), values.locale ?? environmentLocale());
}

/** Named by VSCODE_EXECUTABLE, or `code` on PATH where a window can be shown. */
function findDesktop(): string | undefined {
  const named = process.env['VSCODE_EXECUTABLE'] ?? '';
  if (named !== '') return named;
  return hasDisplay() ? findOnPath('code', 'codium') : undefined;
}

/** Opens a window that outlives this process, as `code` does. */
function openDesktop(executable: string, extension: string, folder: string): Promise<number> {
  const asRoot = process.getuid?.() === 0;
  const windows = process.platform === 'win32';
  const args = [
    '--new-window',
    `--extensionDevelopmentPath=${extension}`,
    ...(asRoot ? ['--no-sandbox', '--user-data-dir', join(tmpdir(), 'wenfeng-start-data')] : []),
    folder,
  ];
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(
      windows ? `"${executable}"` : executable,
      windows ? args.map((arg) => `"${arg}"`) : args,
      {
        env,
        shell: windows,
        stdio: 'ignore',
        detached: true,
      },
    );
    child.once('error', fail);
    child.once('spawn', () => {
      child.unref();
      console.log(`opened ${folder} in ${executable}`);
      done(0);
    });
  });
}

/** Serves the samples on 127.0.0.1 until interrupted. */
async function serve(
  extension: string,
  folder: string,
  port: number,
  locale: string | undefined,
): Promise<number> {
  if (!isInstalled()) demandCompiler();
  const stopped = interrupted();
  const log = (line: string): void => {
    console.log(line);
  };
  const tools = await installCodeServer(log, stopped);
  const scratch = mkdtempSync(join(tmpdir(), 'wenfeng-start-'));
  try {
    const server = await startCodeServer(tools, {
      folder: join(scratch, 'home'),
      extensions: linkExtension(extension, join(scratch, 'extensions')),
      port,
      driven: false,
      locale,
      settings: quietSettings,
      environment: {},
      log: join(outFolder, 'start', 'code-server.log'),
    });
    try {
      const address = new URL(server.origin);
      address.searchParams.set('folder', folder);
      log(`\nOpen ${address.href}\nCtrl+C ends it.`);
      await Promise.race([server.ended, stopped]);
    } catch (error) {
      // Being interrupted is the way to end it.
      if (!(error instanceof Interrupted)) throw error;
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
  return 0;
}

/** An extensions folder with this one extension in it, as a link, so that a rebuild and a reload show a change. */
function linkExtension(extension: string, folder: string): string {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as {
    publisher: string;
    name: string;
    version: string;
  };
  mkdirSync(folder, { recursive: true });
  symlinkSync(extension, join(folder, `${publisher}.${name}-${version}`), 'dir');
  return folder;
}

/** `zh-cn` where the environment's language is Chinese. */
function environmentLocale(): string | undefined {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return [LC_ALL, LC_MESSAGES, LANG]
    .find((value) => value !== undefined && value !== '')
    ?.startsWith('zh') === true
    ? 'zh-cn'
    : undefined;
}
