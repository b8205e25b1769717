import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_NAMES, IGNORED_NAMES, OVERRIDE_NAMES } from '../../../server/src/core/guide/parseGuide.js';
import { PRESET_NAMES } from '../../../server/src/core/guide/presets.js';
import { guideSchema } from '../../../server/src/core/guide/schema.js';
import { STRUCTURE_NAMES } from '../../../server/src/core/guide/readStructures.js';
import { rules } from '../../../server/src/core/rules/registry.js';

interface Part {
  readonly properties: Readonly<Record<string, Part>>;
  readonly items: Part;
  readonly anyOf: readonly Part[];
  readonly enum: readonly string[];
  readonly markdownDescription: string;
}

const schema = JSON.parse(JSON.stringify(guideSchema())) as Part & {
  readonly definitions: Readonly<Record<string, Part>>;
};

describe('the schema of guide files', () => {
  it('stands in the file that the extension contributes', () => {
    const shipped: unknown = JSON.parse(readFileSync('schema/wenfeng.schema.json', 'utf8'));
    expect(shipped).toEqual(schema);
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: unknown };
    expect(manifest.contributes).toMatchObject({
      languages: [{ id: 'jsonc', filenames: ['.wenfeng.json'] }],
      jsonValidation: [{ fileMatch: '.wenfeng.json', url: './schema/wenfeng.schema.json' }],
    });
  });

  it('offers what the reader of guide files knows, and nothing else', () => {
    const { properties } = schema;
    expect(Object.keys(properties).sort()).toEqual([...FILE_NAMES].sort());
    expect(Object.keys(properties['overrides']?.items.properties ?? {}).sort()).toEqual(
      [...OVERRIDE_NAMES].sort(),
    );
    expect(Object.keys(properties['ignored']?.items.properties ?? {}).sort()).toEqual(
      [...IGNORED_NAMES].sort(),
    );
    expect(Object.keys(properties['structures']?.items.properties ?? {}).sort()).toEqual(
      [...STRUCTURE_NAMES].sort(),
    );
    expect(properties['extends']?.anyOf[0]?.enum).toEqual(PRESET_NAMES);
  });

  it.each(rules)('offers the severity and the options of $id, and says what it is', (rule) => {
    expect(Object.keys(schema.definitions['rules']?.properties ?? {})).toContain(rule.id);
    const definition = schema.definitions[rule.id];
    const options = definition?.anyOf.at(-1)?.properties ?? {};
    expect(Object.keys(options)).toEqual(['severity', ...Object.keys(rule.options)]);
    for (const part of [definition, ...Object.values(options)]) {
      expect(part?.markdownDescription).toMatch(/^.*\p{Script=Han}.*[。？！]\n\n[^\n]+$/u);
    }
  });
});
