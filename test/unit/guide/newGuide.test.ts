import { describe, expect, it } from 'vitest';
import { minutesOf, newGuide } from '../../../server/src/core/guide/newGuide.js';
import { parseGuide } from '../../../server/src/core/guide/parseGuide.js';
import { PRESET_NAMES } from '../../../server/src/core/guide/presets.js';

describe.each(['zh', 'en'] as const)('a new guide file in %s', (language) => {
  it.each(PRESET_NAMES)('builds upon %s without a mistake', (preset) => {
    const { file, problems } = parseGuide(newGuide({ preset, maxMinutes: 25 }, language));
    expect(problems).toEqual([]);
    expect(file.bases).toEqual([{ kind: 'preset', name: preset }]);
    expect(file.rules).toEqual({ 'speech-length': { options: { maxMinutes: 25 } } });
  });

  it('has examples that hold once their slashes are taken away', () => {
    const text = newGuide({ preset: 'plain' }, language);
    expect(parseGuide(text).file.rules).toEqual({});
    const { file, problems } = parseGuide(text.replace(/^( +)\/\/ (?=["{])/gmu, '$1'));
    expect(problems).toEqual([]);
    expect(Object.keys(file.rules)).toEqual(['speech-length', 'stray-space', 'sentence-too-long']);
    expect(file.overrides).toHaveLength(2);
    expect(file.words.preferredTerms).toEqual({ 党办: '党委办公室' });
    expect(file.words.fixedTerms).toHaveLength(1);
  });
});

it('is in Chinese for those who read it', () => {
  expect(newGuide({ preset: 'standard' }, 'zh')).toContain('// 固定的提法');
  expect(newGuide({ preset: 'standard' }, 'en')).toContain('// Fixed wording');
});

it.each([
  ['0', 0],
  [' 30 ', 30],
  ['４５', 45],
  ['600', 600],
  ['601', undefined],
  ['1e2', undefined],
  ['-3', undefined],
  ['', undefined],
  ['半小时', undefined],
])('%j names %s minutes', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});
