import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'ordinal-sequence';

/** A text, the ordinal that must be found, a part of the message, and the text after the first fix. */
const faulty: readonly (readonly [string, string, string, string, string])[] = [
  [
    'a lost item in a paragraph',
    '要做好三件事：一是修路，三是引水，四是种树。',
    '三是',
    '中间缺“二是”',
    '要做好三件事：一是修路，二是引水，四是种树。',
  ],
  [
    'two lost items',
    '一是修路。二是引水。五是种树。',
    '五是',
    '中间缺“三是”到“四是”',
    '一是修路。二是引水。三是种树。',
  ],
  [
    'a doubled item with what follows left alone',
    '一是修路。二是引水。二是种树。四是办学。',
    '二是',
    '应为“三是”',
    '一是修路。二是引水。三是种树。四是办学。',
  ],
  [
    'a doubled item that was put in',
    '一要修路。二要引水。二要种树。三要办学。',
    '二要',
    '前面已经有“二要”',
    '一要修路。二要引水。三要种树。三要办学。',
  ],
  [
    'a doubled first',
    '一是修路。一是引水。三是种树。',
    '一是',
    '应为“二是”',
    '一是修路。二是引水。三是种树。',
  ],
  [
    'a doubled first that was put in',
    '一是修路。一是引水。二是种树。三是办学。',
    '一是',
    '应为“二是”',
    '一是修路。二是引水。二是种树。三是办学。',
  ],
  ['two firsts', '一要修路。一要引水。', '一要', '应为“二要”', '一要修路。二要引水。'],
  [
    'a restart that should go on',
    '一是修路。二是引水。一是种树。四是办学。',
    '一是',
    '应为“三是”',
    '一是修路。二是引水。三是种树。四是办学。',
  ],
  [
    'items in paragraphs',
    '一要修路。路通百业兴。\n二要引水。\n四要种树。\n五要办学。',
    '四要',
    '中间缺“三要”',
    '一要修路。路通百业兴。\n二要引水。\n三要种树。\n五要办学。',
  ],
  [
    'items with paragraphs in between',
    '一是修路。\n路通百业兴，今年再修三条。\n二是引水。\n水到渠成。\n二是种树。\n树大成荫。',
    '二是',
    '应为“三是”',
    '一是修路。\n路通百业兴，今年再修三条。\n二是引水。\n水到渠成。\n三是种树。\n树大成荫。',
  ],
  [
    'the outer series, whatever lists stand inside its items',
    '一要修路：一是选线，二是征地。\n三要引水：一是挖渠，二是建站，三是入户。',
    '三要',
    '中间缺“二要”',
    '一要修路：一是选线，二是征地。\n二要引水：一是挖渠，二是建站，三是入户。',
  ],
  [
    'the outer series of the same words',
    '一是修路。包括：一是选线；二是征地。\n三是引水。\n四是种树。',
    '三是',
    '中间缺“二是”',
    '一是修路。包括：一是选线；二是征地。\n二是引水。\n四是种树。',
  ],
  [
    'a misnumbered member',
    '一是修路。五是引水。三是种树。',
    '五是',
    '应为“二是”',
    '一是修路。二是引水。三是种树。',
  ],
  [
    'headings',
    '一、修路\n路要通。\n二、引水\n水要清。\n四、种树\n树要活。',
    '四、',
    '中间缺“三、”',
    '一、修路\n路要通。\n二、引水\n水要清。\n三、种树\n树要活。',
  ],
  [
    'headings on the second level',
    '一、修路\n（一）选线\n（二）征地\n（二）施工\n二、引水\n（一）挖渠\n（二）建站',
    '（二）',
    '应为“（三）”',
    '一、修路\n（一）选线\n（二）征地\n（三）施工\n二、引水\n（一）挖渠\n（二）建站',
  ],
  [
    'a heading that is numbered like the one before',
    '一、修路\n路要通。\n一、引水\n水要清。',
    '一、',
    '应为“二、”',
    '一、修路\n路要通。\n二、引水\n水要清。',
  ],
  [
    'Arabic headings',
    '1.修路\n路要通。\n2.引水\n水要清。\n4.种树\n树要活。',
    '4.',
    '中间缺“3.”',
    '1.修路\n路要通。\n2.引水\n水要清。\n3.种树\n树要活。',
  ],
  [
    'brackets',
    '分三步：（1）登记；（3）审核；（4）公示。',
    '（3）',
    '中间缺“（2）”',
    '分三步：（1）登记；（2）审核；（4）公示。',
  ],
  [
    'full-width digits',
    '分两步：（１）登记；（３）公示。',
    '（３）',
    '中间缺“（２）”',
    '分两步：（１）登记；（２）公示。',
  ],
  ['circles', '要点有：①地少；②人多；④路远。', '④', '中间缺“③”', '要点有：①地少；②人多；③路远。'],
  [
    '第',
    '第一，修路。第二，引水。第四，种树。',
    '第四',
    '中间缺“第三”',
    '第一，修路。第二，引水。第三，种树。',
  ],
  [
    'ordinals of three characters',
    '二十一要修路。二十二要引水。二十四要种树。',
    '二十四要',
    '中间缺“二十三要”',
    '二十一要修路。二十二要引水。二十三要种树。',
  ],
  ['其', '其一，地少。其三，路远。', '其三', '中间缺“其二”', '其一，地少。其二，路远。'],
  [
    '首先',
    '首先，修路。再次，引水。最后，种树。',
    '再次',
    '中间缺“其次”',
    '首先，修路。其次，引水。最后，种树。',
  ],
  [
    'counting verbs',
    '一抓修路，二抓引水，四抓种树。',
    '四抓',
    '中间缺“三抓”',
    '一抓修路，二抓引水，三抓种树。',
  ],
  [
    'exchanged ordinals',
    '一是修路。三是引水。二是种树。四是办学。',
    '三是',
    '排到了“二是”前面',
    '一是修路。二是引水。三是种树。四是办学。',
  ],
  [
    'a doubled first after an opening sentence',
    '要求如下。一是修路。一是引水。',
    '一是',
    '前面已经有“一是”',
    '要求如下。一是修路。二是引水。',
  ],
  [
    'a doubled first of clauses, when a second follows',
    '要求如下，一是修路，一是引水，二是种树。',
    '一是',
    '应为“二是”',
    '要求如下，一是修路，二是引水，二是种树。',
  ],
  [
    'a doubled first in the next paragraph, when a second follows',
    '一是修路。\n一是引水。\n二是种树。',
    '一是',
    '应为“二是”',
    '一是修路。\n二是引水。\n二是种树。',
  ],
  [
    'a doubled 首先',
    '首先，修路。首先，引水。再次，种树。',
    '首先',
    '应为“其次”',
    '首先，修路。其次，引水。再次，种树。',
  ],
  [
    'a list in circles whose first is lost',
    '一、修路\n①选线。\n②征地。\n二、引水\n②挖渠。\n③建站。',
    '②',
    '没有“①”',
    '一、修路\n①选线。\n②征地。\n二、引水\n①挖渠。\n③建站。',
  ],
  ['a lost first before one item', '要突出重点。二要引水。', '二要', '没有“一要”', ''],
  ['a lost first before 第二', '路先修好。\n第二，引水。\n第三，种树。', '第二', '没有“第一”', ''],
  [
    'a lost first that is told inside a paragraph further up',
    '修路要快，一是选线。\n路要通。\n二是引水。\n三是种树。',
    '二是',
    '没有“一是”',
    '',
  ],
  ['a lost first', '今年抓好三件事。修路要快。二是引水要稳。三是种树要实。', '二是', '没有“一是”', ''],
  ['a lost first before paragraphs', '要突出重点。\n二要引水。\n三要种树。', '二要', '没有“一要”', ''],
  [
    'a lost first heading',
    '同志们：\n修路要快\n二、引水要稳\n水要清。\n三、种树要实\n树要活。',
    '二、',
    '没有“一、”',
    '',
  ],
];

const lawful = [
  // The ordinal that seems lost stands there in another form.
  '一是修路。第二个是引水。三是种树。',
  '一要修路。其二引水。三要种树。',
  '（一）修路\n快。\n二）引水\n快。\n（三）种树\n快。',
  '一、修路\n快。\n第二部分引水\n快。\n三、种树\n快。',
  '要突出重点，二要引水。',
  '东乡修得最多。其二是西乡，其三是南乡。',
  // Lone firsts that may each begin a list of their own.
  '要求如下。第一，修路。第一，引水。',
  '一是修路。\n一是引水。',
  '一是修路。\n路要通。\n一是引水。\n二是种树。',
  '一是修路。有三点：一是选线。',
  '其次，修路。再次，引水。',
  '一方面修路。一方面引水。一方面种树。',
  // Restarts.
  '一、修路\n一是选线。二是征地。\n二、引水\n一是挖渠。二是建站。三是入户。',
  '一是修路。\n二是引水。\n再说明年。\n一是种树。\n二是办学。',
  '一要修路：一是选线，二是征地。二要引水：一是挖渠，二是建站。三要种树。',
  '一是修路。具体分两步。一是选线。二是征地。',
  '一是修路，包括：一是选线；二是征地。二是引水。三是种树。',
  '一是修路。主要是：一是选线；二是征地。\n二是引水。主要是：一是挖渠；二是建站。\n三是种树。',
  '（一）修路。\n（二）引水。\n一、种树\n（一）选苗\n（二）栽种\n二、办学\n（一）建校',
  // A list that goes on in paragraphs of its own.
  '主要有：一是修路；二是引水。\n三是种树。\n四是办学。',
  '一是修路；\n二是引水；三是种树；\n四是办学。',
  // Mixed words.
  '首先，修路。第二，引水。第三，种树。',
  '第一，修路。其次，引水。第三，种树。最后，办学。',
  '一是修路。二要引水。三是种树。',
  '一是修路。其次，引水。三是种树。',
  '首先，修路。然后引水。再次，种树。',
  '首先要修路。最后，要种树。',
  '最后，祝大家身体健康！',
  '一方面修路，一方面引水，另一方面种树。',
  '一方面要快。另一方面要好。\n另一方面，还要省。',
  '一、修路。\n二、引水。\n……\n五、办学。',
  '一是修路，一是引水，一是种树。',
  '其一是路不通。其一是水不来。',
  // A first point that is told without its ordinal.
  '首先是修路。二是引水。三是种树。',
  '一方面要修路，二是引水，三是种树。',
  '第一位的是修路，二是引水，三是种树。',
  '修路最要紧。第二，引水。',
  '东乡修得最多，占一半。第二是西乡，第三是南乡。',
  '办法有的是。其次，要肯干。',
  // No ordinals at all.
  '说一是一，说二是二。一是一，二是二，三是三，不能含糊。',
  '二要素缺一不可，三要素更要齐全。',
  '全国第一，全省第三，全市第五。',
  '1.5倍、3.2倍，都是增长。\n2.5倍也不少。\n4.6倍就更多了。',
  '二、三季度要加快进度。\n四、五月份是农忙时节。',
  '5、6月份雨水多。\n8、9月份又要抗旱。',
  '第一条 为了修好路，制定本办法。\n第三条 本办法由县里解释。',
  '开展“三严三实”教育，落实“五比五不比”。三严要落地，五比要见效。',
  '2022年修路，2024年引水。\n2022.修路\n2024.引水',
  '见（三）和（五）的说明。',
];

describe(RULE, () => {
  it.each(faulty)('finds %s', (_, text, ordinal, message, fixed) => {
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ span }) => text.slice(span.start, span.end))).toEqual([ordinal]);
    expect(findings[0]?.message).toContain(message);
    if (fixed === '') return;
    expect(applyFix(text, findings[0], /^(?:把|对调)/u)).toBe(fixed);
  });

  it.each(lawful)('says nothing about %j', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('points at the second of two equal ordinals and names the first', () => {
    const text = '一是修路。二是引水。二是种树。';
    const [finding] = findingsOf(RULE, text);
    expect(finding?.span.start).toBe(text.lastIndexOf('二是'));
    expect(finding?.related.map(({ span }) => span.start)).toEqual([text.indexOf('二是')]);
  });

  it('names both that have changed places', () => {
    const text = '一是修路。三是引水。二是种树。';
    const [finding, ...others] = findingsOf(RULE, text);
    expect(others).toEqual([]);
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['一是', '二是']);
    expect(applyFix(text, finding, /对调/u)).toBe('一是修路。二是引水。三是种树。');
  });

  it('renumbers the rest of a series and leaves its announcement alone', () => {
    const text = '要做好四件事：一是修路。三是引水。四是种树。';
    const fixed = applyFix(text, findingsOf(RULE, text)[0], /依次/u);
    expect(fixed).toBe('要做好四件事：一是修路。二是引水。三是种树。');
    expect(findingsOf(RULE, fixed)).toEqual([]);
  });

  it('reports every fault of a series once', () => {
    expect(wordsAt(RULE, '一是甲。三是乙。四是丙。五是丁。五是戊。')).toEqual(['三是', '五是']);
  });

  it('counts on through three equal ordinals', () => {
    const text = '一、修路\n一、引水\n一、种树\n';
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ message }) => /应为“(.)、”/u.exec(message)?.[1])).toEqual(['二', '三']);
  });

  it('reads headings of Markdown, and leaves the numbers of its lists to the renderer', () => {
    const markdown = '## 一、修路\n\n路要通。\n\n## 三、引水\n\n1. 挖渠\n1. 建站\n3. 入户\n';
    expect(wordsAt(RULE, markdown, { format: 'markdown' })).toEqual(['三、']);
  });

  it('does not take the 2. of a list below a heading for the 二、 that is lost', () => {
    const text = '一、总体要求\n（一）保护水源。\n1.划定范围。\n2.完善监测。\n三、保障措施\n';
    expect(wordsAt(RULE, text)).toEqual(['三、']);
    const told = '一、成绩\n成绩不小。\n第一面镜子是质量。\n第二面镜子是成本。\n三、任务\n';
    expect(wordsAt(RULE, told)).toEqual(['三、']);
    expect(wordsAt(RULE, '一、总体要求\n要求要严。\n2.重点任务\n任务要实。\n三、保障措施\n')).toEqual([]);
  });

  it('takes a heading without an ordinal for a new section', () => {
    const markdown = '# 甲会讲话\n\n## 一、修路\n\n路要通。\n\n# 乙会讲话\n\n## 一、引水\n\n水要清。\n';
    expect(wordsAt(RULE, markdown, { format: 'markdown' })).toEqual([]);
  });
});
