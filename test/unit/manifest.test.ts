import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Setting {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly order?: number;
  readonly scope?: string;
  readonly default?: unknown;
  readonly markdownDescription?: string;
}

interface MenuItem {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<string, { readonly supported: unknown }>>;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings?: readonly MenuItem[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { commands, menus, keybindings = [], configuration } = manifest.contributes;
const declared = commands.map(({ command }) => command);
const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('client/src', name), 'utf8'))
  .join('\n');

/** Commands that always apply, so that nothing tells when they do not. */
const ALWAYS: readonly string[] = [
  'wenfeng.manageIgnored',
  'wenfeng.openRule',
  'wenfeng.newGuide',
  'wenfeng.restartServer',
  'wenfeng.showLog',
  'wenfeng.newDraft',
  'wenfeng.openSample',
  'wenfeng.showMenu',
];

describe('commands of the manifest', () => {
  it('are at least fourteen, each once, with a category', () => {
    expect(new Set(declared).size).toBe(declared.length);
    expect(declared.length).toBeGreaterThanOrEqual(14);
    expect(commands.filter(({ category }) => category !== '%command.category%')).toEqual([]);
  });

  it('have titles to be looked up in both languages', () => {
    expect(commands.filter(({ title }) => !/^%[^%]+%$/u.test(title))).toEqual([]);
  });

  it('say when they apply unless they always do', () => {
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when !== undefined);
    const silent = commands
      .filter(({ enablement }) => enablement === undefined)
      .map(({ command }) => command)
      .filter((command) => !hidden.some((item) => item.command === command));
    expect(silent.filter((command) => !ALWAYS.includes(command))).toEqual([]);
  });

  it('are registered by the client', () => {
    const unregistered = declared.filter((command) => {
      const name = command.replace('wenfeng.', '');
      return !new RegExp(`['"\`](?:wenfeng\\.)?${name}['"\`]`, 'u').test(sources);
    });
    expect(unregistered).toEqual([]);
  });

  it('are the ones that menus and keys name', () => {
    const named = [...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []);
    expect(named.filter((command) => command.startsWith('wenfeng.') && !declared.includes(command))).toEqual(
      [],
    );
  });
});

describe('settings of the manifest', () => {
  const settings = configuration.flatMap(({ properties }) => Object.entries(properties));

  it('have a scope, an order and a description to be looked up', () => {
    const incomplete = settings.filter(
      ([, { scope, order, markdownDescription }]) =>
        scope === undefined || order === undefined || !/^%[^%]+%$/u.test(markdownDescription ?? ''),
    );
    expect(incomplete.map(([name]) => name)).toEqual([]);
  });

  it('have a default', () => {
    expect(settings.filter((entry) => entry[1].default === undefined).map(([name]) => name)).toEqual([]);
  });

  it('describe each value that can be chosen', () => {
    const bare = settings.filter(
      ([name, setting]) =>
        // The values of a trace are VS Code's own words.
        name !== 'wenfeng.trace.server' && setting.enum?.length !== setting.enumDescriptions?.length,
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });

  it('stand in an order of their own within each group', () => {
    for (const { title, properties } of configuration) {
      const orders = Object.values(properties).map(({ order }) => order);
      expect(new Set(orders).size, title).toBe(orders.length);
    }
  });
});

describe('the manifest', () => {
  it('starts the extension for nothing but drafts, guides and a report that was left open', () => {
    expect(
      manifest.activationEvents.filter(
        (event) =>
          !/^(?:onLanguage:|workspaceContains:\.wenfeng\.json$|onWebviewPanel:wenfeng\.report$)/u.test(event),
      ),
    ).toEqual([]);
  });

  it('says how far restricted and virtual workspaces are served', () => {
    expect(manifest.capabilities['untrustedWorkspaces']).toMatchObject({
      supported: 'limited',
      // What leads out of the workspace, or to files of any size.
      restrictedConfigurations: ['wenfeng.bulk.include', 'wenfeng.bulk.maxFileSize'],
    });
    expect(manifest.capabilities['virtualWorkspaces']?.supported).toBe('limited');
  });

  it('names only files that are there', () => {
    const paths = [...readFileSync('package.json', 'utf8').matchAll(/"(\.\/[^"]+)"/gu)]
      .map(([, path]) => path ?? '')
      .filter((path) => !path.startsWith('./dist/'));
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});
