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

  it('is mended by the short form where both are used alike, and by the full one where that is used more', () => {
    const even = '党委办公室系统要到。党办系统也到。\n党委办公室系统不错，党办系统也不错。';
    expect(findingsOf(RULE, even)[0]?.message).toBe(
      '“党委办公室系统”（2 次）和“党办系统”（2 次）在全文混用，请统一成一种说法。',
    );
    expect(applyFix(even, findingsOf(RULE, even)[0], /2 处都改成“党办系统”/u)).toBe(
      even.replaceAll('党委办公室系统', '党办系统'),
    );
    const full = `${even}\n党委办公室系统还要学。`;
    const [finding] = findingsOf(RULE, full);
    expect(finding?.message).toMatch(/^“党办系统”（2 次）和“党委办公室系统”（3 次）/u);
    expect(finding?.fixes.map(({ safe }) => safe)).toEqual([false]);
    expect(finding?.related.map(({ message }) => message)).toEqual([
      '这里也用“党办系统”',
      ...Array.from({ length: 3 }, () => '这里用“党委办公室系统”'),
    ]);
    expect(applyFix(full, finding, /2 处都改成“党委办公室系统”/u)).toBe(
      full.replaceAll('党办系统', '党委办公室系统'),
    );
  });

  it('has no fix where the syntax of Markdown stands in one of its places', () => {
    const text = mixed('党委办公室系统', '党办系统');
    const fixes = (draft: string) => findingsOf(RULE, draft, { format: 'markdown' })[0]?.fixes.length;
    expect(fixes(text)).toBe(1);
    expect(fixes(text.replace('党委办公室系统', '党委**办公室**系统'))).toBe(0);
  });

  it('is named by the noun that both forms share most often', () => {
    const often = Array.from({ length: 3 }, () => '党委办公室人员来，党办人员去。').join('');
    const seldom = '党委办公室系统来，党办系统去。'.repeat(2);
    for (const text of [`${often}\n${seldom}`, `${seldom}\n${often}`]) {
      expect(findingsOf(RULE, text).map(({ message }) => message)).toEqual([
        expect.stringMatching(/“党委办公室人员”（3 次）/u),
      ]);
    }
    const uneven = `${'党委办公室系统来。'.repeat(9)}${'党办系统去。'.repeat(2)}\n${often}`;
    expect(findingsOf(RULE, uneven)[0]?.message).toContain('“党委办公室人员”（3 次）');
    expect(findingsOf(RULE, `${seldom}\n${seldom.replaceAll('系统', '人员')}`)[0]?.message).toContain('系统');
  });

  it.each([
    ['安全生产委员会成员', '安委成员'],
    ['市人民代表大会代表', '市人代会代表'],
    ['扶贫领导小组同志', '扶组同志'],
    ['水务管理局同志', '水局同志'],
    ['公路管理处同志', '公处同志'],
    ['农技管理站同志', '农站同志'],
    ['林政管理所同志', '林所同志'],
    ['便民服务中心同志', '便中心同志'],
    ['人民检察院同志', '人检同志'],
    ['农业研究院同志', '农院同志'],
    ['茶叶研究所同志', '茶所同志'],
    ['供销合作社同志', '供社同志'],
    ['城关派出所同志', '城所同志'],
    ['经济开发区同志', '经开同志'],
    ['县委员会办公室同志', '县委办同志'],
    ['政府办公厅同志', '政府办同志'],
    ['防汛抗旱抢险救灾指挥部人员', '防灾指人员'],
  ])('is found for %s and %s', (full, short) => {
    expect(findingsOf(RULE, mixed(full, short)), full).toHaveLength(1);
  });

  it.each([
    ['the first characters are another’s', mixed('党委办公室系统', '委办系统')],
    ['a character is another’s', mixed('防汛指挥部人员', '防水指人员')],
    ['the name is longer than a body’s', mixed('防汛抗旱抢险救大灾指挥部人员', '防灾指人员')],
    ['a number follows', mixed('党委办公室12个人', '党办12个人')],
    ['a letter and a character follow', mixed('党委办公室A室', '党办A室')],
    ['a character and a letter follow', mixed('党委办公室室A', '党办室A')],
    ['a verb follows', mixed('党委办公室要有人', '党办要有人')],
    ['the short form is used once', '党委办公室系统要到。党委办公室系统来。党办系统也到。'],
    ['the short form stands in the full one only', '理县管理局同志来了。理县管理局同志走了。'],
  ])('is none where %s', (_, text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('is found at the very beginning of a draft', () => {
    expect(
      findingsOf(RULE, '党委办公室系统来了。党办系统来了。党委办公室系统走了。党办系统走了。'),
    ).toHaveLength(1);
    expect(
      findingsOf(RULE, '党办系统来了。党委办公室系统来了。党委办公室系统走了。党办系统走了。'),
    ).toHaveLength(1);
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

  it.each([
    '（以下简称“县安委会”）',
    '(以下简称“县安委会”)',
    '（简称“县安委会”）',
    '（下文统称“县安委会”）',
    '（后文简称为“县安委会”）',
    '（以下统称为：“县安委会”）',
    '（以下简称:县安委会）',
    '（以下简称县安委会）',
  ])('is declared by %s', (declaration) => {
    expect(findingsOf(RULE, text.replace('（以下简称“县安委会”）', declaration))).toHaveLength(1);
  });

  it.each([
    '（以下叫“县安委会”）',
    '（有人简称“县安委会”）',
    '（以下简称“县安委会”，下同）',
    '（以下简称“县”）',
    '（以下简称“县环委会”）',
    '（以下简称“安县委会”）',
    '（以下简称“环委会”）',
    '以下简称“县安委会”',
  ])('is not declared by %s', (declaration) => {
    expect(findingsOf(RULE, text.replace('（以下简称“县安委会”）', declaration))).toEqual([]);
  });

  it('is at least two characters longer than its short form', () => {
    const draft = (full: string, short: string) =>
      findingsOf(RULE, `今天，${full}（以下简称“${short}”）的人都到了。\n${full}今年开了会。`);
    expect(draft('县安全委会', '县安委')).toHaveLength(1);
    expect(draft('县安全委', '县安委')).toEqual([]);
  });

  it('has a short form of at most twelve characters, and is looked for in the forty before it', () => {
    const draft = (full: string, short: string) =>
      findingsOf(RULE, `今天，${full}（以下简称“${short}”）的人都到了。\n${full}今年开了会。`);
    const short = '甲乙丙丁戊己庚辛壬癸子丑';
    expect(draft(`${short}寅卯`, short)).toHaveLength(1);
    expect(draft(`${short}寅卯辰`, `${short}寅`)).toEqual([]);
    expect(draft(`甲${'乙'.repeat(39)}`, '甲乙')).toHaveLength(1);
    expect(draft(`甲${'乙'.repeat(40)}`, '甲乙')).toEqual([]);
  });

  it('is asked for only behind its declaration, and not in headings', () => {
    const full = '青山县安全生产委员会';
    expect(findingsOf(RULE, `${full}开过会。\n今天，${full}（以下简称“县安委会”）的人都到了。`)).toEqual([]);
    const here = `今天，${full}（以下简称“县安委会”）的人都到了。`;
    expect(findingsOf(RULE, `${here}\n一、请${full}讲话\n他讲得好。`)).toEqual([]);
    expect(findingsOf(RULE, `${here}${full}也到了。`)).toHaveLength(1);
    expect(
      findingsOf(RULE, `县安全生产委员会（以下简称“县安委会”）的人都到了。\n县安全生产委员会走了。`),
    ).toHaveLength(1);
  });

  it('is found behind a title that stands before it', () => {
    expect(findingsOf(RULE, text.replace('今天，', '今天学《安全办法》，'))).toHaveLength(1);
    expect(findingsOf(RULE, text.replace('今天，', '今天学《安全办法》和'))).toHaveLength(1);
  });

  it('is no name where a title or a quotation stands right before the bracket', () => {
    for (const title of ['《县安全生产办法》', '“县安全生产办法”']) {
      expect(findingsOf(RULE, `今天学${title}（以下简称“县办法”）。\n县安全生产办法要学。`), title).toEqual(
        [],
      );
    }
  });

  it('is named with its other places', () => {
    const [finding] = findingsOf(RULE, `${text}${'县安全生产委员会来了。'.repeat(25)}`);
    expect(finding?.message).toContain('后面仍有 26 处');
    expect(finding?.related.map(({ message }) => message)).toEqual(
      Array.from({ length: 20 }, () => '这里也用“县安全生产委员会”'),
    );
    expect(finding?.fixes.map(({ safe, title }) => [safe, title])).toEqual([
      [false, '26 处都改成“县安委会”'],
    ]);
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

  it('is asked for in Markdown without a fix where syntax stands in it', () => {
    const guide = {
      rules: {},
      words: {
        fixedTerms: [],
        preferredTerms: { 党办: '党委办公室' },
        stockPhrases: [],
        confusableWords: {},
      },
    };
    const fixes = checkDraft('请党办通知，请党**办**通知。', { format: 'markdown', guide })
      .findings.filter(({ rule }) => rule === RULE)
      .map((finding) => finding.fixes.map(({ title }) => title));
    expect(fixes).toEqual([['改成“党委办公室”'], []]);
  });

  it('is none without a word, or where word and right form are one', () => {
    expect(check('党办的同志留下。', { '': '党委办公室', 党办: '党办' })).toEqual([]);
  });

  it('is found at the very beginning, and right before the right form', () => {
    expect(check('党办的同志留下。', { 党办: '党委办公室' })).toHaveLength(1);
    expect(check('请办公室的同志留下。', { 请办: '办公室' })).toHaveLength(1);
    expect(check('党委会的同志留下。', { 党委: '党委会' })).toEqual([]);
  });

  it('takes the place of what the draft declares, by its full or its short form', () => {
    const draft =
      '今天，县安全生产委员会（以下简称“县安委会”）的人都到了。\n县安全生产委员会今年开了四次会。';
    const messages = (terms: Readonly<Record<string, string>>) =>
      check(draft, terms).map(({ message }) => message.includes('声明'));
    expect(messages({})).toEqual([true]);
    expect(messages({ 县安会: '县安委会' })).toEqual([]);
    expect(messages({ 县安委: '县安全生产委员会' })).toEqual([false]);
  });

  it('takes the place of an abbreviation, by its full or its short form', () => {
    const draft = mixed('党委办公室系统', '党办系统');
    expect(check(draft, { 党办口: '党办系统' })).toEqual([]);
    expect(check(draft, { 党办口: '党委办公室系统' })).toEqual([]);
    expect(check(draft, { 党办口: '党委系统' })).toHaveLength(1);
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
