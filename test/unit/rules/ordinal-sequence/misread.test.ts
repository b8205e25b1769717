import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';

const RULE = 'ordinal-sequence';
const found = (text: string): readonly string[] => wordsAt(RULE, text);

describe('a missing ordinal in another form', () => {
  const FORMS = [
    '第二',
    '第2',
    '其二',
    '其2',
    '（二）',
    '(2)',
    '二.',
    '二．',
    '2、',
    '二，',
    '二是',
    '二个是',
    '二要',
    '二个要',
    '二条是',
    '二来',
    '二则',
    '二为',
    '二在',
    '二靠',
    '二抓',
    '二讲',
    '二看',
    '其次，',
    '其次是',
    '其次要',
  ];

  it.each(FORMS)('of items inside a paragraph: %s', (form) => {
    // 二是 and the like would be told as ordinals of their own where they open a clause.
    for (const before of ['，“', '：‘', '（', '、', ' ']) {
      expect(found(`一是修路${before}${form}引水，三是种树。`)).toEqual([]);
    }
    expect(found(`一是修路也${form}引水，三是种树。`)).toEqual(['三是']);
  });

  it.each(FORMS)('of items in paragraphs only where it opens one: %s', (form) => {
    expect(found(`一抓修路。\n　“${form}引水”。\n三抓种树。`)).not.toContain('三抓');
    expect(found(`一抓修路。\n引水，好${form}引水。\n三抓种树。`)).toEqual(['三抓']);
  });

  it.each(['第三', '二里', '二.5', '第四', '二人'])('is not told by %s', (words) => {
    expect(found(`一是修路，“${words}引水，三是种树。`)).toEqual(['三是']);
  });

  it('of a first, a second and a third point', () => {
    expect(found('一是修路。二是引水。再说“再次，种树”。四是办学。')).toEqual([]);
    expect(found('一是修路。二是引水。再说“其次，种树”。四是办学。')).toEqual(['四是']);
    expect(found('一是修路。二是引水。三是种树。再说“再次，办学”。五是修桥。')).toEqual(['五是']);
  });

  it.each(['……', '…', '...', '。。。', '（略）', '(略)', '（中略）'])(
    'is left out where %s stands',
    (sign) => {
      expect(found(`一是修路。${sign}三是种树。`)).toEqual([]);
      expect(found(`一是修路。\n${sign}\n三是种树。`)).toEqual([]);
    },
  );

  it.each(['..', '。。', '（略去）', '略'])('is not left out where %s stands', (sign) => {
    expect(found(`一是修路${sign}，三是种树。`)).toEqual(['三是']);
  });
});

describe('a missing heading mistyped', () => {
  const around = (line: string): readonly string[] => found(`一、修路\n快。\n${line}\n三、种树\n快。`);

  it.each([',', '，', ':', '：', '.', '．', ' ', '　'])('with %j for its mark', (mark) => {
    expect(around(`二${mark}引水要快。`)).toEqual([]);
    expect(around(`“二${mark}引水要快。`)).toEqual([]);
    expect(around(`2${mark}引水要快。`)).toEqual([]);
    expect(around(`二${mark}5引水要快。`)).toEqual(['三、']);
    expect(around(`大家二${mark}引水要快。`)).toEqual(['三、']);
  });

  it.each(['（一）', '(一)', '（1）'])('of brackets, with one of them: %s', (first) => {
    const [open, own] = [first.charAt(0), first.charAt(1)];
    const numeral = (value: number): string => (own === '1' ? String(value) : '一二三'.charAt(value - 1));
    const text = (line: string): string =>
      `${first}修路\n快。\n${line}\n${open}${numeral(3)}${first.charAt(2)}种树\n快。`;
    for (const close of ['）', ')']) {
      expect(found(text(`${numeral(2)}${close}引水要快。`))).toEqual([]);
      expect(found(text(`${own === '1' ? '二' : '2'}${close}引水要快。`))).toEqual([]);
    }
    expect(found(text(`${numeral(2)}，引水要快。`))).toHaveLength(1);
  });

  it.each([
    ['第二部分，引水要快。', []],
    ['第2部分，引水要快。', []],
    ['第一部分，引水要快。\n第二部分，种树要快。', ['三、']],
    ['第1部分，引水要快。\n第2部分，种树要快。', ['三、']],
    ['2.引水要快。快。', []],
    ['1.引水要快。快。\n2.种树要快。快。', ['三、']],
    ['二人引水要快。', ['三、']],
    ['第三部分，引水要快。', ['三、']],
  ])('or a list below it: %j', (lines, expected) => {
    expect(around(lines)).toEqual(expected);
  });
});

describe('首先 and its likes', () => {
  const CARRIES_ON = [
    '其次',
    '然后',
    '接着',
    '随后',
    '同时',
    '此外',
    '另外',
    '还有',
    '再者',
    '再就是',
    '第二',
    '二是',
  ];

  it.each(CARRIES_ON)('are carried on by %s', (words) => {
    expect(found(`首先，修路，“${words}引水”。再次，种树。`)).toEqual([]);
    expect(found(`首先，修路也${words}引水。再次，种树。`)).toEqual(['再次']);
  });

  it('may come in another order', () => {
    expect(found('首先，修路。再次，引水。其次，种树。')).toHaveLength(1);
    expect(found('首先，修路。其次，引水。再次，种树。首先，办学。其次，修桥。')).toEqual([]);
  });
});

describe('a first point without its ordinal', () => {
  const FIRSTS = [
    '首先',
    '首要的',
    '第一位的',
    '最重要的',
    '最关键的',
    '最根本的',
    '第一',
    '其一',
    '头一',
    '（一）',
    '(1)',
    '①、',
    '1.',
    '一，',
    '一要',
    '一则',
    '一来',
    '一方面',
    '一边',
    '一抓',
    '一靠',
    '一看',
    '一讲',
    '一为',
    '一在',
    '一曰',
    '一个是',
    '一条最要紧是',
    '一种是',
    '一点是',
    '一类是',
    '一项是',
  ];

  it.each(FIRSTS)('is told as %s in a clause before, or a line', (words) => {
    expect(found(`好，“${words}修路，二是引水，三是种树。`)).toEqual([]);
    expect(found(`好，“${words}修路。\n二是引水。\n三是种树。`)).toEqual([]);
    expect(found(`“${words}修路。\n路要通。\n二是引水。\n三是种树。`)).toEqual([]);
    expect(found(`大家也${words}修路。\n路要通。\n二是引水。\n三是种树。`)).toEqual(['二是']);
  });

  it.each([
    ...Array.from('百千章节条款线批次年名位').map((word) => `第一${word}`),
    '第一产业',
    '第一书记',
    '第一时间',
    '第一季度',
    '第一方阵',
    '第一步',
    '一条路',
    '一个好办法，是',
    '一人',
  ])('is not told as %s', (words) => {
    expect(found(`好。${words}修路，二是引水，三是种树。`)).toEqual(['二是']);
  });

  it('is looked for in the four paragraphs before, up to a heading', () => {
    const far = (lines: number): string => `首先要修路。\n${'好。\n'.repeat(lines)}二是引水。\n三是种树。`;
    expect(found(far(3))).toEqual([]);
    expect(found(far(4))).toEqual(['二是']);
    expect(found('首先要修路。\n一、水\n二是引水。\n三是种树。')).toEqual(['二是']);
    expect(found('好，首先要修路。\n二是引水。\n三是种树。')).toEqual([]);
    expect(found('好，首先要修路。\n好。\n二是引水。\n三是种树。')).toEqual(['二是']);
  });

  it.each([
    '首先',
    '第一，',
    '第一部分',
    '第一是',
    '第一要',
    '第一个',
    '（一)',
    '1)',
    '(1 ',
    '一，',
    '一:',
    '1．',
    '一 ',
  ])('of a heading is told as %s', (words) => {
    expect(found(`${words}修路要快，大家努力。\n二、引水\n快。\n三、种树\n快。`)).toEqual([]);
    expect(found(`大家${words}修路要快。\n二、引水\n快。\n三、种树\n快。`)).toEqual(['二、']);
  });

  it('of a heading is looked for behind other headings too', () => {
    expect(found('一，修路要快，大家努力。\n（一）东路\n快。\n二、引水\n快。\n三、种树\n快。')).toEqual([]);
    expect(found('第一线，大家努力。\n二、引水\n快。\n三、种树\n快。')).toEqual(['二、']);
  });

  it('of a lone second is missing only with ordinals that count strictly', () => {
    expect(found('要突出重点。\n二是引水。')).toEqual(['二是']);
    expect(found('要突出重点。\n二要引水。')).toEqual(['二要']);
    expect(found('要突出重点。\n二、引水\n快。')).toEqual(['二、']);
    expect(found('要突出重点。\n（二）引水\n快。')).toEqual(['（二）']);
    expect(found('要突出重点。\n第二，引水。')).toEqual([]);
    expect(found('要突出重点。\n2.引水\n快。')).toEqual([]);
    expect(found('要突出重点。\n②引水。')).toEqual([]);
    expect(found('要突出重点，二是引水。')).toEqual([]);
    expect(found('要突出重点。二是引水。')).toEqual(['二是']);
  });

  it('within a paragraph is missing but for 第二 and 其二, which rank', () => {
    expect(found('东乡占一半。第二，西乡。第三，南乡。')).toEqual([]);
    expect(found('东乡占一半。其二，西乡。其三，南乡。')).toEqual([]);
    expect(found('东乡占一半。二要修西乡。三要修南乡。')).toEqual(['二要']);
    expect(found('东乡占一半。②西乡。③南乡。')).toEqual(['②']);
    expect(found('东乡占一半。\n第二，西乡。\n第三，南乡。')).toEqual(['第二']);
  });
});

describe('the finding', () => {
  it('of a gap names what is missing, from the first to the last', () => {
    const message = (text: string): string | undefined => findingsOf(RULE, text)[0]?.message;
    expect(message('一是修路。三是种树。')).toContain('中间缺“二是”，');
    expect(message('一是修路。四是种树。')).toContain('中间缺“二是”到“三是”，');
    expect(message('首先，修路。最后，种树。一是甲。六是乙。')).toContain('中间缺“二是”到“五是”，');
  });

  it('offers one ordinal, and the rest when more than one would change', () => {
    const titles = (text: string): readonly string[] | undefined =>
      findingsOf(RULE, text)[0]?.fixes.map(({ title }) => title);
    expect(titles('一是修路。三是种树。')).toEqual(['把“三是”改为“二是”']);
    expect(titles('一是修路。三是种树。四是办学。')).toEqual([
      '把“三是”改为“二是”',
      '从这里起依次改号（共 2 处）',
    ]);
    expect(titles('一是修路。三是种树。三是办学。')).toEqual(['把“三是”改为“二是”']);
    expect(titles('一是修路。三是引水。二是种树。')).toEqual(['对调“三是”和“二是”']);
    expect(titles('⑨修路。⑩引水。⑩种树。')).toEqual([]);
    expect(findingsOf(RULE, '一是修路。三是种树。四是办学。')[0]?.fixes.every(({ safe }) => !safe)).toBe(
      true,
    );
  });

  it('points at the ordinal before it', () => {
    const text = '一是修路。三是种树。';
    const [finding] = findingsOf(RULE, text);
    expect(finding?.related.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual([
      ['一是', '前面的“一是”'],
    ]);
    const [swap] = findingsOf(RULE, '一是修路。三是引水。二是种树。');
    expect(swap?.related.map(({ message }) => message)).toEqual(['前面的“一是”', '后面的“二是”']);
    expect(findingsOf(RULE, '要快。二是引水。三是种树。')[0]?.related).toEqual([]);
  });
});
