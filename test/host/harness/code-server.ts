import type { ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from './plain-error.js';
import { delay, startGroup } from './process-group.js';
import type { Toolchain } from './toolchain.js';

export interface ServerOptions {
  /** The server's own folder: settings, state, logs; its home too, so that it finds nothing of the user's. */
  readonly folder: string;
  /** Extensions installed for this server. */
  readonly extensions: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Lets a page with a `payload` in its address start an extension under development and its tests. */
  readonly driven: boolean;
  /** The workbench's language, such as `zh-cn`. */
  readonly locale: string | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Added to the environment, which extensions inherit. */
  readonly environment: Readonly<Record<string, string>>;
  /** The file that takes the server's output. */
  readonly log: string;
}

export interface CodeServer {
  /** Such as `http://127.0.0.1:34567`. */
  readonly origin: string;
  /** Rejects when the server ends, asked or not. */
  readonly ended: Promise<never>;
  /** Ends the server and every process it started. */
  stop(): Promise<void>;
}

/** How long the server may take to say that it listens. */
const startLimit = 60_000;

/**
 * Settings for a VS Code that keeps quiet (no welcome, no updates, no telemetry, no assistant) and shows a draft whole:
 * its paragraphs are single lines.
 */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Where a code-server keeps what is its own. */
export type ServerPlaces = Pick<ServerOptions, 'folder' | 'extensions'>;

/**
 * Installs a package as a person would on a terminal, unless that was done before.
 *
 * @throws PlainError when code-server refuses it
 */
export async function installPackage(
  tools: Toolchain,
  vsix: string,
  places: ServerPlaces,
  interrupted: Promise<never>,
): Promise<void> {
  // code-server keeps the list of what is installed there.
  if (existsSync(join(places.extensions, 'extensions.json'))) return;
  mkdirSync(places.folder, { recursive: true });
  const group = startGroup(tools.node, [tools.entry, ...placeFlags(places), '--install-extension', vsix], {
    env: serverEnvironment(places.folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [group.child.stdout, group.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  try {
    const code = await Promise.race([group.ended, interrupted]);
    if (code !== 0) throw new PlainError(`${vsix} could not be installed (${code}):\n${output.trim()}`);
  } finally {
    await group.stop();
  }
}

/** Starts code-server on 127.0.0.1 and resolves when it listens. */
export async function startCodeServer(tools: Toolchain, options: ServerOptions): Promise<CodeServer> {
  const data = join(options.folder, 'data');
  mkdirSync(join(data, 'User'), { recursive: true });
  mkdirSync(options.extensions, { recursive: true });
  mkdirSync(dirname(options.log), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(options.settings, undefined, 2));
  if (options.locale !== undefined) writeLanguagePack(data, options.locale);
  const group = startGroup(
    tools.node,
    [
      tools.entry,
      ...placeFlags(options),
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${options.port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      '--disable-getting-started-override',
      ...(options.driven ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
      ...(options.locale === undefined ? [] : ['--locale', options.locale]),
    ],
    {
      env: { ...serverEnvironment(options.folder), ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = group.ended.then((how) => {
    throw new PlainError(`code-server ended (${how}); its output is in ${options.log}`);
  });
  ended.catch(() => undefined);
  const stop = (): Promise<void> => group.stop();

  try {
    const origin = await Promise.race([listening(group.child, options.log), ended, tooSlow(options.log)]);
    return { origin, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function placeFlags({ folder, extensions }: ServerPlaces): readonly string[] {
  // Without a configuration file of its own code-server writes one into the home folder.
  const config = join(folder, 'config.yaml');
  writeFileSync(config, '');
  return ['--config', config, '--user-data-dir', join(folder, 'data'), '--extensions-dir', extensions];
}

/**
 * Makes the workbench believe that a language pack is installed, without which it keeps to English whatever it is told.
 * The pack is empty: VS Code's own texts stay English, while extensions see the language and use their translations.
 */
function writeLanguagePack(data: string, locale: string): void {
  const texts = join(data, 'language-pack.json');
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: 'empty',
    label: locale,
    extensions: [{ extensionIdentifier: { id: 'wenfeng.empty-language-pack' }, version: '1.0.0' }],
    translations: { vscode: texts },
  };
  writeFileSync(join(data, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

function listening(child: ChildProcess, file: string): Promise<string> {
  const log = createWriteStream(file);
  return new Promise((resolve) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        log.write(chunk);
        if (output.length < 100_000) output += chunk;
        const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
  });
}

async function tooSlow(log: string): Promise<never> {
  await delay(startLimit);
  throw new PlainError(`code-server did not start within ${startLimit / 1000} s; its output is in ${log}`);
}

/** The environment without what would lead code-server elsewhere: another VS Code's terminal, npm, a port, a password. */
function serverEnvironment(home: string): NodeJS.ProcessEnv {
  const foreign =
    /^(VSCODE_|CODE_SERVER_|ELECTRON_|npm_|PORT$|PASSWORD$|HASHED_PASSWORD$|NODE_OPTIONS$|INIT_CWD$)/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_DATA_HOME: join(home, 'xdg', 'data'),
    XDG_CONFIG_HOME: join(home, 'xdg', 'config'),
    XDG_CACHE_HOME: join(home, 'xdg', 'cache'),
    // No gallery: nothing is looked up on the network.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}
