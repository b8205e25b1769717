import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'stray-space';

/** A middle dot stands for the blank that must be found, in the row's own blank. */
const faulty: readonly (readonly [string, string])[] = [
  [' ', '让我们·携手前进，再立新功。'],
  ['\u00A0', '同志们，··让我们·以更实的作风往前走。'],
  ['\u3000', '各乡镇、·各部门要抓紧。'],
  ['\u200B', '抓好春·耕备耕，不误农时。'],
  ['\uFEFF', '抓好春耕·备耕，不误农时。'],
  ['\u00A0', '·同志们：'],
  [' ', '全县建成8个群、12个点，另有4·个微信群。'],
  [' ', '全县建成8个群、12个点，共·20处，运转正常。'],
  [' ', '要念好“实”·字诀，抓到底。'],
  ['\u00A0', '抓紧做好两件事：一是·传达会议精神；二是走访劳模。'],
  [' ', '办法很多。例·如，请老师傅带徒弟。'],
  [' ', '这是一支由各村老党员自己组织·起来的专门劝架的老娘舅小队伍。'],
];

const lawful = [
  '　　同志们，大家好。',
  '    同志们，大家好。',
  '一、 加强领导',
  '（一） 修路的事，要抓紧。',
  '第三条 本办法自发布之日起施行。',
  '二　论修路，要从头说起。',
  '云溪县人民政府  张三',
  '到会的有：张  三、李  四、王二小。',
  '要叫响“水秀云溪 山青云溪”的品牌。',
  '今年投入 300 万元，新建 5 个站，改造 12 公里，惠及 2 万人。',
  '抓好春耕备耕，不误农时。  ',
  '我们用 Rust 写程序，运行得很快。',
  '说“OK” 就行，写“Yes” 也行，都用 3 号字 和 Word 排版。'.replace('字 和', '字和'),
];

describe(RULE, () => {
  it.each(faulty)('finds %j in %s and deletes it', (blank, marked) => {
    const text = marked.replaceAll('·', blank);
    const expected = [...marked.matchAll(/·+/gu)].map((match) => [
      match.index,
      match.index + match[0].length,
    ]);
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ span }) => [span.start, span.end])).toEqual(expected);
    expect(findings.every(({ fixes }) => fixes[0]?.safe)).toBe(true);
    if (findings.length === 1) expect(applyFix(text, findings[0], /删去/u)).toBe(marked.replaceAll('·', ''));
  });

  it.each(lawful)('says nothing about %j', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it.each([
    [' ', '这里多了空格，请删去。'],
    ['\u3000', '这里多了全角空格，请删去。'],
    ['\u200B', '这里有一个看不见的零宽字符，请删去。'],
    ['\u2060', '这里有一个看不见的零宽字符，请删去。'],
    [' \uFEFF', '这里有一个看不见的零宽字符，请删去。'],
    ['\u00A0', '这里多了从网页或旧稿带来的不换行空格，屏幕上看不出来，请删去。'],
    ['\u3000\u00A0', '这里多了从网页或旧稿带来的不换行空格，屏幕上看不出来，请删去。'],
    ['\u2003', '这里多了空格，请删去。'],
    ['\u1680', '这里多了空格，请删去。'],
    ['\u202F', '这里多了空格，请删去。'],
    ['\u205F', '这里多了空格，请删去。'],
  ])('says what kind of blank %j is', (blank, message) => {
    const text = `让我们${blank}携手前进，再立新功。`;
    expect(findingsOf(RULE, text).map((finding) => finding.message)).toEqual([message]);
  });

  it('leaves tabs alone, which are layout', () => {
    expect(findingsOf(RULE, '让我们\t携手前进，再立新功。')).toEqual([]);
  });

  it.each([
    [' 同志们：\n大家好，新年好。', 1],
    ['\u00A0同志们：\n大家好，新年好。', 1],
    ['\u3000同志们：\n大家好，新年好。', 0],
    ['  同志们：\n大家好，新年好。', 0],
    ['\u00A0\u00A0同志们：\n大家好，新年好。', 0],
    [' 同志们：\n 大家好，新年好。\n我讲三点。\n再讲一点。', 0],
    [' 同志们：\n 大家好，新年好。\n我讲三点。\n再讲一点。\n完了。', 2],
    [' 同志们：\n大家好。', 1],
    ['\u00A0同志们：\n\u00A0大家好，新年好。\n', 0],
    ['  同志们：\n  大家好，新年好。\n 我讲三点。\n', 1],
    [' \u3000同志们：\n \u3000大家好，新年好。\n 我讲三点。\n', 1],
  ] as const)(
    'takes a lone blank before a line for a slip unless half the lines have one: %j',
    (text, count) => {
      const found = findingsOf(RULE, text);
      expect(found.map(({ message }) => message)).toEqual(
        Array.from({ length: count }, () => '段首多了一个空格，请删去；首行缩进要用两个全角空格。'),
      );
    },
  );

  it.each([
    ['张 三、李四和王五到会，都讲了话。', 0],
    ['李四、张 三和王五到会，都讲了话。', 1],
    ['王五、李四、张 三、赵六到会，都讲了话。', 0],
    ['到会的有：张 三；李四没有来，有事。', 0],
    ['到会的人（张 三）讲了话，很好。', 0],
    ['他说太 早，不去了，就这样。', 1],
    ['天晚，太 早。不去了，就这样。', 1],
    ['名单：王 五', 0],
    ['今天到会的人很多，他们是：李 四', 0],
  ] as const)('takes a name of two characters for set wide only in a list: %s', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it.each([
    ['一、 加强领导，落实责任，抓到底。', 0],
    ['（一） 加强领导，落实责任，抓到底。', 0],
    ['1. 加强领导，落实责任，抓到底。', 0],
    ['（1） 加强领导，落实责任，抓到底。', 0],
    ['① 加强领导，落实责任，抓到底。', 0],
    ['十二 加强领导，落实责任，抓到底。', 0],
    ['(12) 加强领导，落实责任，抓到底。', 0],
    ['12） 加强领导，落实责任，抓到底。', 0],
    ['第十二编 加强领导，落实责任。', 0],
    ['第2章 加强领导，落实责任。', 0],
    ['  第〇百零一千节 加强领导，落实责任。', 0],
    ['第一款 加强领导，落实责任。', 0],
    ['一是 加强领导，落实责任，抓到底。', 1],
    ['第一， 加强领导，落实责任，抓到底。', 1],
    ['第一批 加强领导，落实责任。', 1],
    ['按第三条 加强领导，落实责任。', 1],
  ] as const)('leaves the blank after an ordinal, and no other: %s', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it.each(['一、', '（一）', '1、', '（1）'])('leaves the blank after %s in running text', (ordinal) => {
    const rest =
      '加强领导，落实责任，一件一件抓到底。要看结果，要听群众的话，把水引到山上去，把路修到村口，一年好过一年。';
    expect(findingsOf(RULE, `${ordinal} ${rest}`)).toEqual([]);
    expect(wordsAt(RULE, `${ordinal} ${rest.replace('要看', '要 看')}`)).toEqual([' ']);
  });

  it('leaves the blanks after ordinals in brackets inside a line', () => {
    expect(findingsOf(RULE, '我们要做到：（1） 加强领导；（2） 落实责任，抓到底。')).toEqual([]);
    expect(findingsOf(RULE, '我们要做到：（一） 加强领导；（二） 落实责任，抓到底。')).toEqual([]);
    expect(findingsOf(RULE, '我们要做到：一是 加强领导；二是 落实责任，抓到底。')).toHaveLength(2);
  });

  it('keeps blanks beside Markdown’s marks, and finds the others', () => {
    const found = (text: string) => wordsAt(RULE, text, { format: 'markdown' });
    expect(found('要做到**“实”** 字当头，抓到底。')).toEqual([]);
    expect(found('要做到 **“实”**字当头，抓到底。')).toEqual([]);
    expect(found('要做到**“实”**字 当头，抓到底。')).toEqual([' ']);
    expect(found(' 同志们：大 家好，新年好。')).toEqual([' ']);
  });

  it.each([
    [
      '共 8个群、共 9个群、共 7个群，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处。',
      3,
    ],
    [
      '共 8个群、共 9个群、共 7个群，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处，共8处。',
      0,
    ],
    ['共 8，共 9，共8，共8。', 0],
    ['共 8，共 9，共8，共8，共8。', 2],
  ] as const)(
    'judges the blanks before figures by three of them and more, else by all: %s',
    (text, count) => {
      expect(findingsOf(RULE, text)).toHaveLength(count);
    },
  );

  it.each([
    ['要叫响“水秀云溪 山青云溪”的品牌，一起干。', 0],
    ['要叫响“水秀云 山青云”的品牌，一起干。', 1],
    ['要叫响“水秀云溪 山青云溪水”的品牌，一起干。', 1],
    ['要叫响“大水秀云溪 小山青云溪”的品牌，一起干。', 0],
    [`要叫响“${'水'.repeat(12)} ${'山'.repeat(12)}”的品牌，一起干。`, 0],
    [`要叫响“${'水'.repeat(13)} ${'山'.repeat(13)}”的品牌，一起干。`, 1],
    ['一起干，水秀云溪 山青云溪！', 1],
    ['一起干：水秀云溪 山青云溪！', 0],
    ['一起干：水秀云溪 山青云溪，好。', 1],
    ['水秀云溪 山青云溪。一起干，抓到底。', 0],
    ['一起干，抓到底（水秀云溪 山青云溪）', 0],
    ['一起干，抓到底。读《水秀云溪 山青云溪》', 0],
    ['一起干，抓到底。读‘水秀云溪 山青云溪’', 0],
  ] as const)('takes two lines as long as each other for a couplet: %s', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it.each([
    ['建成8个群、12个点、3处、5处， 另有4个站。', [' ']],
    ['建成 8个群，12个点，共20处。', [' ']],
    ['建成 8个群， 12个点，共20处。', [' ']],
    ['有人说“5” 就行，共8个群、12个点。', [' ']],
    ['有人说“OK” 就行，共8个群、12个点。', []],
    ['有人说“好” 就行，共8个群、12个点。', [' ']],
    ['今年 — 明年，共8个群、12个点。', [' ', ' ']],
    ['今年 — 明年，共 8个群、共 12个点、共 3处。', []],
    ['在 A组， B组，共 C组。', []],
  ] as const)('judges the blanks beside figures by those of the whole draft: %s', (text, blanks) => {
    expect(wordsAt(RULE, text)).toEqual(blanks);
  });

  it('leaves a blank between a mark that shows a form and its content', () => {
    expect(findingsOf(RULE, '乡镇长 副乡镇长 主任 到会')).toEqual([]);
    expect(findingsOf(RULE, `${'乡'.repeat(12)}：副 乡长都到会`)).toEqual([]);
    expect(findingsOf(RULE, `${'乡'.repeat(13)}：副 乡长都到会`)).toHaveLength(1);
  });

  it('leaves headings, tables and the end of a line alone', () => {
    const line = '让我们 携手前进，再立新功。';
    const as = (mark: string) => findingsOf(RULE, mark, { format: 'markdown' }).length;
    expect(as(line)).toBe(1);
    expect(as(`## ${line}`)).toBe(0);
    expect(as(`| ${line} |\n| --- |`)).toBe(0);
    expect(findingsOf(RULE, '让我们携手前进，再立新功。 ')).toEqual([]);
  });

  it('leaves a line of a form as it is set', () => {
    expect(findingsOf(RULE, '主持人：县委副书记、县长　周　岩\n同志们，现在开会。\n')).toEqual([]);
    expect(wordsAt(RULE, '主持人：今天的会，由县长 主持。\n')).toEqual([' ']);
  });

  it('takes the blanks beside figures for a habit from every fifth on', () => {
    const draft = (close: number): string => `有3 个、4 个、5 个，另有${'6个，'.repeat(close)}都好。`;
    expect(findingsOf(RULE, draft(15))).toEqual([]);
    expect(findingsOf(RULE, draft(16))).not.toEqual([]);
  });

  it('takes one blank before every line for the draft’s own indent', () => {
    expect(findingsOf(RULE, ' 同志们：\n 大家好，新年好。\n 我讲三点。\n')).toEqual([]);
  });

  it('leaves the blanks of Markdown’s own syntax alone', () => {
    const text =
      '# 一、 标题\n\n- **“实”** 字当头，抓到底。\n- 运行 `npm` 就行，很快。\n\n| 甲 | 乙 丙 |\n| - | - |\n| 一 | 二 |\n';
    expect(findingsOf(RULE, text, { format: 'markdown' })).toEqual([]);
  });
});
