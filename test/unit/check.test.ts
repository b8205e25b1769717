import { describe, expect, it, vi } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import { charactersPerMinute } from '../../server/src/core/readingRate.js';
import { formatMessage } from '../../server/src/core/rules/message.js';
import { rules } from '../../server/src/core/rules/registry.js';

const long =
  '今年春天我们先把通往后山的土路修成水泥路，接着架好河上那座断了三年的木桥，又把自来水接进最高处的几户人家，还给每盏路灯装上太阳能板，最后请来老师傅教大家怎样养护这些新家当，免得用上几个月就坏掉，让老人孩子夜里出门也走得稳当。';

describe('the words of a draft in a message', () => {
  it('cannot turn the direction in which it is written, nor steer a terminal', () => {
    const rule = { messages: { found: { zh: '“{words}”写错了', en: '“{words}” is wrong' } } };
    expect(formatMessage(rule, 'found', { words: '\u202E删\u2066全\u001b[2J部' }, 'zh')).toBe(
      '“\uFFFD删\uFFFD全\uFFFD[2J部”写错了',
    );
  });
});

describe('checkDraft', () => {
  it('gives findings in the order of their places', () => {
    const { findings } = checkDraft(`要做到“人到心到。\n${long}\n请**同志讲话。`, { format: 'plain' });
    expect(findings.map(({ rule }) => rule)).toEqual([
      'unpaired-punctuation',
      'sentence-too-long',
      'placeholder-left',
    ]);
  });

  it('checks nothing but Chinese prose', () => {
    const result = checkDraft('Please ask **Mr Smith and “nobody else.', { format: 'plain' });
    expect(result.draft.chinese).toBe(false);
    expect(result.findings).toEqual([]);
  });

  it('speaks the language it is asked to', () => {
    const check = (language: 'zh' | 'en') =>
      checkDraft(long, { format: 'plain', language }).findings[0]?.message;
    expect(check('zh')).toMatch(/^这句话/u);
    expect(check('en')).toMatch(/^This sentence/u);
  });

  it('takes severities and options from the guide, and leaves out what is off', () => {
    const check = (setting: object) =>
      checkDraft(long, { format: 'plain', guide: { rules: { 'sentence-too-long': setting } } }).findings;
    expect(check({ severity: 'hint' })[0]?.severity).toBe('hint');
    expect(check({ severity: 'off' })).toEqual([]);
    expect(check({ options: { max: 500 } })).toEqual([]);
  });

  it('names a rule that throws and runs the others', () => {
    const broken = rules.find(({ id }) => id === 'unpaired-punctuation');
    if (broken === undefined) throw new Error('no such rule');
    const spy = vi.spyOn(broken, 'check').mockImplementation(() => {
      throw new Error('broken');
    });
    const result = checkDraft(long, { format: 'plain' });
    spy.mockRestore();
    expect(result.failures).toEqual([{ rule: 'unpaired-punctuation', message: 'broken' }]);
    expect(result.findings.map(({ rule }) => rule)).toEqual(['sentence-too-long']);
  });

  it('counts characters and minutes at the guide’s rate', () => {
    const text = '今天天气很好。'.repeat(90);
    expect(checkDraft(text, { format: 'plain' }).minutes).toBe(3.5);
    const guide = { rules: { 'speech-length': { options: { charactersPerMinute: 210 } } } };
    expect(charactersPerMinute(guide)).toBe(210);
    expect(checkDraft(text, { format: 'plain', guide }).minutes).toBe(3);
  });
});

describe('every rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s speaks both languages', (_id, rule) => {
    for (const { zh, en } of Object.values(rule.messages)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]{2}|\{\w+\}/u);
    }
    for (const { zh, en } of [rule.title, rule.reason, rule.norm.source]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]{2}|\{\w+\}/u);
    }
  });

  it('fills the placeholders of a message, and leaves one without data to be seen', () => {
    const rule = { messages: { m: { zh: '{a}和{b}', en: '{a} and {b}' } } };
    expect(formatMessage(rule, 'm', { a: 1 }, 'zh')).toBe('1和{b}');
  });
});
