import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'vague-quantifier';
const TEXT = '准备工作做得较好，备了大量农资，还有一些种子。';

describe(RULE, () => {
  it('is off until it is asked for', () => {
    expect(checkDraft(TEXT, { format: 'plain' }).findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  });

  it('gathers all places of a draft into one finding', () => {
    const findings = findingsOf(RULE, TEXT);
    expect(wordsAt(RULE, TEXT)).toEqual(['较好']);
    expect(findings[0]?.related.map(({ span }) => TEXT.slice(span.start, span.end))).toEqual([
      '大量',
      '一些',
    ]);
    expect(findings[0]?.message).toContain('全文有 3 处');
  });

  it.each(['做得较好', '要求较高', '有一些', '有一定差距', '备了大量', '有若干问题', '成效明显'])(
    'knows %s',
    (words) => {
      expect(findingsOf(RULE, `今年${words}。`)).toHaveLength(1);
    },
  );

  it('looks at what follows the word itself, not at what comes later', () => {
    const text = '工作做得较好，有关部门一定要记住，产量明显低于去年。';
    expect(wordsAt(RULE, text)).toEqual(['较好']);
    expect(findingsOf(RULE, text)[0]?.related).toEqual([]);
  });

  it.each('有关 较好 较高 一些 一定 大量 若干 明显'.split(' ').map((word) => [word]))(
    'knows %s at the very beginning',
    (word) => {
      expect(findingsOf(RULE, `${word}的事。`)[0]?.message).toContain(`“${word}”`);
    },
  );

  it.each(
    '有关部门 有关单位 有关方面 有关规定 有关法律 有关人员 一定要 一定会 一定能 一定得 一定不 明显不足 明显低于 明显高于'
      .split(' ')
      .map((other) => [other]),
  )('lets %s pass', (other) => {
    expect(findingsOf(RULE, `这件事${other}好。`)).toEqual([]);
  });

  it('names the first word, whatever order the words are listed in', () => {
    const [finding] = findingsOf(RULE, '备了大量农资，做得较好。', {
      options: { words: ['较好', '', '大量'] },
    });
    expect(finding?.message).toContain('“大量”');
    expect(finding?.related).toHaveLength(1);
  });

  it('takes its words from the options', () => {
    expect(wordsAt(RULE, TEXT, { options: { words: ['种子'] } })).toEqual(['种子']);
    expect(findingsOf(RULE, TEXT, { options: { words: [] } })).toEqual([]);
  });

  it.each(['有关部门要抓紧。', '我们一定要办好。', '产量明显低于去年。'])('says nothing about %s', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });
});
