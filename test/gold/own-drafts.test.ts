import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import { rules } from '../../server/src/core/rules/registry.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { readGold } from '../evaluate/gold.js';
import { EXEMPLARY, ownGoldPaths } from './ownDrafts.js';
import { testGold } from './testGold.js';

/** Rules that no draft of two pages can break: a mere figure, and a word worn out over ten pages. */
const UNASKED = new Set(['speech-length', 'overused-word']);

describe.each(ownGoldPaths.map((path) => [basename(path), path] as const))('%s', (_, path) => {
  testGold(path);
});

describe('the own drafts', () => {
  const { segmenter } = loadSegmenter();
  const golds = ownGoldPaths.map(readGold);

  it('are twelve or more, as long as short speeches are', () => {
    expect(golds.length).toBeGreaterThanOrEqual(12);
    for (const { draftPath, format, text } of golds) {
      const { characters } = checkDraft(text, { format });
      expect(characters, draftPath).toBeGreaterThanOrEqual(1200);
      expect(characters, draftPath).toBeLessThanOrEqual(5000);
    }
  });

  it('ask for every rule that reports by default, and forbid it somewhere', () => {
    const asked = (verdicts: readonly string[]): Set<string> =>
      new Set(
        golds.flatMap(({ entries }) =>
          entries.flatMap(({ verdict, rule }) => (verdicts.includes(verdict) ? [rule] : [])),
        ),
      );
    const wanted = asked(['must-flag', 'should-flag']);
    const forbidden = asked(['must-not-flag']);
    const reporting = rules
      .filter(({ id, severity }) => severity !== 'off' && !UNASKED.has(id))
      .map(({ id }) => id);
    expect(reporting.filter((id) => !wanted.has(id))).toEqual([]);
    expect(reporting.filter((id) => !forbidden.has(id))).toEqual([]);
  });

  it.each(EXEMPLARY)('%s is left in peace', (name) => {
    const gold = golds.find(({ draftPath }) => basename(draftPath).startsWith(`${name}.`));
    if (gold === undefined) throw new Error(`no gold for ${name}`);
    const { findings } = checkDraft(gold.text, { format: gold.format, segmenter });
    expect(findings.map(({ rule, span }) => `${rule}: ${gold.text.slice(span.start, span.end)}`)).toEqual([]);
  });
});
