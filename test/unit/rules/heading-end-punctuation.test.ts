import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { fixUntilStable } from '../../../server/src/core/fixes.js';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'heading-end-punctuation';
const BODY = '先从东沟修起，一个月一段。';

describe(RULE, () => {
  it.each([
    [`一、把渠修通。\n${BODY}`, ['。']],
    [`（一）把渠修通；\n${BODY}\n（二）把路修平\n${BODY}\n（三）把树栽活\n${BODY}`, ['；']],
    [`1. 把渠修通，\n${BODY}\n2. 把路修平\n${BODY}\n3. 把树栽活\n${BODY}`, ['，']],
    [`一、主要任务：\n${BODY}`, ['：']],
    [`（一）把渠修通。\n${BODY}`, ['。']],
    [`一、${'把渠修通'.repeat(4)}把渠修。\n${BODY}`, ['。']],
    [`（1）把渠修通。\n${BODY}\n（2）把路修平\n${BODY}\n（3）把树栽活\n${BODY}`, ['。']],
  ])('finds the mark and deletes it: %j', (text, marks) => {
    expect(wordsAt(RULE, text)).toEqual(marks);
    const fixed = fixUntilStable(text, (draft) => findingsOf(RULE, draft)).text;
    expect(fixed).toBe(text.replace(/^(.*)[。；，：](?=\n)/u, '$1'));
    expect(checkDraft(fixed, { format: 'plain' }).findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  });

  it('finds the mark of a Markdown heading', () => {
    const text = `## 把渠修通。\n\n${BODY}\n`;
    expect(wordsAt(RULE, text, { format: 'markdown' })).toEqual(['。']);
  });

  it('makes one finding of several headings', () => {
    const [finding, ...others] = findingsOf(RULE, `一、把渠修通。\n${BODY}\n二、把路修平。\n${BODY}`);
    expect(others).toEqual([]);
    expect(finding?.related).toHaveLength(1);
    expect(finding?.fixes[0]?.edits).toHaveLength(2);
  });

  it.each([
    `一、把渠修通\n${BODY}`,
    `一、钱从哪里来？\n${BODY}\n二、大家一起干！\n${BODY}\n三、话说回来……\n${BODY}`,
    `一、${'把渠修通'.repeat(5)}。\n${BODY}`,
    `一、把渠修通；\n${BODY}`,
    `1. 把渠修通。\n${BODY}`,
    `1. 把渠修通，\n${BODY}\n2. 把路修平\n${BODY}`,
    `（一）把渠修通。\n一、把路修平\n${BODY}`,
    `（一）清淤；\n（二）加固；\n（三）绿化。\n${BODY}`,
    `1. 清淤要赶在汛期之前。\n${BODY}\n2. 加固要赶在入冬之前。\n${BODY}`,
    `一、渠要修通，这是今年的头一件大事。\n${BODY}`,
  ])('says nothing about %j', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });
});
