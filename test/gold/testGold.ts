import { expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import { rules } from '../../server/src/core/rules/registry.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { isMet, readGold } from '../evaluate/gold.js';

const { segmenter } = loadSegmenter();

/** The rules that the samples show. */
export const TEN_RULES: readonly string[] = [
  'paragraph-too-long',
  'sentence-too-long',
  'repeated-phrase',
  'repeated-word',
  'announced-count',
  'ordinal-sequence',
  'unpaired-punctuation',
  'placeholder-left',
  'stray-space',
  'speech-length',
];

/**
 * One test for each entry that must be found or must be left alone, over one check of the draft. Entries of a
 * rule that is not registered judge nothing: a gold file may be ahead of the rules.
 */
export function testGold(goldPath: string): void {
  const gold = readGold(goldPath);
  const result = checkDraft(gold.text, { format: gold.format, segmenter });
  // Rules that wait to be asked for say nothing here, so nothing is asked of them.
  const known = new Set(rules.filter(({ severity }) => severity !== 'off').map(({ id }) => id));

  it('is checked by every rule, and none of them throws', () => {
    expect(result.draft.chinese).toBe(true);
    expect(result.failures).toEqual([]);
  });

  for (const entry of gold.entries) {
    if (!known.has(entry.rule)) continue;
    if (entry.verdict !== 'must-flag' && entry.verdict !== 'must-not-flag') continue;
    it(`${entry.rule} ${entry.verdict} line ${entry.line} “${entry.startText}”: ${entry.why}`, () => {
      const said = result.findings.filter((finding) => finding.rule === entry.rule);
      const places = said.map(({ span, message }) => `${gold.text.slice(span.start, span.end)} ← ${message}`);
      expect(isMet(gold, entry, said), `it said:\n${places.join('\n')}`).toBe(entry.verdict === 'must-flag');
    });
  }
}
