import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { readGold } from '../evaluate/gold.js';
import { TEN_RULES, testGold } from './testGold.js';

const folder = resolve(import.meta.dirname, '../drafts');
const goldPaths = readdirSync(folder)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => resolve(folder, name));

describe.each(goldPaths)('%s', (goldPath) => {
  testGold(goldPath);
});

it('says nothing of a draft without faults', () => {
  const text = readFileSync(resolve(folder, 'water-work-report.txt'), 'utf8');
  const { findings } = checkDraft(text, { format: 'plain', segmenter: loadSegmenter().segmenter });
  expect(findings.map(({ message }) => message)).toEqual([]);
});

it('asks for every rule that reports by default', () => {
  const asked = new Set(
    goldPaths.flatMap((path) =>
      readGold(path).entries.flatMap((entry) => (entry.verdict === 'must-flag' ? [entry.rule] : [])),
    ),
  );
  expect([...asked].sort()).toEqual(TEN_RULES.filter((rule) => rule !== 'speech-length').sort());
});
