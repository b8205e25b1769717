import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { quick } from './measure.js';

/** Another checker, with what it is called and its version. */
export interface Rival {
  readonly name: string;
  /** Checks a plain text, and returns how much it found. */
  readonly check: (text: string) => Promise<number> | number;
}

/** The other checkers, each by its own interface for programs, so that none pays for starting a process. */
export interface Rivals {
  readonly zhlint: Rival;
  readonly autocorrect: Rival;
  /** textlint with nothing but its rule on the length of sentences, which knows Chinese full stops. */
  readonly textlint: Rival;
}

/** Their own folder: the product neither has them nor knows them. */
const FOLDER = resolve('test/bench/rivals');
const LOCK = join(FOLDER, 'package-lock.json');
const INSTALLED = join(FOLDER, 'node_modules/.installed-lock.json');

/** The length that a sentence may have for textlint; about as many findings as our own limit gives. */
const SENTENCE_LENGTH = 100;

/**
 * The other checkers, installed when they are not there yet. Undefined where that cannot be done, which is told:
 * the rest of the bench goes on. A quick run does not install anything.
 */
export function loadRivals(): Rivals | undefined {
  if (isInstalled() || (!quick && install())) return rivals();
  console.error('The other checkers are not installed, so nothing is measured beside ours.');
  return undefined;
}

function isInstalled(): boolean {
  return existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === readFileSync(LOCK, 'utf8');
}

function install(): boolean {
  console.error('Installing the other checkers below test/bench/rivals (once, 40 MB) …');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) writeFileSync(INSTALLED, readFileSync(LOCK));
  else console.error(stderr.trim().split('\n').slice(0, 3).join('\n'));
  return status === 0;
}

function rivals(): Rivals {
  const load = createRequire(join(FOLDER, 'package.json'));
  const { dependencies: versions } = load('./package.json') as { dependencies: Record<string, string> };
  const named = (name: string): string => `${name} ${versions[name] ?? ''}`;

  const zhlint = load('zhlint') as {
    run(text: string, options: { rules: { preset: string } }): { validations: unknown[] };
  };
  const autocorrect = load('autocorrect-node') as {
    lintFor(text: string, name: string): { lines: unknown[] };
  };
  const { TextlintKernel } = load('@textlint/kernel') as {
    TextlintKernel: new () => { lintText(text: string, options: object): Promise<{ messages: unknown[] }> };
  };
  const kernel = new TextlintKernel();
  const textlintOptions = {
    ext: '.txt',
    filePath: 'draft.txt',
    plugins: [{ pluginId: 'text', plugin: defaultOf(load('@textlint/textlint-plugin-text')) }],
    rules: [
      {
        ruleId: 'sentence-length',
        rule: defaultOf(load('textlint-rule-sentence-length')),
        options: { max: SENTENCE_LENGTH },
      },
    ],
  };
  return {
    zhlint: {
      name: named('zhlint'),
      check: (text) => zhlint.run(text, { rules: { preset: 'default' } }).validations.length,
    },
    autocorrect: {
      name: named('autocorrect-node'),
      check: (text) => autocorrect.lintFor(text, 'draft.txt').lines.length,
    },
    textlint: {
      name: `textlint ${versions['@textlint/kernel'] ?? ''}, sentence-length ${versions['textlint-rule-sentence-length'] ?? ''}`,
      check: async (text) => (await kernel.lintText(text, textlintOptions)).messages.length,
    },
  };
}

function defaultOf(module: unknown): unknown {
  return (module as { default?: unknown }).default ?? module;
}
