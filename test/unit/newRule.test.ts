import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ID = 'tried-rule';
const RULE = `server/src/core/rules/${ID}.ts`;
const TEST = `test/unit/rules/${ID}.test.ts`;

/** What of the tree a new rule has to do with. */
const COPIED = [
  ...[
    'server',
    'client/src',
    'test/unit',
    'test/arbitraries',
    'test/dictionary.mjs',
    'docs',
    'schema',
    'scripts',
  ],
  ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'README.md', 'README.zh-CN.md'],
  ...['tsconfig.json', 'eslint.config.mjs', 'vitest.config.mts', '.prettierrc.json', '.prettierignore'],
];

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** The site of the docs has packages of its own. */
const filter = (file: string): boolean => path.basename(file) !== 'node_modules';

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'wenfeng-new-rule-'));
  for (const name of COPIED)
    cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true, filter });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  // Types and lint would read the whole of every project for the sake of two files.
  for (const [project, types, files] of [
    ['client', [], ['../server/src/core/localized.ts']],
    ['server', [], ['src/core/localized.ts']],
    ['test', ['node'], [`../${TEST}`]],
  ] as const) {
    const config = { extends: '../tsconfig.json', compilerOptions: { types }, files };
    mkdirSync(path.join(copy, project), { recursive: true });
    writeFileSync(path.join(copy, project, 'tsconfig.json'), JSON.stringify(config));
  }
}, 60_000);
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Runs a script of the copy, or a tool that is installed. */
function node(script: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: copy }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

describe('npm run new-rule', () => {
  it.each([
    [[], /^Name the fault: npm run new-rule -- some-id\n$/u],
    [['Tried_Rule'], /^“Tried_Rule” is no id: write small letters[^\n]*\n$/u],
    [['../rule'], /is no id/u],
    [['stray-space'], /^server\/src\/core\/rules\/stray-space\.ts is there already[^\n]*\n$/u],
  ])('given %j says what to do, and writes nothing', async (args, said) => {
    const { code, output } = await node('scripts/newRule.mjs', ...args);
    expect(code).toBe(2);
    expect(output).toMatch(said);
    expect(readFileSync(path.join(copy, 'package.json'), 'utf8')).not.toContain(ID);
  });

  it('writes a rule that passes everything but the check that it was written out', async () => {
    const { code, output } = await node('scripts/newRule.mjs', ID);
    expect(code, output).toBe(0);
    for (const file of [RULE, TEST, `docs/rules/${ID}.md`]) expect(output).toContain(file);

    const report = path.join(copy, 'report.json');
    const written = [RULE, TEST, 'server/src/core/rules/registry.ts'];
    const [tests, ...checks] = await Promise.all([
      node(
        'node_modules/vitest/vitest.mjs',
        ...['run', TEST, 'test/unit/docs.test.ts', '-t', ID, '--reporter=json', `--outputFile=${report}`],
      ),
      node('scripts/generate.mjs', '--check'),
      node('node_modules/typescript/bin/tsc', '-p', 'test', '--noEmit'),
      node('node_modules/eslint/bin/eslint.js', ...written),
      node('node_modules/prettier/bin/prettier.cjs', '--check', 'package.json', ...written),
    ]);
    for (const check of checks) expect(check.code, check.output).toBe(0);
    expect(failuresIn(report), tests.output).toEqual([
      `the page of ${ID} is written out, as the rule and its test are: no mark of a new rule is left`,
    ]);
  }, 120_000);
});

/** The names of the tests that failed; an error when none passed. */
function failuresIn(report: string): readonly string[] {
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly numPassedTests: number;
    readonly testResults: readonly {
      readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
    }[];
  };
  if (numPassedTests < 10) throw new Error(`only ${String(numPassedTests)} tests passed`);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
}
