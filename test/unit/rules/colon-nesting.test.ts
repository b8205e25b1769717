import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'colon-nesting';

const faulty: readonly (readonly [string, string])[] = [
  ['会议指出：要修好渠；镇长在工地上强调：路也要修好。', '镇长在工地上强调：'],
  ['今年的任务很清楚：把渠修通，重点是三处：东沟、西沟和北沟。', '重点是三处：'],
  ['代表们提的意见：有一条最要紧：修渠。', '有一条最要紧：'],
  ['县里定了一条规矩，就是：先看后议，议的时候只问一句话：老百姓要不要。', '议的时候只问一句话：'],
];

const lawful = [
  '会议的主要任务是：修渠、修路、栽树。',
  '同志们：今天的任务是：修渠。',
  '时间：上午九点；地点：镇礼堂；主持人：高原。',
  '甲说：“好。”乙说：“行。”',
  '老支书说：“渠要修。”他又说：“路也要修。”',
  '有人问：“修不修？”，大家答：“修！”',
  '比分定格在3：1，队长只说了一句：明年再来。',
  '他讲了一句话：“记住：渠是命根子。”',
  '要做到“三个必须”：一是必须快。二是必须好：质量第一。',
  '各位领导、各位来宾，同志们：今天的会只有一个主题：修渠。',
  '石桥村的做法（牵头：村委会）有一条：先看后议。',
];

describe(RULE, () => {
  it.each(faulty)('finds the inner colon of %s', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual([words]);
    const related = findingsOf(RULE, text)[0]?.related;
    expect(related).toHaveLength(1);
    expect(related?.[0]?.span.end).toBe(text.indexOf('：') + 1);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('leaves headings and cells as they are set', () => {
    const text = '## 要求是：抓三件事：修渠\n\n快。\n\n| 要求是：抓三件事：修渠 |\n| --- |\n';
    expect(findingsOf(RULE, text, { format: 'markdown' })).toEqual([]);
  });

  it('leaves a colon alone that announces the lines after it', () => {
    expect(findingsOf(RULE, '以石桥村的账本为例：一年里有这么几笔开支：\n修渠五千元。')).toEqual([]);
  });
});
