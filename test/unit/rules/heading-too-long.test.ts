import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'heading-too-long';
const LONG = '一、把清淤、加固、绿化这三件事情统筹起来，一条渠一条渠地抓出看得见的成效';
const BODY = '先从东沟修起，一个月一段。';

describe(RULE, () => {
  it('points at the heading and tells its length', () => {
    const text = `${LONG}\n${BODY}`;
    expect(wordsAt(RULE, text)).toEqual([LONG]);
    expect(findingsOf(RULE, text)[0]?.message).toContain(`${LONG.length} 字，超过 30 字`);
  });

  it('makes one finding of all long headings and tells the longest', () => {
    const second = LONG.replace('一、', '二、').replace('成效', '成绩和实效');
    const [finding, ...others] = findingsOf(RULE, `${LONG}\n${BODY}\n${second}\n${BODY}`);
    expect(others).toEqual([]);
    expect(finding?.message).toContain(`2 个小标题超过 30 字，最长的 ${second.length} 字`);
    expect(finding?.related).toHaveLength(1);
  });

  it('allows thirty characters', () => {
    const heading = (characters: number): string => `一、${'修'.repeat(characters - 2)}\n${BODY}`;
    expect(findingsOf(RULE, heading(30))).toEqual([]);
    expect(findingsOf(RULE, heading(31))).toHaveLength(1);
  });

  it('points at the heading without its indent', () => {
    expect(wordsAt(RULE, `　　${LONG}　\n${BODY}`)).toEqual([LONG]);
  });

  it('takes a lower Markdown heading without an ordinal for no title', () => {
    const words = LONG.slice(2);
    expect(wordsAt(RULE, `## ${words}\n\n${BODY}\n`, { format: 'markdown' })).toEqual([words]);
  });

  it('lets the writer set the limit', () => {
    expect(
      findingsOf(RULE, `一、一条渠一条渠地修，修一条成一条\n${BODY}`, { options: { max: 10 } }),
    ).toHaveLength(1);
  });

  it.each([
    `一、一条渠一条渠地修\n${BODY}`,
    `${LONG}。\n${LONG.replace('一、', '二、')}。\n${LONG.replace('一、', '三、')}。`,
    LONG,
  ])('says nothing about short headings and items: %j', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('lets the title of a Markdown draft be as long as the meeting’s name, and leaves addresses out', () => {
    const text = `# 在全市农田水利建设暨秋冬季渠道清淤工作动员部署会议上所作的讲话提纲\n\n## 修渠 {#what-is-to-be-done-about-the-ditches}\n\n${BODY}\n`;
    expect(findingsOf(RULE, text, { format: 'markdown' })).toEqual([]);
    const long = text.replace('## 修渠 {', `## ${LONG} {`);
    expect(wordsAt(RULE, long, { format: 'markdown' })).toEqual([LONG]);
  });
});
