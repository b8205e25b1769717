import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import type { Finding } from '../../../server/src/core/finding.js';
import { applyFix, findingsOf } from './findings.js';

const RULE = 'term-inconsistent';

const mixed = (full: string, short: string): string =>
  `全县${full}都要到会。各镇${short}也到。\n上半年，${full}做得不错。下半年看${short}的。\n散会以后，请${short}留下。`;

describe('an abbreviation beside its full form', () => {
  it.each([
    ['党办系统', '党委办公室系统'],
    ['安委会成员', '安全生产委员会成员'],
    ['政府办同志', '政府办公室同志'],
    ['防指人员', '防汛指挥部人员'],
    ['县妇联干部', '县妇女联合会干部'],
  ])('is found without being told: %s', (short, full) => {
    const text = mixed(full, short);
    const findings = findingsOf(RULE, text);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.message).toMatch(/（2 次）和“.+”（3 次）在全文混用，请统一成一种说法。$/u);
    const places = [finding?.span, ...(finding?.related ?? []).map(({ span }) => span)].map((span) =>
      text.slice(span?.start, span?.end),
    );
    expect(places.filter((words) => full.endsWith(words))).toHaveLength(2);
    expect(places.filter((words) => short.endsWith(words))).toHaveLength(3);
  });

  it('can be mended by the form that is used more, and then nothing is left to say', () => {
    const text = mixed('党委办公室系统', '党办系统');
    const fixed = applyFix(text, findingsOf(RULE, text)[0], /改成/u);
    expect(fixed).toBe(text.replaceAll('党委办公室系统', '党办系统'));
    expect(findingsOf(RULE, fixed)).toEqual([]);
  });

  it('is reported once, however many nouns follow', () => {
    const text = `${mixed('党委办公室系统', '党办系统')}\n${mixed('党委办公室人员', '党办人员')}`;
    expect(findingsOf(RULE, text)).toHaveLength(1);
  });

  it('is let pass when it is used once, or with another noun, or is another body', () => {
    for (const text of [
      '全县党委办公室系统都要到会。各镇党办系统也到。党办系统不许缺席。',
      mixed('党委办公室系统', '党办人员'),
      mixed('党委办公室系统', '政办系统'),
      mixed('党委办公室系统', '举办系统'),
      '党委的办公室系统大。党委的办公室系统小。党的办系统新。党的办系统旧。',
      mixed('环保督察组同志', '督查室同志'),
    ]) {
      expect(findingsOf(RULE, text), text).toEqual([]);
    }
  });
});

describe('a name that the draft declares', () => {
  const text =
    '今天，青山县安全生产委员会（以下简称“县安委会”）全体成员都到了。\n青山县安全生产委员会今年开了四次会，县安委会还要再开一次。';

  it('is asked for where the full name stands again', () => {
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ message }) => message)).toEqual([
      '前面已经声明简称“县安委会”，后面仍有 1 处用全称“县安全生产委员会”，请改用简称。',
    ]);
    const fixed = applyFix(text, findings[0], /改成/u);
    expect(fixed).toContain('青山县安委会今年开了四次会');
    expect(findingsOf(RULE, fixed)).toEqual([]);
  });

  it('is nothing to speak of when the draft keeps to it, or says something else in brackets', () => {
    expect(findingsOf(RULE, text.replace('青山县安全生产委员会今年', '县安委会今年'))).toEqual([]);
    expect(findingsOf(RULE, text.replace('以下简称“县安委会”', '由县长任主任'))).toEqual([]);
    expect(findingsOf(RULE, '《防汛值班办法》（以下简称《办法》）印发了。《防汛值班办法》要学。')).toEqual(
      [],
    );
  });
});

describe('a term of the writer’s own', () => {
  const check = (text: string, preferredTerms: Readonly<Record<string, string>>): readonly Finding[] =>
    checkDraft(text, {
      format: 'plain',
      guide: {
        rules: {},
        words: { fixedTerms: [], preferredTerms, stockPhrases: [], confusableWords: {} },
      },
    }).findings.filter(({ rule }) => rule === RULE);

  it('is asked for at each place, with a fix', () => {
    const text = '请党办通知。党办的同志留下。';
    const findings = check(text, { 党办: '党委办公室' });
    expect(findings.map(({ span }) => text.slice(span.start, span.end))).toEqual(['党办', '党办']);
    expect(findings[0]?.message).toBe('“党办”要写作“党委办公室”，这是你定下的用语，请改过来。');
    expect(findings[0]?.fixes.map(({ safe }) => safe)).toEqual([false]);
    const fixed = applyFix(text, findings[0], /改成/u);
    expect(fixed).toBe('请党委办公室通知。党办的同志留下。');
    expect(check(fixed, { 党办: '党委办公室' })).toHaveLength(1);
  });

  it('is not asked for where the right form holds the other', () => {
    expect(check('党委办公室的同志留下。', { 办公室: '党委办公室' })).toEqual([]);
    expect(check('办公室的同志留下。', { 办公室: '党委办公室' })).toHaveLength(1);
  });

  it('takes the place of what the rule finds by itself', () => {
    const text = mixed('党委办公室系统', '党办系统');
    expect(check(text, { 党办系统: '党委办公室系统' })).toHaveLength(3);
  });
});

it('says nothing of short forms in statutes', () => {
  const articles = [1, 2, 3, 4, 5].map((n) => `第${'一二三四五'.charAt(n - 1)}条　按时到会。`).join('\n');
  expect(findingsOf(RULE, `${articles}\n${mixed('党委办公室系统', '党办系统')}`)).toEqual([]);
});
