import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'repeated-opening';

const FIVE = '要修好山路。要看好水库里的水。要管住上山的火种。要帮老人把柴劈好。要让孩子按时上学。';

describe(RULE, () => {
  it('names a paragraph once, with the other openings as related places', () => {
    const findings = findingsOf(RULE, `${FIVE}大家都听明白了。`);
    expect(findings.map(({ message }) => message)).toEqual([
      '这一段 6 句里有 5 句用“要”开头，请换掉几句的开头，或把相近的几句合并。',
    ]);
    expect(findings[0]?.span).toEqual({ start: 0, end: 1 });
    expect(findings[0]?.related.map(({ span }) => span.end - span.start)).toEqual([1, 1, 1, 1]);
  });

  it('looks at 必须, 坚持 and 加强 as well, and at what a writer sets', () => {
    expect(wordsAt(RULE, FIVE.replaceAll('要', '必须'))).toEqual(['必须']);
    expect(wordsAt(RULE, FIVE.replaceAll('要', '我们要'))).toEqual([]);
    expect(wordsAt(RULE, FIVE.replaceAll('要', '我们要'), { options: { openings: ['我们要'] } })).toEqual([
      '我们要',
    ]);
  });

  it('lets a few pass, and a long paragraph in which they are the lesser part', () => {
    expect(findingsOf(RULE, FIVE.replace('要修', '先修'))).toEqual([]);
    expect(findingsOf(RULE, FIVE + '路通了。水清了。人也笑了。'.repeat(3))).toEqual([]);
    expect(findingsOf(RULE, FIVE.replace('要修', '先修'), { options: { minPerParagraph: 4 } })).toHaveLength(
      1,
    );
    expect(findingsOf(RULE, `${FIVE}路通了。`, { options: { minPercent: 90 } })).toEqual([]);
  });

  it('takes as many sentences and as large a part as the options say', () => {
    expect(findingsOf(RULE, FIVE + '路通了。'.repeat(7), { options: { minPercent: 41 } })).toHaveLength(1);
    expect(findingsOf(RULE, FIVE + '路通了。'.repeat(7), { options: { minPercent: 42 } })).toEqual([]);
    expect(findingsOf(RULE, FIVE + '路通了。'.repeat(5), { options: { minPercent: 50 } })).toHaveLength(1);
    expect(findingsOf(RULE, FIVE, { options: { minPercent: 100 } })).toHaveLength(1);
    expect(findingsOf(RULE, FIVE, { options: { minPerParagraph: 6 } })).toEqual([]);
    expect(findingsOf(RULE, FIVE, { options: { openings: [''] } })).toEqual([]);
    expect(findingsOf(RULE, '要修路。要看水。', { options: { minPerParagraph: 2 } })).toHaveLength(1);
  });

  it.each(['要', '必须', '坚持', '加强'])('knows %s', (word) => {
    expect(findingsOf(RULE, FIVE.replaceAll('要', word))[0]?.related.map(({ message }) => message)).toEqual(
      Array.from({ length: 4 }, () => `又用“${word}”开头`),
    );
  });

  it.each([
    '要是',
    '要么',
    '要不',
    '要点',
    '要素',
    '要害',
    '要领',
    '要紧的',
    '要紧，',
    '要求',
    '坚持者',
    '坚持性',
  ])('takes no %s for an opening', (word) => {
    expect(findingsOf(RULE, FIVE.replace('要修', `${word}修`))).toEqual([]);
  });

  it.each(['要紧跟', '要求真', '我说要是', '坚持着'])('takes %s for what it is', (word) => {
    const opening = word.startsWith('坚持') ? '坚持' : '要';
    const count = word.startsWith('我') ? 0 : 1;
    expect(
      findingsOf(RULE, FIVE.replaceAll('要', opening).replace(`${opening}修`, `${word}修`)),
    ).toHaveLength(count);
  });

  it('looks at an opening, not at what comes later in the sentence', () => {
    expect(findingsOf(RULE, FIVE.replace('要修好山路', '要修好山路，要是下雨就不去'))).toHaveLength(1);
    expect(findingsOf(RULE, `要求都讲过了。${FIVE}`)).toHaveLength(1);
  });

  it('says nothing of headings', () => {
    expect(findingsOf(RULE, `## ${FIVE}`, { format: 'markdown' })).toEqual([]);
    expect(findingsOf(RULE, FIVE, { format: 'markdown' })).toHaveLength(1);
  });

  it.each([
    ['要修路在前。要看水在前。要管火在前。要劈柴在前。要上学在前。', 0],
    ['要修路在前！要看水在前？要管火在前！要劈柴在前。要上学在前！', 0],
    ['要把山路修在前。要把河水看在前。要把火种管在前。要把木柴劈在前。要把学生送在前。', 0],
    ['要先把山路修在前。要先把河水看在前。要都把火种管在前。要快把木柴劈在前。要快把学生送在前。', 0],
    [
      '要大家把山路都修在前。要我们把河水都看在前。要他们把火种都管在前。要你们把木柴都劈在前。要老师把学生都送在前。',
      1,
    ],
    ['要修路在前。要看水在前。要管火在先。要劈柴在早。要上学在快。', 1],
    ['要修路在前。要看水在前。要管火在前。要劈柴在早。要上学在快。', 0],
  ] as const)('takes short sentences that end alike for items: %s', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it('counts paragraph by paragraph', () => {
    expect(findingsOf(RULE, FIVE.replaceAll('。', '。\n'))).toEqual([]);
  });

  it('says nothing of announced items alone, by their start or by their end', () => {
    const starts =
      '关键是做到五个贴近。要贴近山里的实际。要贴近老人的难处。要贴近孩子的需要。要贴近田头的活计。要贴近人心。';
    const ends = '关键是做到五个在前。要想在前。要走在前。要干在前。要学在前。要冲在前。';
    expect(findingsOf(RULE, starts)).toEqual([]);
    expect(findingsOf(RULE, ends)).toEqual([]);
    expect(findingsOf(RULE, `${ends}要修好山路。要看好水库里的水。要管住火种。`)).toHaveLength(1);
  });

  it('takes no other word for an opening', () => {
    const text = '要是下雨就不去。要么明天去。要不后天去。要点都记下来了。要紧的是安全。要求都讲过了。';
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('says nothing of statutes', () => {
    const articles = [1, 2, 3, 4, 5].map((n) => `第${'一二三四五'.charAt(n - 1)}条　按时到会。`).join('\n');
    expect(findingsOf(RULE, `${articles}\n${FIVE}`)).toEqual([]);
  });
});
