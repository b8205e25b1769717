import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules/registry.js';
import { engineTests } from '../mutation/engineTests.mjs';

describe('the tests that mutants are tried with', () => {
  it('are loaded in one script, with those of every rule, and pass', async () => {
    const load = await engineTests(path.resolve(import.meta.dirname, '../..'));
    const tests = load();
    const files = new Set(tests.map(({ file }) => file));
    for (const { id } of rules) expect(files).toContain(`test/unit/rules/${id}.test.ts`);
    expect(tests.length).toBeGreaterThan(1000);
    const some = tests.filter(({ file }) => file.endsWith('/quote-dunhao.test.ts'));
    expect(some.length).toBeGreaterThan(5);
    for (const { run } of some) await run();
  });
});
