import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules/registry.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Loads the tests as a mutation run does, outside of vitest, runs the first of each file, and tells the file of each. */
const LOADING = `
  import { engineTests } from './test/mutation/engineTests.mjs';
  const tests = (await engineTests(process.cwd()))();
  for (const [i, { file, run }] of tests.entries()) if (tests[i - 1]?.file !== file) await run();
  process.stdout.write(JSON.stringify(tests.map(({ file }) => file)));
`;

describe('the tests that mutants are tried with', () => {
  it('are loaded in one script, with those of every rule, and pass', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', LOADING], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const files = JSON.parse(output) as readonly string[];
    for (const { id } of rules) expect(files).toContain(`test/unit/rules/${id}.test.ts`);
    expect(files.length).toBeGreaterThan(1000);
  });
});
