import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { NO_WORDS } from '../../../server/src/core/guide.js';
import { pleonasms } from '../../../server/src/core/lexicon/pleonasms.js';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'pleonasm';

/** What is found stands in brackets; the bounds of figures first. */
const bounds = [
  '大约三百人[左右]到场。',
  '投资约5.2亿元[左右]。',
  '大约百分之七[左右]的订单。',
  '将近二十户[上下]受灾。',
  '超过五十户[以上]搬了家。',
  '增幅超过了40%[以上]。',
  '至少两名[以上]干部值班。',
  '最多三天[以下]。',
  '不超过五天[以内]办结。',
];

const lawful = [
  '这件事之所以办成，是因为大家心齐。',
  '会议强调指出，一切都是为了群众。',
  '大家共同学习、一起领会。',
  '涉及全局的事，涉及到期债务的事，都要上会；惠及到户的政策要讲清。',
  '必须要素齐全，必须要件完备。',
  '仍然还款困难的，可以延期。',
  '约束左右两边的车辆，大约在路的左右两侧。',
  '大约百分之百都到了，左右手都洗净。',
  '近五年平均增长6%左右，六十岁以上老人有三百名。',
  '超过规模以上工业平均水平，至少三名科级以上干部到场。',
  '不能写“涉及到”，也不能写“目的是为了”。',
];

describe(RULE, () => {
  it('finds every wording of the list, and each way to put it is left alone', () => {
    const failures: string[] = [];
    for (const { wrong, rights } of pleonasms()) {
      if (rights[0] === '') continue;
      const text = `村里${wrong}这件事。`;
      if (wordsAt(RULE, text).join() !== wrong) failures.push(wrong);
      for (const right of rights) {
        const mended = applyFix(text, findingsOf(RULE, text)[0], new RegExp(`“${right}”`, 'u'));
        if (mended !== `村里${right}这件事。` || checkDraft(mended, { format: 'plain' }).findings.length > 0)
          failures.push(`${wrong} → ${right}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it.each(bounds)('finds the second bound in %s', (marked) => {
    const text = marked.replace(/[[\]]/gu, '');
    expect(wordsAt(RULE, text)).toEqual([/\[(.+)\]/u.exec(marked)?.[1]]);
    const mended = applyFix(text, findingsOf(RULE, text)[0], /删去/u);
    expect(mended).toBe(marked.replace(/\[.+\]/u, ''));
    expect(checkDraft(mended, { format: 'plain' }).findings).toEqual([]);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('names every choice, and leaves it to the writer', () => {
    const [finding] = findingsOf(RULE, '目的是为了增收。');
    expect(finding?.message).toContain('“目的是”或“为了”');
    expect(finding?.fixes.map(({ title, safe }) => [title, safe])).toEqual([
      ['改为“目的是”', false],
      ['改为“为了”', false],
    ]);
  });

  it('leaves the writer’s own fixed wording alone', () => {
    const words = { ...NO_WORDS, fixedTerms: ['免费赠送日'] };
    const guide = { rules: {}, words };
    expect(checkDraft('今天是免费赠送日。', { format: 'plain', guide }).findings).toEqual([]);
  });
});
