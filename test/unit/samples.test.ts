import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import { rules } from '../../server/src/core/rules/registry.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { TEN_RULES } from '../gold/testGold.js';

const FOLDER = path.join(import.meta.dirname, '../../samples');
const { segmenter } = loadSegmenter();

/** What is to be said of each sample draft: the rule and the first words of the place, in the draft's order. */
const expected: Readonly<Record<string, readonly (readonly [rule: string, words: string])[]>> = {
  'chair-script.txt': [
    ['confusable-word', '做出'],
    ['announced-count', '四项议程'],
    ['placeholder-left', '某某'],
  ],
  'company-annual-meeting.txt': [
    ['pleonasm', '来自于'],
    ['sentence-too-long', '去年五月，为了赶在农机展销会之前亮相'],
    ['placeholder-left', '（待核实）'],
    ['ordinal-sequence', '第四'],
  ],
  'county-mobilisation.txt': [
    ['placeholder-left', '**'],
    ['paragraph-too-long', '前两年，全县在农村环境上下了功夫'],
    ['sentence-too-long', '上个月，县里抽查了四十个村'],
    ['repeated-phrase', '不打招呼、不要陪同、直接进村入户'],
    ['repeated-word', '切实'],
    ['ordinal-sequence', '三要'],
    ['unpaired-punctuation', '“'],
    ['announced-count', '三个到位'],
    ['repeated-phrase', '不打招呼、不要陪同、直接进村入户'],
    ['stray-space', ' '],
  ],
  'safety-meeting.md': [
    ['placeholder-left', 'XX'],
    ['announced-count', '五项措施'],
    ['repeated-word', '认真'],
    ['doubled-word', '是是'],
  ],
  'school-opening.txt': [],
};

/** Characters of each draft, by which the status bar and the reports count. */
const LENGTHS = { least: 1200, most: 3500 };

it('says what to expect of every sample and of no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(expected).sort());
});

/** Without nodejieba's parts of speech a rule about words keeps silent when it is not sure. */
const judged = (id: string): boolean =>
  segmenter.tag !== undefined || rules.some((rule) => rule.id === id && !rule.needsWords);

describe.each(Object.entries(expected))('%s', (file, all) => {
  const places = all.filter(([rule]) => judged(rule));
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  const format = file.endsWith('.md') ? 'markdown' : 'plain';
  const result = checkDraft(text, { format, segmenter });

  it('has the faults that were planted, and nothing else is said of it', () => {
    expect(result.failures).toEqual([]);
    const found = result.findings
      .filter(({ rule }) => judged(rule))
      .map(({ rule, span }, index) => {
        const words = text.slice(span.start, span.end);
        return [rule, words.slice(0, places[index]?.[1].length)];
      });
    expect(found).toEqual(places);
  });

  it('is as long as it should be', () => {
    if (file === 'chair-script.txt') expect(result.characters).toBeLessThan(600);
    else {
      expect(result.characters).toBeGreaterThanOrEqual(LENGTHS.least);
      expect(result.characters).toBeLessThanOrEqual(LENGTHS.most);
    }
  });
});

it('shows every one of the first ten rules that speaks without being asked', () => {
  const shown = Object.values(expected).flatMap((places) => places.map(([rule]) => rule));
  const speaking = TEN_RULES.filter((id) => id !== 'speech-length');
  expect(speaking.filter((id) => !shown.includes(id))).toEqual([]);
});
