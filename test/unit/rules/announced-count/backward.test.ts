import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';

const RULE = 'announced-count';
const TWO = '一是修路。二是引水。';
const LINES = '一是修路。\n二是引水。\n';

describe('a number that looks back at a list', () => {
  const WORDS = ['这', '以上', '上述', '上面', '前述', '前面讲', '前面说到', '前面提的', '前面讲到的'];

  it.each(WORDS)('with %s', (words) => {
    expect(wordsAt(RULE, `${TWO}${words}三个方面，要一起抓。`)).toEqual(['三个方面']);
    expect(wordsAt(RULE, `${LINES}${words}三个方面，要一起抓。`)).toEqual(['三个方面']);
    expect(wordsAt(RULE, `${TWO}${words}两个方面，要一起抓。`)).toEqual([]);
    expect(wordsAt(RULE, `${TWO}${words}里有三个方面，要一起抓。`)).toEqual([]);
  });

  it('names the items before it', () => {
    const [finding] = findingsOf(RULE, `${TWO}这三个方面，要一起抓。`);
    expect(finding?.message).toBe(
      '这里说“三个方面”，前面只有两个方面（一是、二是），请补上一个方面或改成“两个方面”。',
    );
  });

  it('stands in the first sentence of the paragraph after it', () => {
    expect(wordsAt(RULE, `${LINES}大家记住，这三个方面都重要。`)).toEqual(['三个方面']);
    expect(wordsAt(RULE, `${LINES}大家记住。这三个方面都重要。`)).toEqual([]);
    expect(wordsAt(RULE, `${LINES}好。\n这三个方面都重要。`)).toEqual([]);
    expect(wordsAt(RULE, `大家好，${LINES}这三个方面都重要。`)).toEqual(['三个方面']);
    expect(wordsAt(RULE, '大家好，一是修路，二是引水。\n这三个方面都重要。')).toEqual([]);
    expect(wordsAt(RULE, `${LINES}一、以上三个方面都重要`)).toEqual([]);
  });

  it.each([
    ['looks forward', `${TWO}这三个方面：路、水、树。`],
    ['looks forward, in quotation marks', `${TWO}“这三个方面” ：路、水、树。`],
    ['looks forward with a half-width colon', `${TWO}这三个方面:路、水、树。`],
    ['is of one', `${TWO}这一个方面，要一起抓。`],
    ['is of what are no points', `${TWO}这三个孩子，要一起抓。`],
    ['is behind a lone ordinal', '一是修路。这三个方面，要一起抓。'],
    ['is behind a list without its first', '二是修路。三是引水。这三个方面，要一起抓。'],
    ['is behind two lists', `${TWO}第一，种树。第二，办学。这四个方面，要一起抓。`],
    ['agrees with one of two lists', `${TWO}第一，种树。第二，办学。第三，修桥。这三个方面，要一起抓。`],
    ['is before the list', `这三个方面，要一起抓。${TWO}`],
    ['was named before', `三个方面出了问题，大家分头去看。${TWO}这三个方面，要一起抓。`],
  ])('none when it %s', (_, text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('was not named before when the number or the measure word was another', () => {
    expect(wordsAt(RULE, `四个方面出了问题，大家分头去看。${TWO}这三个方面，要一起抓。`)).toEqual([
      '三个方面',
    ]);
    expect(wordsAt(RULE, `三点钟出了问题，大家分头去看。${TWO}这三个方面，要一起抓。`)).toEqual(['三个方面']);
  });
});
