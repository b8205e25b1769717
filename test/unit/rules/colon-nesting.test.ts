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

  it.each('指出 强调 要求 提出 认为 表示'.split(' ').map((verb) => [verb]))(
    'takes what is %s for announced, however short',
    (verb) => {
      expect(wordsAt(RULE, `他${verb}：修渠只有一条：快。`)).toEqual(['修渠只有一条：']);
      expect(wordsAt(RULE, `${verb}的事：修渠只有一条：快。`)).toEqual([]);
    },
  );

  it.each(
    '乡亲们 各位来宾 各位领导 各位代表 各位委员 各位朋友 各位先生 各位女士 各位同志 各位老师 各位同学'
      .split(' ')
      .map((whom) => [whom]),
  )('takes “%s：” for a salutation', (whom) => {
    expect(wordsAt(RULE, `尊敬的，各位乡镇${whom}：今天的会只有一个主题：修渠。`)).toEqual([]);
    expect(wordsAt(RULE, `尊敬的，各位乡镇${whom}说：今天的会只有一个主题：修渠。`)).toEqual([
      '今天的会只有一个主题：',
    ]);
  });

  it.each([
    ['六字之内的话：今天的会只有一个主题：修渠。', []],
    ['七字之内的话了：今天的会只有一个主题：修渠。', ['今天的会只有一个主题：']],
    ['今天的会有一个主题：东沟，先修：修渠。', ['先修：']],
    ['今天的会有一个主题：东沟；先修：修渠。', []],
    ['今天的会有一个主题：东沟、先修：修渠。', []],
    ['今天的会有一个主题。先修：东沟，再修西沟：快。', []],
    ['今天的会有一个主题：修渠（东沟）先修：快。', ['先修：']],
    ['今天的会有一个主题：东沟修渠修路的日子比别处都晚一点：快。', ['一点：']],
    ['今天的会有一个主题：东沟的日子比别处都晚：快。', ['东沟的日子比别处都晚：']],
    ['今天的会有一个主题：东沟的日子比别处更都晚：快。', ['都晚：']],
    ['今天的会有一个主题：比分是3：1。', []],
    ['今天的会有一个主题：比分是三：一。', []],
    ['今天的会有一个主题：比分是３：１。', []],
    ['今天的会有一个主题：比分定格在三比一，只说一句3：快。', ['只说一句3：']],
    ['今天的会有一个主题：比分定格在三比一，只说一句话：3天。', ['只说一句话：']],
    ['今天的会有一个主题：“修渠：快”。', []],
    ['今天的会有一个主题（牵头的人只有一个：高原）：修渠。', []],
    ['今天的会有一个主题（高原）：修渠，说一句话：快。', ['说一句话：']],
    ['今天的会有一个主题：甲说一句话：“好。”', []],
    ['今天的会有一个主题：修渠。重点有三处：东沟。', []],
    ['今天的会有一个主题：修渠，重点有三处：', []],
  ] as const)('knows a colon inside what another announces: %s', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it('says how many colons, of which the first is named', () => {
    const text = '县里定了一条规矩，就是：先看后议，议的时候只问一句话：老百姓要不要，又说一句话：快。';
    const [finding, ...others] = findingsOf(RULE, text);
    expect(others).toEqual([]);
    expect(finding?.message).toContain('3');
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['就是：']);
  });

  it('leaves headings and cells as they are set', () => {
    const line = '今年的任务很清楚：重点是三处：东沟';
    const found = (text: string) => wordsAt(RULE, text, { format: 'markdown' });
    expect(found(line)).toEqual(['重点是三处：']);
    expect(found(`## ${line}\n\n快。\n`)).toEqual([]);
    expect(found(`| ${line} |\n| --- |\n`)).toEqual([]);
    expect(found(`${line}，用\`a：b\`。\n`)).toEqual([]);
    expect(found(`${line}。用\`a：b\`。\n`)).toEqual(['重点是三处：']);
  });

  it('leaves a colon alone that announces the lines after it', () => {
    expect(findingsOf(RULE, '以石桥村的账本为例：一年里有这么几笔开支：\n修渠五千元。')).toEqual([]);
  });
});
