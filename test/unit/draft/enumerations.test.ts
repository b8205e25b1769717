import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { seriesOf } from '../../../server/src/core/draft/enumerations.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import { ordinalOf } from '../../../server/src/core/draft/ordinals.js';

/** The series of a draft: ordinals, then faults as kind@index=expected, then ? where it is unclear. */
function lists(text: string, format: DraftFormat = 'plain'): string[] {
  return seriesOf(buildDraft(text, format)).map(({ members, faults, unclear }) => {
    const wrong = faults.map(({ kind, at, expected }) => `${kind}@${at}=${expected}`);
    return [...members.map(ordinalOf), ...wrong, ...(unclear ? ['?'] : [])].join(' ');
  });
}

/** Lines that each open with an ordinal. */
const lines = (...ordinals: string[]): string => ordinals.map((ordinal) => `${ordinal}修渠。\n`).join('');

/** One paragraph of sentences that each open with an ordinal. */
const sentences = (...ordinals: string[]): string => ordinals.map((ordinal) => `${ordinal}修渠。`).join('');

/** By family: what opens its first and its second paragraph. */
const OUTER = {
  hanDot: ['一、', '二、'],
  hanParen: ['（一）', '（二）'],
  arabicDot: ['1.', '2.'],
  arabicParen: ['（1）', '（2）'],
  circled: ['①', '②'],
  di: ['第一，', '第二，'],
  qi: ['其一，', '其二，'],
  shi: ['一是', '二是'],
  yao: ['一要', '二要'],
  verb: ['一抓', '二抓'],
  shouxian: ['首先，', '其次，'],
  side: ['一方面', '另一方面'],
} as const;

type Family = keyof typeof OUTER;

const ITEMS: readonly Family[] = ['di', 'qi', 'shi', 'yao', 'verb', 'shouxian', 'side'];

/** Which lists a family's paragraphs end: those of the levels below it, and for headings all items. */
const ENDED: Readonly<Record<Family, readonly Family[]>> = {
  hanDot: ['hanParen', 'arabicDot', 'arabicParen', 'circled', ...ITEMS],
  hanParen: ['arabicDot', 'arabicParen', 'circled', ...ITEMS],
  arabicDot: ['arabicParen', 'circled'],
  arabicParen: ['circled'],
  circled: [],
  di: [],
  qi: [],
  shi: [],
  yao: [],
  verb: [],
  shouxian: [],
  side: [],
};

const families = Object.keys(OUTER) as Family[];
const pairs = families.flatMap((outer) =>
  families.filter((inner) => inner !== outer).map((inner) => [outer, inner] as const),
);

describe('a list', () => {
  it.each(pairs)('of %s against one of %s', (outer, inner) => {
    const [first, second] = OUTER[inner];
    const found = lists(lines(first, OUTER[outer][0], second)).map((list) =>
      list.replace(/ first@0=1$/u, ''),
    );
    const [one, two] = [first, second].map((ordinal) => ordinal.replace(/，$/u, ''));
    if (ENDED[outer].includes(inner)) expect(found).toEqual(expect.arrayContaining([one, two]));
    else expect(found).toContain(`${one} ${two}`);
  });

  it('is not ended by a heading’s ordinal inside a paragraph', () => {
    expect(lists('一是修路。分两段。（一）东段。\n二是引水。')).toEqual(['一是 二是', '（一）']);
  });

  it('goes on in the next paragraph when it changes its place, and not later', () => {
    expect(lists('主要有：一是修路；二是引水。\n三是种树。')).toEqual(['一是 二是 三是']);
    expect(lists('主要有：一是修路；二是引水。\n都要快。\n三是种树。')).toEqual(['一是 二是', '三是']);
    expect(lists('有的人，一是嫌累。\n有的人，三是嫌远。')).toEqual(['一是', '三是']);
  });

  it('goes on beside an outer one only in a paragraph of its own', () => {
    expect(lists('一是修路。\n路要通。\n包括：一是选线；二是征地。\n三是施工。')).toEqual([
      '一是',
      '一是 二是 三是',
    ]);
    expect(lists('一是修路。包括：一是选线；二是征地。\n三是施工。')).toEqual([
      '一是 三是 gap@1=2',
      '一是 二是',
    ]);
    expect(lists('一是修路。\n二是引水。\n要好。一是选线。三是征地。')).toEqual([
      '一是 二是',
      '一是 三是 gap@1=2',
    ]);
  });

  it('takes no more members when another began in the same kind of place', () => {
    expect(lists(lines('一是', '二是', '一是', '三是'))).toEqual(['一是 二是', '一是 三是 gap@1=2']);
    expect(lists('一是修路。\n二是引水，一是挖渠，二是建站。\n三是种树。')).toEqual([
      '一是 二是 三是',
      '一是 二是',
    ]);
  });

  it('is unclear when its member would fit one before as well', () => {
    expect(lists(lines('一是', '二是', '一是', '二是', '三是'))).toEqual(['一是 二是', '一是 二是 三是 ?']);
    expect(lists(lines('一是', '二是', '三是', '一是', '二是'))).toEqual(['一是 二是 三是', '一是 二是']);
    expect(lists(lines('一是', '二是', '一是', '二是'))).toEqual(['一是 二是', '一是 二是']);
  });

  it('is told inside seven others and no deeper', () => {
    const nested = (depth: number): string => `一是修渠：${'一是挖，'.repeat(depth)}要快。\n二是引水。`;
    expect(lists(nested(7))[0]).toBe('一是 二是');
    expect(lists(nested(8))[0]).toBe('一是');
  });

  it('counts on only with the same verb', () => {
    expect(lists('一抓路，二抓水，三看树。')).toEqual(['一抓 二抓', '三看']);
  });

  it('ends with 最后 where it stands, and 最后 alone is none', () => {
    expect(lists('首先，修路。其次，引水。最后，种树。')).toEqual(['首先 其次 最后']);
    expect(lists('首先，修路。\n其次，引水。\n最后，种树。')).toEqual(['首先 其次 最后']);
    expect(lists('首先，修路。其次，引水。\n今年修好。最后，种树。')).toEqual(['首先 其次']);
    expect(lists('最后，种树。')).toEqual([]);
    expect(lists('首先，修路。最后，种树。其次，引水。')).toEqual(['首先 最后 其次']);
  });
});

describe('in Markdown a heading without an ordinal', () => {
  const markdown = (...blocks: string[]): string[] => lists(blocks.join('\n\n'), 'markdown');

  it('ends lower headings and items, and not its own level or those above', () => {
    expect(markdown('### （一）修路', '## 说明', '### （二）引水')).toEqual(['（一）', '（二） first@0=1']);
    expect(markdown('一是修路。', '## 说明', '二是引水。')).toEqual(['一是', '二是 first@0=1']);
    expect(markdown('## 一、修路', '## 说明', '## 二、引水')).toEqual(['一、 二、']);
    expect(markdown('## 一、修路', '### 说明', '## 二、引水')).toEqual(['一、 二、']);
  });

  it('begins a section for lists of its level and below, in which a first is no double', () => {
    expect(markdown('## 一、修路', '## 说明', '## 一、引水', '## 二、种树')).toEqual(['一、', '一、 二、 ?']);
    expect(markdown('## 一、修路', '### 说明', '## 一、引水', '## 二、种树')).toEqual([
      '一、 一、 二、 double@1=2 ?',
    ]);
    expect(markdown('### （一）修路', '## 说明', '### （一）引水')).toEqual(['（一）', '（一）']);
    expect(markdown('（一）修路', '# 说明', '一、引水', '（一）种树')).toEqual(['（一）', '一、', '（一）']);
  });
});

describe('a fault', () => {
  it.each([
    ['一二四五', 'gap@2=3'],
    ['一二二三', 'double@2=3'],
    ['一二三四三', 'wrong@4=5'],
    ['一五三', 'wrong@1=2'],
    ['一三二', 'swap@1=2'],
    ['一二四三', 'swap@2=3'],
    ['一三二四六', 'swap@1=2 gap@4=5'],
    ['一四二', 'gap@1=2 wrong@2=5'],
    ['一二三五三', 'gap@3=4 wrong@4=6'],
    ['一二四五三', 'gap@2=3 wrong@4=6'],
    ['二三四', 'first@0=1'],
    ['一一二', 'double@1=2'],
    ['一一三', 'double@1=2'],
    ['一二一四', 'wrong@2=3'],
    ['一一二四', 'double@1=2 gap@3=3'],
  ])('of %s is %s', (numerals, faults) => {
    const ordinals = Array.from(numerals).map((numeral) => `${numeral}要`);
    expect(lists(sentences(...ordinals))).toEqual([`${ordinals.join(' ')} ${faults}`]);
  });

  it('is no two after a three or more: its own first is lost', () => {
    expect(lists(sentences('一是', '二是', '三是', '二是'))).toEqual(['一是 二是 三是', '二是 first@0=1']);
  });

  it('is no lost first of 另一方面 and 其次', () => {
    expect(lists('另一方面要省。')).toEqual(['另一方面']);
    expect(lists('其次，修路。再次，引水。')).toEqual(['其次 再次']);
    expect(lists('②修路。③引水。')).toEqual(['② ③ first@0=1']);
  });

  it('joins a restart only of one member, in the same place, with what would follow it', () => {
    expect(lists(sentences('一是', '二是', '三是', '一是', '二是', '五是'))).toEqual([
      '一是 二是 三是',
      '一是 二是 五是 gap@2=3',
    ]);
    expect(lists(sentences('一是', '二是', '一是', '五是'))).toEqual(['一是 二是', '一是 五是 gap@1=2']);
    expect(lists('一是修路。\n二是引水。\n主要是，一是挖渠，四是建站。')).toEqual([
      '一是 二是',
      '一是 四是 gap@1=2',
    ]);
    expect(lists('有三条。一是修路。二是引水。一是种树。\n四是办学。')).toEqual([
      '一是 二是',
      '一是',
      '四是',
    ]);
  });
});

describe('a doubled first', () => {
  it.each(['一、', '（一）'])('is %s twice in one section, whatever stands between', (ordinal) => {
    expect(lists(`${ordinal}修路\n路要通。\n${ordinal}引水\n水要清。`)).toEqual([
      `${ordinal} ${ordinal} double@1=2`,
    ]);
  });

  it('is one of items only when a second follows in the next paragraph', () => {
    expect(lists(lines('一是', '一是', '二是'))).toEqual(['一是 一是 二是 double@1=2 ?']);
    expect(lists(lines('一是', '一是'))).toEqual(['一是', '一是']);
    expect(lists('一是修路。\n路要通。\n一是引水。\n二是种树。')).toEqual(['一是', '一是 二是 ?']);
    expect(lists('三是修路。\n一是引水。\n二是种树。')).toEqual(['三是', '一是 二是']);
  });

  it('is one of sentences, and of clauses only when a second follows', () => {
    expect(lists('要好。一是修路。一是引水。')).toEqual(['一是 一是 double@1=2']);
    expect(lists('要好。第一，修路。第一，引水。')).toEqual(['第一', '第一']);
    expect(lists('要好，一是修路，一是引水。')).toEqual(['一是', '一是']);
    expect(lists('要好，一是修路，一是引水，二是种树。')).toEqual(['一是 一是 二是 double@1=2']);
    expect(lists('要好，一是修路。\n还要，一是引水，二是种树。')).toEqual(['一是', '一是 二是']);
  });

  const ANNOUNCED = [
    '分几步。',
    '如下。',
    '有下列内容。',
    '有许多办法。',
    '有一些办法。',
    '办法是：要快。',
    '办法是:要快。',
    '分三步！',
    ...Array.from('一二三四五六七八九两059').map((numeral) => `分${numeral}步。`),
    ...Array.from('个点项条步类件层').map((measure) => `有三${measure}。`),
    '有三个环节要抓。',
  ];

  it.each(ANNOUNCED)('is none inside the first item, after “%s”', (announced) => {
    expect(lists(`一是修路，${announced}一是选线。二是征地。`)).toEqual(['一是', '一是 二是']);
  });

  it.each(['路要通。', '有三点。路要通。', '三里长的路要通。', '有人个个都要来。'])(
    'is one after “%s”',
    (said) => {
      expect(lists(`一是修路，${said}一是选线。二是征地。`)).toEqual(['一是 一是 二是 double@1=2']);
    },
  );

  it('is none in another paragraph, and none of a clause', () => {
    expect(lists('一是修路。\n路要通。一是引水。二是种树。')).toEqual(['一是', '一是 二是']);
    expect(lists('一是修路，一是引水。')).toEqual(['一是', '一是']);
    expect(lists('第一，修路。第一，引水。')).toEqual(['第一', '第一']);
  });
});

describe('two numbers of one quantity', () => {
  it.each([
    '二、三季度要快。',
    '5、6月份要快。',
    '十、十一月份要快。',
    '9、10月份要快。',
    '十一、十二月要快。',
  ])('are no ordinal: %s', (text) => {
    expect(lists(text)).toEqual([]);
  });

  it.each([
    ['二、五月份要快。', '二、 first@0=1'],
    ['二、第三季度要快。', '二、 first@0=1'],
    ['（二）三季度要快。', '（二） first@0=1'],
    ['二、要快。', '二、 first@0=1'],
  ])('are not %s', (text, list) => {
    expect(lists(text)).toEqual([list]);
  });
});
