import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { applyFix, findingsOf } from './findings.js';

const RULE = 'quote-dunhao';
const TEXT = '念好“早”、“实”、“细”三个字，看完《甲》、《乙》。';

describe(RULE, () => {
  it('is off until it is asked for', () => {
    expect(checkDraft(TEXT, { format: 'plain' }).findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  });

  it('gathers all places into one finding and deletes the marks', () => {
    const findings = findingsOf(RULE, TEXT);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.related).toHaveLength(2);
    expect(applyFix(TEXT, findings[0], /顿号/u)).toBe('念好“早”“实”“细”三个字，看完《甲》《乙》。');
    expect(findings[0]?.fixes[0]?.safe).toBe(false);
  });

  it.each(['念好“早”“实”两个字。', '“早”字、“实”字都要有。', '修渠、“三改”、架桥。', '《甲》和《乙》。'])(
    'says nothing about %s',
    (text) => {
      expect(findingsOf(RULE, text)).toEqual([]);
    },
  );
});
