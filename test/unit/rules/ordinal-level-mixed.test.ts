import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings.js';

const RULE = 'ordinal-level-mixed';

const OUTER = '一是把渠修通。汛期之前通水。\n二是把路修平。先修学校门口。\n';
const INNER = '这一年有两条体会：一是早动手，二是常督查。\n';

describe(RULE, () => {
  it.each([
    [`一、去年的工作\n${OUTER}${INNER}`, '一是'],
    [`一、去年的工作\n${INNER}${OUTER}`, '一是'],
    [`一、今年的任务\n一要修渠。早动手。\n二要修路。快施工。\n具体有两条：一要备料，二要备工。`, '一要'],
    ['第一，修渠。早动手。\n第二，修路。要快：第一，备料；第二，备工。', '第一'],
  ])('points at the inner list and names the outer one: %j', (text, words) => {
    const [finding, ...others] = findingsOf(RULE, text);
    expect(others).toEqual([]);
    const at = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
    expect(at(finding?.span)).toBe(words);
    expect(finding?.related.map(({ span }) => at(span))).toEqual([words]);
    expect(text.charAt((finding?.span.start ?? 0) - 1)).not.toBe('\n');
  });

  it('is said once a draft, with the further lists as places', () => {
    const found = findingsOf(RULE, `一、去年的工作\n${OUTER}${INNER}二、今年的任务\n要快。${INNER}`);
    expect(found).toHaveLength(1);
    expect(found[0]?.related).toHaveLength(2);
  });

  it.each([
    `一、去年的工作\n${OUTER}`,
    `一、去年的工作\n${INNER}`,
    `一、去年的工作\n${OUTER}二、今年的任务\n${INNER}`,
    `一、去年的工作\n${OUTER}这一年有两条体会：第一，早动手；第二，常督查。`,
    `一、去年的工作\n${OUTER}一是一，二是二，不能含糊。`,
  ])('says nothing about %j', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });
});
