import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { PULL, TestClient } from '../lsp/client.js';
import { filesBelow, pack, ROOT } from './packing.js';

const WINDOWS = process.platform === 'win32';
const JIEBA = path.join(ROOT, 'node_modules/nodejieba');
const BINARY = 'build/Release/nodejieba.node';
const DRAFT = '请某某同志讲话。\n我们要切实管好茶园，切实修好道路。\n';

/** Was empty before the package was installed there. */
let folder: string;
let packages: string;

beforeAll(() => {
  packages = mkdtempSync(path.join(tmpdir(), 'wenfeng-packages-'));
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-user-'));
  const { code, stderr } = pack('--target', 'npm', '--outdir', packages);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const tarball = path.join(packages, `wenfeng-${manifest.version}.tgz`);
  // Without nodejieba, which is optional: nothing is fetched, and nothing is compiled.
  npm('npm', 'install', '--offline', '--omit=optional', '--no-audit', '--no-fund', tarball);
  writeFileSync(path.join(folder, 'draft.txt'), DRAFT);
}, 300_000);
afterAll(() => {
  for (const made of [folder, packages]) rmSync(made, { recursive: true, force: true });
});

/** Runs npm or npx in the user's folder, as at a prompt. */
function npm(
  command: 'npm' | 'npx',
  ...args: readonly string[]
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const ours = /^npm_|^INIT_CWD$|^NODE_OPTIONS$/u;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    shell: WINDOWS,
  });
  return { code: status, stdout, stderr };
}

/** The rules of the findings that `npx wenfeng check` reports as JSON on the draft. */
function checked(): { readonly rules: readonly string[]; readonly stderr: string } {
  const { stdout, stderr } = npm('npx', '--offline', 'wenfeng', 'check', '--format', 'json', 'draft.txt');
  const report = JSON.parse(stdout) as { files: { findings: { rule: string }[] }[] };
  return { rules: report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)), stderr };
}

/** The examples of docs/library.md in a language. */
function examples(language: 'ts' | 'js'): string[] {
  const page = readFileSync(path.join(ROOT, 'docs/library.md'), 'utf8');
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].flatMap(([, of, code = '']) =>
    of === language ? [code] : [],
  );
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

interface HookConfiguration {
  readonly repos: readonly { readonly hooks: readonly Hook[] }[];
}

interface Action {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

interface Workflow {
  readonly jobs: {
    readonly wenfeng: {
      readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, unknown>> }[];
    };
  };
}

/** What a file of the project in YAML says. */
function yaml(file: string): unknown {
  return parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

function node(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}

describe('the npm package in an empty folder', () => {
  const installed = (): string => path.join(folder, 'node_modules', 'wenfeng');

  it('holds what it needs, and nothing else', () => {
    const files = readdirSync(installed(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(installed(), path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'));
    const dictionary = ['dictionary.json', 'hmm-model', 'no-keywords', 'no-more-words', 'words'];
    expect(files.sort()).toEqual(
      [
        ...['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'THIRD_PARTY_NOTICES.md'],
        ...['cli', 'globby', 'iconv-lite', 'library', 'report', 'server', 'worker'].map(
          (name) => `dist/${name}.js`,
        ),
        'dist/library.d.ts',
        ...dictionary.map((name) => `dist/dictionary/${name}${name.endsWith('.json') ? '' : '.utf8'}`),
        'package.json',
        ...['docs/rules', 'schema'].flatMap(filesBelow),
      ].sort(),
    );
  });

  it('checks by npx without nodejieba, and says so in a line', () => {
    const { rules, stderr } = checked();
    expect(rules).toEqual(['placeholder-left', 'repeated-word']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('Intl.Segmenter')]);
    expect(npm('npx', '--offline', 'wenfeng', 'check', 'draft.txt').code).toBe(1);
  });

  it('is what its documentation says to a program in TypeScript, as an ES module and as CommonJS', () => {
    const [code, ...more] = examples('ts');
    expect(more).toEqual([]);
    for (const name of ['esm.mts', 'cjs.cts']) writeFileSync(path.join(folder, name), code ?? '');
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, types: [] },
        files: ['esm.mts', 'cjs.cts'],
      }),
    );
    node(path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder);
    const said =
      '12 字，约 0.1 分钟\nerror placeholder-left “某某”：这里的“某某”是占位符，还没有换成真正的内容，请补上。\n';
    expect(node('esm.mjs')).toBe(said);
    expect(node('cjs.cjs')).toBe(said);
  });

  it('is what its documentation says to a program in JavaScript', () => {
    const [code, ...more] = examples('js');
    expect(more).toEqual([]);
    writeFileSync(path.join(folder, 'fix.cjs'), code ?? '');
    expect(node('fix.cjs')).toBe('改了 1 处：同志们：\n我们要抓好秋粮收储。\n\n');
  });

  it('serves an editor', async () => {
    const { bin } = JSON.parse(
      readFileSync(path.join(installed(), 'package.json'), 'utf8'),
    ) as typeof manifest;
    const script = path.join(installed(), bin['wenfeng-language-server']);
    const server = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const client = new TestClient(
        createProtocolConnection(
          new StreamMessageReader(server.stdout),
          new StreamMessageWriter(server.stdin),
        ),
        () => undefined,
      );
      await client.initialize({ capabilities: PULL });
      expect(client.server?.serverInfo).toEqual({ name: 'wenfeng', version: manifest.version });
      await client.open('file:///drafts/a.txt', DRAFT);
      const [finding] = await client.diagnostics('file:///drafts/a.txt');
      expect(existsSync(new URL(finding?.codeDescription?.href ?? ''))).toBe(true);
    } finally {
      server.kill();
    }
  });

  it('is what the hook of pre-commit runs on each draft of a commit', () => {
    const [hook, ...more] = yaml('.pre-commit-hooks.yaml') as Hook[];
    expect(more).toEqual([]);
    expect(hook).toMatchObject({ id: 'wenfeng', language: 'node', require_serial: true });
    const files = new RegExp(hook?.files ?? '');
    expect(
      ['a.txt', '会议/b.md', 'c.docx', 'd.json', 'e.txt.bak'].filter((name) => files.test(name)),
    ).toEqual(['a.txt', '会议/b.md', 'c.docx']);
    const [command = '', ...args] = hook?.entry.split(' ') ?? [];
    const ran = npm('npx', '--offline', command, ...args, '--fail-on', 'warning', 'draft.txt');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('placeholder-left');
  });

  it.skipIf(WINDOWS)('is what the action for GitHub runs, which marks findings in files', () => {
    const { inputs, runs } = yaml('action.yml') as Action;
    const step = runs.steps.find(({ run }) => run !== undefined);
    const given: Record<string, string> = { paths: 'draft.txt\n没有的稿子.txt\n', 'fail-on': 'warning' };
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => [
      name,
      value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/u, (_, input: string) => given[input] ?? ''),
    ]);
    const ran = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? ''], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...(Object.fromEntries(env) as Record<string, string>),
        GITHUB_ACTION_PATH: ROOT,
        // What is fetched elsewhere is installed here.
        npm_config_offline: 'true',
      },
    });
    expect(Object.keys(inputs).sort()).toEqual(Object.keys(given).sort());
    expect(ran.stdout).toMatch(/^::error file=draft\.txt,line=1,.*::.*占位符/mu);
    expect(ran.stderr).toContain('没有的稿子.txt');
    expect(ran.status).not.toBe(0);
  });

  it('is set up for a repository as the documentation says', () => {
    const page = readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8');
    const [workflow, ofProject, ofPackage] = [...page.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(
      ([, code = '']) => parse(code) as unknown,
    ) as [Workflow, HookConfiguration, HookConfiguration];
    const action = workflow.jobs.wenfeng.steps.find(({ uses }) => uses.includes('/wenfeng@'));
    const { inputs } = yaml('action.yml') as Action;
    expect(Object.keys(action?.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
    const [hook] = yaml('.pre-commit-hooks.yaml') as Hook[];
    expect(ofProject.repos[0]?.hooks[0]?.id).toBe(hook?.id);
    expect(ofPackage.repos[0]?.hooks[0]).toMatchObject({ entry: hook?.entry, files: hook?.files });
  });

  // Last: it stays there.
  it.runIf(existsSync(path.join(JIEBA, BINARY)))('checks by npx with nodejieba where it is installed', () => {
    for (const name of ['package.json', 'index.js', BINARY])
      cpSync(path.join(JIEBA, name), path.join(folder, 'node_modules/nodejieba', name));
    expect(checked()).toEqual({ rules: ['placeholder-left', 'repeated-word'], stderr: '' });
  });
});
