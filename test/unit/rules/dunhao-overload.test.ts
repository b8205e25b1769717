import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'dunhao-overload';

const LOADED =
  '渠要修。村里要把沟渠、塘坝、闸门修好，把路灯、路牌、护栏装好，把老人、孩子、病人照看好，把账目、合同管好。';

describe(RULE, () => {
  it('points from the sentence’s beginning to its first 、 and names the others', () => {
    const [finding, ...others] = findingsOf(RULE, LOADED.replace('沟渠、', '沟渠、水井、'));
    expect(others).toEqual([]);
    expect(finding?.message).toContain('8 个顿号，超过 7 个');
    expect(finding?.related).toHaveLength(7);
    expect(wordsAt(RULE, LOADED.replace('沟渠、', '沟渠、水井、'))).toEqual(['村里要把沟渠、']);
  });

  it('lets as many stand as the writer allows', () => {
    expect(findingsOf(RULE, LOADED)).toEqual([]);
    expect(findingsOf(RULE, LOADED, { options: { maxPerSentence: 6 } })).toHaveLength(1);
  });

  it.each([
    '参加抢收的有东沟、西沟、南沟、北沟、上河、下河、前山、后山、石桥、柳湾十个村。',
    '要把沟渠、塘坝、闸门、水井、泵站修好，把路灯、路牌、护栏、桥栏、涵洞装好。',
    '以马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观为指导，把渠、路、桥修好，把人、财、物管好。',
  ])('lets a long list be: %s', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('says which 、 each of the others is', () => {
    const [finding] = findingsOf(RULE, LOADED.replace('沟渠、', '沟渠、水井、'));
    expect(finding?.related.map(({ message }) => message)).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map((nth) => `第 ${String(nth)} 个顿号`),
    );
  });

  it('takes three clauses with lists for list upon list', () => {
    const lists = ['沟渠、塘坝、闸门、水井', '路灯、路牌、护栏、桥栏', '老人、孩子、病人'].map(
      (list) => `把${list}管好`,
    );
    expect(findingsOf(RULE, `要${lists.join('，')}。`)).toHaveLength(1);
    expect(findingsOf(RULE, `要${lists.join('，').replace('、病人', '')}。`)).toEqual([]);
    expect(findingsOf(RULE, `要${lists.join('、').replaceAll('管好、', '管好')}。`)).toEqual([]);
    expect(findingsOf(RULE, `要${lists.join('，天晴了，')}。`)).toHaveLength(1);
    expect(
      findingsOf(RULE, `要${lists.slice(0, 2).join('，')}，把柴劈好，把人、病人、老人管好。`),
    ).toHaveLength(1);
    expect(findingsOf(RULE, `要${lists.slice(0, 2).join('，')}。把老人、孩子、病人管好。`)).toEqual([]);
  });

  it('leaves headings and tables alone', () => {
    const line = LOADED.replace('沟渠、', '沟渠、水井、');
    const found = (text: string) => findingsOf(RULE, text, { format: 'markdown' }).length;
    expect(found(line)).toBe(1);
    expect(found(`## ${line}\n`)).toBe(0);
    expect(found(`| ${line} |\n| --- |\n`)).toBe(0);
  });

  it('takes the writer’s own fixed terms for fixed', () => {
    const text = LOADED.replace('沟渠、', '一渠清水、两岸青山、');
    expect(findingsOf(RULE, text)).toHaveLength(1);
    const words = { fixedTerms: ['一渠清水'], preferredTerms: {}, stockPhrases: [], confusableWords: {} };
    const { findings } = checkDraft(text, { format: 'plain', guide: { rules: {}, words } });
    expect(findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  });
});
