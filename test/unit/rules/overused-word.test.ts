import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { WORD_FREQUENCIES } from '../../../server/src/core/lexicon/wordFrequencies.js';
import { findingsOf } from './findings.js';

const RULE = 'overused-word';

const PLAIN = '春耕的种子已经运到各村，化肥也备足了，农机站的师傅正在一台一台检修。';

/** So many sentences, each with the word in it, some to a paragraph. */
const heavy = (word: string, times = 24): string =>
  Array.from({ length: times }, (_, i) => `这件${word}大家都记着，${PLAIN}${i % 6 === 5 ? '\n' : ''}`).join(
    '',
  );

describe(RULE, () => {
  it('names a word once, in the paragraph that holds most', () => {
    const text = `${PLAIN}工作。\n${heavy('工作')}`;
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^“工作”全文出现 25 次，每千字 \d+\.\d 次，是一般报告的 \d+\.\d 倍，这一段就有 6 次/u,
      ),
    ]);
    const places = [findings[0]?.span, ...(findings[0]?.related ?? []).map(({ span }) => span)];
    expect(places).toHaveLength(6);
    expect(places.every((span) => text.slice(span?.start, span?.end) === '工作')).toBe(true);
  });

  it('looks at what is said, not at headings and tables', () => {
    const lines = heavy('工作', 36)
      .split('\n')
      .filter((line) => line !== '');
    const as = (mark: (line: string) => string) =>
      findingsOf(RULE, lines.map(mark).join('\n\n'), { format: 'markdown' }).length;
    expect(as((line) => line)).toBe(1);
    expect(as((line) => `## ${line}`)).toBe(0);
    expect(as((line) => `| ${line} |\n| --- |`)).toBe(0);
  });

  it('says nothing below the count, the density or the ratio', () => {
    expect(findingsOf(RULE, heavy('工作', 18))).toEqual([]);
    expect(findingsOf(RULE, heavy('工作') + PLAIN.repeat(120))).toEqual([]);
    expect(findingsOf(RULE, heavy('工作'), { options: { ratio: 20 } })).toEqual([]);
    expect(findingsOf(RULE, heavy('工作', 18), { options: { minCount: 10 } })).toHaveLength(1);
    expect(findingsOf(RULE, heavy('工作'), { options: { perThousand: 30 } })).toEqual([]);
  });

  it('lets the topic pass that a heading names, but not a hollow word', () => {
    expect(findingsOf(RULE, heavy('质量'))).toHaveLength(1);
    expect(findingsOf(RULE, `一、把质量抓上去\n${heavy('质量')}`)).toEqual([]);
    expect(findingsOf(RULE, `一、把工作抓上去\n${heavy('工作')}`)).toHaveLength(1);
  });

  it.each([
    ['一、把质量抓上去', 0],
    ['把质量抓上去', 0],
    ['  把质量抓上去  ', 0],
    [`质量${'大'.repeat(48)}`, 0],
    [`质量${'大'.repeat(49)}`, 1],
    ['把质量抓上去。', 1],
    ['把质量抓上去！', 1],
    ['把质量抓上去？', 1],
    ['各位抓质量的人：', 1],
    ['把质量抓上去；', 1],
    ['把质量抓上去，', 1],
    ['天晴了\n把质量抓上去', 1],
  ] as const)('takes a heading or the first line without a mark for the topic: %j', (line, count) => {
    expect(findingsOf(RULE, `${line}\n${heavy('质量')}`)).toHaveLength(count);
  });

  it('says it from the count, the density and the ratio on that the options say', () => {
    const text = heavy('工作', 24);
    expect(findingsOf(RULE, text, { options: { minCount: 24 } })).toHaveLength(1);
    expect(findingsOf(RULE, text, { options: { minCount: 25 } })).toEqual([]);
    const thousand = '工作，'.repeat(20).padEnd(999, '渠') + '。';
    expect(findingsOf(RULE, thousand, { options: { perThousand: 20, ratio: 1 } })).toHaveLength(1);
    expect(findingsOf(RULE, `${thousand}渠渠。`, { options: { perThousand: 20, ratio: 1 } })).toEqual([]);
  });

  it('names the words that stand thickest', () => {
    const times = (word: string, count: number) => `${PLAIN}${word}，`.repeat(count);
    const text = times('问题', 21) + times('质量', 24) + times('工作', 30) + times('落实', 27);
    const words = findingsOf(RULE, text, { options: { ratio: 1, perThousand: 1 } }).map(
      ({ message }) => /“(.+?)”/u.exec(message)?.[1],
    );
    expect(words.sort()).toEqual(['工作', '落实', '质量'].sort());
  });

  it('points at the first of two paragraphs that hold as many', () => {
    const line = `这件工作大家都记着，${PLAIN}`;
    const text = [line.repeat(3), line.repeat(12), line.repeat(12), line.repeat(2)].join('\n');
    const [finding] = findingsOf(RULE, text);
    expect(finding?.span.start).toBe(text.indexOf('\n') + 1 + line.indexOf('工作'));
    expect(finding?.related).toHaveLength(11);
    expect(finding?.message).toContain('这一段就有 12 次');
  });

  it('counts no word of a fixed term, and none that is the writer’s own', () => {
    expect(findingsOf(RULE, heavy('高质量发展'))).toEqual([]);
    const words = { fixedTerms: ['质量'], preferredTerms: {}, stockPhrases: [], confusableWords: {} };
    const { findings } = checkDraft(heavy('质量'), { format: 'plain', guide: { rules: {}, words } });
    expect(findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  });

  it('names at most three words', () => {
    const text = Array.from(
      { length: 24 },
      () => '工作、问题、落实、质量、责任，都要记着，山上山下走一走，看一看。',
    ).join('\n');
    expect(findingsOf(RULE, text)).toHaveLength(3);
  });

  it('says nothing of statutes', () => {
    const articles = [1, 2, 3, 4, 5].map((n) => `第${'一二三四五'.charAt(n - 1)}条　按时到会。`).join('\n');
    expect(findingsOf(RULE, `${articles}\n${heavy('工作')}`)).toEqual([]);
  });
});

it.each([...WORD_FREQUENCIES.keys()])('knows “%s”', (word) => {
  const text = heavy(word);
  const options = { ratio: 1, perThousand: 1 };
  expect(findingsOf(RULE, text, { options }).map(({ message }) => message)).toContainEqual(
    expect.stringContaining(`“${word}”全文出现 24 次`),
  );
});
