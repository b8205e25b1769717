import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { presetOf } from '../../../server/src/core/guide/presets.js';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'light-verb';

/** What is found stands in brackets. */
const empty = [
  '村里对账目[进行了分析]。',
  '围绕“三件小事”[进行了透彻论述]、提出了要求。',
  '这件事要从大局上[加以考量]，不能拖。',
  '请对老旧管网[进行一次全面的检查]。',
  '对群众的意见要逐条[予以解决]。',
];

const lawful = [
  '要把改革进行到底，对着队伍奏响进行曲。',
  '对违反纪律的人予以处分，对排污的企业依法予以处罚。',
  '大家就这件事进行讨论。',
  '我们开展调查研究，开展形式多样的学习活动。',
  '下面，进行第一项议程。',
  '他们对古树进行研究工作已有十年。',
  '他们反对继续进行讨论。',
  '不要写《对基层减负进行分析》这样的题目。',
  '对，我们进行分析。',
];

describe(RULE, () => {
  it.each(empty)('finds %s', (marked) => {
    expect(wordsAt(RULE, marked.replace(/[[\]]/gu, ''))).toEqual([/\[(.+)\]/u.exec(marked)?.[1]]);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('reports once a draft, with the other places as related', () => {
    const text = '村里对账目进行了分析。\n\n镇里对道路进行检查，对隐患进行整改。';
    const [finding, ...others] = findingsOf(RULE, text);
    expect(others).toEqual([]);
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '进行检查',
      '进行整改',
    ]);
    expect(finding?.message).toContain('3');
  });

  it('is silent in a statute, in a numbered paper and under the preset for papers', () => {
    const fault = '主管部门对账目进行检查。';
    const articles = ['一', '二', '三', '四', '五'].map((n) => `第${n}条 ${fault}`).join('\n');
    expect(wordsAt(RULE, articles)).toEqual([]);
    expect(wordsAt(RULE, `关于道路的意见\n\n云政发〔2026〕3号\n\n${fault}`)).toEqual([]);
    const { findings } = checkDraft(fault, { format: 'plain', guide: { rules: presetOf('document').rules } });
    expect(findings).toEqual([]);
    expect(wordsAt(RULE, fault)).toEqual(['进行检查']);
  });
});
