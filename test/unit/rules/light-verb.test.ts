import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { NO_WORDS } from '../../../server/src/core/guide.js';
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

  it.each(
    '讨论 研究 分析 检查 论述 考量 评价 总结 整改 处理 排查 回访 梳理 核查 核实 审查 检验 评估 考核 指导 修改 完善 改进 改造 解决 说明 解释 阐述 介绍 调整 补充 推广'
      .split(' ')
      .map((verb) => [verb]),
  )('knows %s', (verb) => {
    const [finding, ...others] = findingsOf(RULE, `村里对账目进行了${verb}，很好。`);
    expect(others).toEqual([]);
    expect(finding?.message).toContain(`“进行了${verb}”`);
    expect(finding?.message).toContain(`“${verb}”`);
  });

  it.each([
    ['村里对账目进行了认真分析。', ['进行了认真分析']],
    ['村里对账目进行过分析。', ['进行过分析']],
    ['村里对账目进行一次认真的分析。', ['进行一次认真的分析']],
    ['村里对账目进行一次很认真的分析。', ['进行一次很认真的分析']],
    ['村里对账目进行一次更加认真的分析。', []],
    [`村里对${'账'.repeat(40)}进行分析。`, ['进行分析']],
    [`村里对${'账'.repeat(41)}进行分析。`, []],
    [`要从${'大'.repeat(12)}上加以考量。`, ['加以考量']],
    [`要从${'大'.repeat(13)}上加以考量。`, []],
    ['要从大局中加以考量。', ['加以考量']],
    ['要从心里加以考量。', ['加以考量']],
    ['要从大局加以考量。', []],
    ['要服从大局上加以考量。', []],
    ['要自从会上加以考量。', []],
    ['要顺从会上加以考量。', []],
    ['要听从会上加以考量。', []],
    ['要从大局上进行考量。', []],
    ...Array.from('反应面相绝派核校成', (char) => [`${char}对账目进行分析。`, []] as const),
    ['村里围绕账目进行分析。', ['进行分析']],
    ['村里对账目，进行分析。', []],
    ['村里对账目进行分析和研究工作。', []],
    ['村里对账目进行分析', ['进行分析']],
    ['村里对正在进行的修渠进行检查。', ['进行检查']],
    ['村里对账目“进行分析”。', []],
    ['村里对账目“进行分析，要快”。', ['进行分析']],
  ] as const)('knows a light verb from another: %s', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it('says one or many', () => {
    expect(findingsOf(RULE, '村里对账目进行了分析。')[0]?.message).not.toContain('处');
    const [finding] = findingsOf(RULE, '村里对账目进行了分析。对道路进行检查。');
    expect(finding?.message).toContain('2 处');
    expect(finding?.related.map(({ message }) => message)).toEqual(['这里也有空动词']);
  });

  it('leaves headings, tables and the writer’s own fixed wording alone', () => {
    const fault = '村里对账目进行分析。';
    const found = (text: string) => findingsOf(RULE, text, { format: 'markdown' }).length;
    expect(found(fault)).toBe(1);
    expect(found(`- ${fault}\n`)).toBe(1);
    expect(found(`## ${fault}\n`)).toBe(0);
    expect(found(`| ${fault} |\n| --- |\n`)).toBe(0);
    const words = { ...NO_WORDS, fixedTerms: ['进行分析法'] };
    const check = (text: string, fixedTerms: readonly string[]) =>
      checkDraft(text, { format: 'plain', guide: { rules: {}, words: { ...words, fixedTerms } } }).findings
        .length;
    expect(check(fault, ['账目进行'])).toBe(0);
    expect(check(fault, ['村里对账目'])).toBe(1);
  });

  it.each(['〔2026〕3号', '[2026]3号', '［2026］3号', '〔2026〕第13号', '〔2026〕 3 号 '])(
    'takes a draft with the number %s for an official paper',
    (number) => {
      const fault = '主管部门对账目进行检查。';
      expect(findingsOf(RULE, `云政发${number}\n${fault}`)).toEqual([]);
      expect(findingsOf(RULE, `云政发${number}说过\n${fault}`)).toHaveLength(1);
      expect(findingsOf(RULE, `${'天晴了。\n'.repeat(4)}云政发${number}\n${fault}`)).toEqual([]);
      expect(findingsOf(RULE, `${'天晴了。\n'.repeat(5)}云政发${number}\n${fault}`)).toHaveLength(1);
    },
  );

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
