import { describe, expect, it } from 'vitest';
import { ChosenCuts, sureMinutes } from '../../../client/src/cutPlan/chosenCuts.js';
import { likelyMinutes, readMinutes, writeMinutes } from '../../../client/src/cutPlan/minutes.js';
import type { CutPlan, PlannedCut } from '../../../server/src/lsp/protocol/cutPlan.js';

function cut(characters: number, more: Partial<PlannedCut> = {}): PlannedCut {
  return {
    kind: 'duplicate',
    edits: [],
    ranges: [],
    excerpt: '',
    reason: '',
    characters,
    sure: true,
    chosen: false,
    excludes: [],
    ...more,
  };
}

function plan(...cuts: readonly PlannedCut[]): CutPlan {
  return { version: 1, characters: 1000, minutes: 10, charactersPerMinute: 100, maxMinutes: 0, cuts };
}

describe('the cuts that are ticked', () => {
  it('begin with what the plan has chosen, and tell what is left', () => {
    const chosen = new ChosenCuts(plan(cut(100, { chosen: true }), cut(50)));
    expect(chosen.indices).toEqual([0]);
    expect(chosen.characters).toBe(100);
    expect(chosen.minutes).toBe(9);
    chosen.choose([1, 0]);
    expect(chosen.indices).toEqual([0, 1]);
    expect(chosen.minutes).toBe(8.5);
    chosen.choose([]);
    expect(chosen.minutes).toBe(10);
  });

  it('drive out what they exclude', () => {
    const chosen = new ChosenCuts(
      plan(cut(3, { chosen: true, excludes: [1] }), cut(30, { excludes: [0] }), cut(5)),
    );
    chosen.choose([0, 1, 2]);
    expect(chosen.indices).toEqual([1, 2]);
    chosen.choose([0, 1, 2]);
    expect(chosen.indices).toEqual([0, 2]);
  });

  it('of two new ones that exclude each other the first stays', () => {
    const chosen = new ChosenCuts(plan(cut(3, { excludes: [1] }), cut(30, { excludes: [0] })));
    chosen.choose([0, 1]);
    expect(chosen.indices).toEqual([0]);
  });
});

it('what can go for sure is counted without what is for judgement or excluded', () => {
  const all = plan(cut(100), cut(50, { excludes: [0] }), cut(70, { sure: false }), cut(20));
  expect(sureMinutes(all)).toBe(1.2);
});

describe('minutes', () => {
  it.each([
    [45.4, '45'],
    [9.96, '10'],
    [7.25, '7.3'],
    [7, '7'],
    [0.04, '0'],
  ])('%d are written %s', (minutes, written) => {
    expect(writeMinutes(minutes)).toBe(written);
  });

  it.each([
    ['30', 30],
    [' 7.5 ', 7.5],
    ['7。5', 7.5],
    ['0.5', 0.5],
  ])('are read from “%s”', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });

  it.each(['', '0', '-3', 'abc', '1e3', '30 分钟', '1441', '99999'])('are not read from “%s”', (text) => {
    expect(readMinutes(text)).toBeUndefined();
  });

  it('are most likely the limit, else four fifths of now', () => {
    expect(likelyMinutes(45, 30)).toBe('30');
    expect(likelyMinutes(25, 30)).toBe('20');
    expect(likelyMinutes(5, 0)).toBe('4');
    expect(readMinutes(likelyMinutes(0.3, 0))).toBe(0.2);
  });
});
