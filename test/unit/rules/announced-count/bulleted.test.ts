import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';

const RULE = 'announced-count';

const lines = (sign: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${sign}修第${i + 5}条路\n`).join('');

describe('lines that open with a sign', () => {
  it.each(['——', '--', ...Array.from('●•◆▲★※■□○')])('such as %s', (sign) => {
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines(sign, 2)}好。`)).toEqual(['三个方面']);
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines(`　${sign}`, 4)}好。`)).toEqual(['三个方面']);
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines(sign, 3)}好。`)).toEqual([]);
  });

  it.each(['—', '-', '·', '路●', ''])('not such as “%s”', (sign) => {
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines(sign, 2)}好。`)).toEqual([]);
  });

  it.each(['。', '：', ':', '', '。 ', '”。', '’：', '都要快', '努力把工作都抓好：'])(
    'follow an announcement that ends its paragraph with “%s”',
    (end) => {
      expect(wordsAt(RULE, `突出抓好三个方面${end}\n${lines('——', 2)}好。`)).toEqual(['三个方面']);
    },
  );

  it.each([
    ['ends a sentence before', '突出抓好三个方面，都要快。'],
    ['is of more characters', '突出抓好三个方面努力把工作全都抓好。'],
    ['is of one', '突出抓好一个方面。'],
    ['is of what are no points', '突出抓好三个孩子。'],
    ['is an item itself', '——突出抓好三个方面。'],
    ['comes before another', '突出抓好三个方面的两个村子。'],
  ])('not when it %s', (_, announced) => {
    expect(wordsAt(RULE, `${announced}\n${lines('——', 4)}好。`)).toEqual([]);
  });

  it('are two or more right behind it, of one sign', () => {
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines('——', 1)}好。`)).toEqual([]);
    expect(wordsAt(RULE, `突出抓好三个方面。\n好。\n${lines('——', 2)}好。`)).toEqual([]);
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines('●', 2)}${lines('◆', 1)}好。`)).toEqual(['三个方面']);
    expect(
      wordsAt(RULE, `突出抓好三个方面。\n${lines('●', 1)}${lines('——', 1)}${lines('●', 1)}好。`),
    ).toEqual(['三个方面']);
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines('——', 2)}`)).toEqual(['三个方面']);
  });

  it('are left alone when more of them stand a few lines on', () => {
    const after = (between: string): string =>
      `突出抓好三个方面。\n${lines('——', 2)}${between}${lines('——', 1)}`;
    expect(wordsAt(RULE, after('好。\n'))).toEqual([]);
    expect(wordsAt(RULE, after('好。\n好。\n'))).toEqual([]);
    expect(wordsAt(RULE, after('好。\n好。\n好。\n'))).toEqual(['三个方面']);
    expect(wordsAt(RULE, `突出抓好三个方面。\n${lines('——', 2)}好。\n${lines('●', 2)}`)).toEqual([
      '三个方面',
    ]);
  });

  it('are pointed at, not more than twelve characters of each', () => {
    const text = '突出抓好三个方面。\n——修路\n——把全县所有的水都引到田里\n好。';
    const [finding] = findingsOf(RULE, text);
    expect(finding?.message).toBe('这里说“三个方面”，后面只有两个方面，请补上一个方面或改成“两个方面”。');
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '——修路',
      '——把全县所有的水都引到',
    ]);
  });
});

describe('the items of a Markdown list', () => {
  const found = (text: string): readonly string[] => wordsAt(RULE, text, { format: 'markdown' });

  it.each(['- ', '* ', '+ ', '- [ ] ', '- [x] ', '- **', '1. ', '1) '])('opened by %s', (mark) => {
    const emphasis = mark.endsWith('**') ? '**' : '';
    const list = (announced: string): string =>
      `要做好${announced}件事：\n\n${['修路', '引水', '种树'].map((item) => `${mark}${item}${emphasis}\n`).join('')}`;
    expect(found(list('五'))).toEqual(['五件事']);
    expect(found(list('三'))).toEqual([]);
  });

  it('of the first depth, in a quotation too', () => {
    expect(found('要做好五件事：\n\n- 修路\n  - 选线\n    - 东线\n  - 征地\n- 引水\n')).toEqual(['五件事']);
    expect(found('要做好两件事：\n\n- 修路\n  - 选线\n    - 东线\n  - 征地\n- 引水\n')).toEqual([]);
    expect(found('> 要做好五件事：\n>\n> - 修路\n> - 引水\n')).toEqual(['五件事']);
  });
});
