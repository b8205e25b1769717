import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';

const RULE = 'announced-count';

/** A list of two, after which nothing more comes. */
const TWO = '一是修路；二是引水。';
const HEADINGS = '一、修路\n快。\n二、引水\n快。';
const SUBHEADINGS = '（一）修路\n快。\n（二）引水\n快。';

describe('an announcement before its list', () => {
  it.each([
    ['ends its clause', `要做好三件事，${TWO}`],
    ['ends its sentence', `要做好三件事。${TWO}`],
    ['ends in a colon', `要做好三件事：${TWO}`],
    ['ends in a half-width colon', `要做好三件事:${TWO}`],
    ['ends in a call', `要做好三件事！${TWO}`],
    ['has blanks behind it', `要做好三件事：　 ${TWO}`],
    ['has eight more characters', `要做好三件事努力把工作抓好：${TWO}`],
    ['is quoted', `要做好“三件大事”：${TWO}`],
    ['is quoted and ends its sentence', `要做好“三件大事”。${TWO}`],
    ...['具体', '主要', '分别', '归纳', '概括', '总的', '简单', '也就是', '就是', '即'].flatMap((words) => [
      [`is followed by ${words}`, `有三件事，${words}：${TWO}`],
      [`and by ${words} and more`, `有三件事。${words}说来看看，${TWO}`],
    ]),
    ['counts in words of its own', `“要做到‘三个坚持’”：${TWO}`],
  ])('%s', (_, text) => {
    expect(wordsAt(RULE, text)).toEqual([/三(?:件大?事|个坚持)/u.exec(text)?.[0]]);
  });

  it.each([
    ['has more characters than eight', `要做好三件事努力把全年工作抓好：${TWO}`],
    ['goes on behind its quotation', `“做好三件大事”提供了保障：${TWO}`],
    ['opens a clause that goes on', `想着三件事情，大家努力，${TWO}`],
    ['is followed by more than six characters', `记着三件事，具体来说包括以下各点：${TWO}`],
    ['is a term of policy', `要做到“两个维护”：${TWO}三是种树。`],
    ['is a term of policy of points', `打好“三大攻坚战”：${TWO}`],
    ['is of one', `要做好一件事：${TWO}`],
  ])('none when it %s', (_, text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('may be explained first, when it promises points', () => {
    const explained = (explanation: string, verb = '抓好'): readonly string[] =>
      wordsAt(RULE, `要${verb}三件事，${explanation}${TWO}`);
    expect(explained('大家听好。')).toEqual(['三件事']);
    expect(explained(`${'听'.repeat(118)}。`)).toEqual(['三件事']);
    expect(explained(`${'听'.repeat(119)}。`)).toEqual([]);
    expect(explained('大家听好。', '想想')).toEqual([]);
    expect(explained('先开两个会。')).toEqual([]);
    expect(explained('先开2项会。')).toEqual([]);
    expect(explained('先开会。')).toEqual(['三件事']);
  });

  const PROMISES =
    '以下|如下|讲|谈|说|提|强调|要求|抓好|抓住|做好|做到|办好|把握|把握好|处理好|坚持|注意|注重|采取|突出|解决|主要有|包括|有|分为|分成|分';

  it.each(PROMISES.split('|'))('promises points with %s', (verb) => {
    expect(wordsAt(RULE, `我们${verb}三点。${TWO}`)).toEqual(['三点']);
    expect(wordsAt(RULE, `我们${verb}开会三点。${TWO}`)).toEqual([]);
  });

  it('of a measure word alone needs a colon or a promise', () => {
    expect(wordsAt(RULE, `修路三条：${TWO}`)).toEqual(['三条']);
    expect(wordsAt(RULE, `修路三条。${TWO}`)).toEqual([]);
    expect(wordsAt(RULE, `原因有三，${TWO}`)).toEqual(['三']);
    expect(wordsAt(RULE, `原因在三，${TWO}`)).toEqual([]);
  });

  it('of a label needs a colon, or most members that take it up', () => {
    const label = (mark: string, ...members: string[]): readonly string[] =>
      wordsAt(
        RULE,
        `要做到“四个坚持”${mark}${members.map((one, i) => `${'一二三'.charAt(i)}是${one}。`).join('')}`,
      );
    expect(label('：', '修路', '引水', '种树')).toEqual(['四个坚持']);
    expect(label('。', '坚持修路', '坚持引水', '种树')).toEqual(['四个坚持']);
    expect(label('。', '坚持修路', '引水', '种树')).toEqual([]);
    expect(label('。', '坚持修路', '引水')).toEqual([]);
    expect(label('好：', '坚持修路', '坚持引水', '种树')).toEqual([]);
  });

  it('gives way when two numbers stand in one clause', () => {
    expect(wordsAt(RULE, `要抓好三个方面四项工作：${TWO}`)).toEqual([]);
    expect(wordsAt(RULE, `要抓好三个方面的四项工作：${TWO}`)).toEqual([]);
    expect(wordsAt(RULE, `要抓好一个方面的三项工作：${TWO}`)).toEqual(['三项工作']);
    expect(wordsAt(RULE, `去年有三个方面，今年抓好三项工作：${TWO}`)).toEqual(['三项工作']);
    expect(wordsAt(RULE, `去年有三个方面。今年抓好三项工作：${TWO}`)).toEqual(['三项工作']);
    expect(wordsAt(RULE, `去年有三个村子今年抓好三项工作：${TWO}`)).toEqual(['三项工作']);
  });

  it('with nouns that pick from a larger number may differ by three at most', () => {
    expect(wordsAt(RULE, `要做好五件事：${TWO}`)).toEqual(['五件事']);
    expect(wordsAt(RULE, `要做好六件事：${TWO}`)).toEqual([]);
    expect(wordsAt(RULE, `要抓住六条：${TWO}`)).toEqual(['六条']);
    for (const noun of ['方面', '意见', '要求', '部分', '建议', '体会', '原因', '议程', '关系']) {
      expect(wordsAt(RULE, `要抓住六个${noun}：${TWO}`)).toEqual([`六个${noun}`]);
    }
    expect(wordsAt(RULE, `要抓住六个意见问题：${TWO}`)).toEqual([]);
  });
});

describe('an announcement in a paragraph before', () => {
  it.each([
    ['right before', `要做好三件事。\n${HEADINGS}`, '三件事'],
    ['of a speaker, four paragraphs before', `我讲三点。\n同志们：\n好。\n好。\n${HEADINGS}`, '三点'],
    ...['讲', '谈', '说', '提', '强调', '汇报', '通报', '部署', '安排'].flatMap((verb) =>
      ['', '以下', '如下', '这么', '这样'].map((more) => [
        `with ${verb}${more}`,
        `我${verb}${more}三点意见。\n同志们：\n${HEADINGS}`,
        '三点意见',
      ]),
    ),
    ['of a heading, three paragraphs before', `一、突出抓三项工作\n早。\n快。\n${SUBHEADINGS}`, '三项工作'],
    ['with a list that is no first between', `我讲三点。二是快。三是好。\n好。\n${HEADINGS}`, '三点'],
  ])('%s', (_, text, words) => {
    expect(wordsAt(RULE, text)).toEqual([words]);
  });

  it.each([
    ['of a speaker, five paragraphs before', `我讲三点。\n同志们：\n好。\n好。\n好。\n${HEADINGS}`],
    ['not of a speaker, and not right before', `要做好三件事。\n好。\n${HEADINGS}`],
    ['of a speaker of one', `我讲一点。\n好。\n${HEADINGS}`],
    ['of what announces no points', `我讲三个孩子。\n好。\n${HEADINGS}`],
    ['of a speaker who goes on', `我讲过三点意见。\n好。\n${HEADINGS}`],
    ['of a heading, four paragraphs before', `一、突出抓三项工作\n早。\n快。\n好。\n${SUBHEADINGS}`],
    ['of a line that is no heading', `突出抓三项工作\n早。\n${SUBHEADINGS}`],
    ['behind another heading', `一、突出强调三项工作\n二、修路\n好。\n${SUBHEADINGS}`],
    ['behind another item', `我讲三点。\n其次，好。\n${HEADINGS}`],
    ['with a list of something else', `我讲三点意见。先说一条新闻，一是晴，二是暖。\n好。\n${HEADINGS}`],
    ['with a list of its own', `我讲三点。一是早。二是快。三是好。\n好。\n${HEADINGS}`],
  ])('none %s', (_, text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });
});

describe('a list of one', () => {
  it.each(['一是', '一要', '第一，', '其一，'])('is one too few after a colon: %s', (ordinal) => {
    expect(wordsAt(RULE, `要做好三件事：${ordinal}修路。`)).toEqual(['三件事']);
    expect(wordsAt(RULE, `要做好三件事。\n${ordinal}修路。`)).toEqual(['三件事']);
    expect(wordsAt(RULE, `要做好“三件大事”：${ordinal}修路。`)).toEqual(['三件大事']);
  });

  it.each([
    ['要做好四件事：一是修路。'],
    ['要做好三件事：首先，修路。'],
    ['要做好三件事：①修路。'],
    ['要做好三件事，一是修路。'],
    ['要做好三件事好吗：一是修路。'],
    ['要做好三件事：就是：一是修路。'],
  ])('is no list in %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it.each([
    '，另',
    '。其次',
    '；再',
    '，然后',
    '，同时',
    '，此外',
    '，还有',
    '，第二',
    '，二',
    '，两头',
    '，“再',
    '，‘另',
  ])('that goes on with %s is no list of one', (words) => {
    expect(wordsAt(RULE, `要做好两件事：一是修路${words}引水。`)).toEqual([]);
    expect(wordsAt(RULE, `要做好两件事。\n一是修路${words}引水。`)).toEqual([]);
    expect(wordsAt(RULE, `要做好两件事。\n一是修路。\n快${words}引水。`)).toEqual([]);
  });

  it.each(['第二', '第三', '其二', '其三', '其次', '二是', '二要', '二则', '三是', '另', '　第二'])(
    'that goes on in a line of %s is no list of one',
    (words) => {
      expect(wordsAt(RULE, `要做好两件事：一是修路。\n${words}引水。`)).toEqual([]);
    },
  );

  it.each(['第一', '第四', '其中', '五是', '水利第二', '都'])('does not go on with a line of %s', (words) => {
    expect(wordsAt(RULE, `要做好两件事：一是修路。\n${words}引水。`)).toEqual(['两件事']);
  });

  it('does not go on with other words, nor with what stands before it', () => {
    expect(wordsAt(RULE, '要做好两件事：一是修路，四里长。')).toEqual(['两件事']);
    expect(wordsAt(RULE, '先修路，再引水。\n要做好两件事：一是修路。')).toEqual(['两件事']);
    expect(wordsAt(RULE, '二是引水。\n要做好两件事。\n一是修路。')).toEqual(['两件事']);
  });

  it('goes on with another ordinal, in its paragraph and the next five', () => {
    expect(wordsAt(RULE, '要做好两件事：一是修路，（二）引水。')).toEqual([]);
    expect(wordsAt(RULE, '要做好两件事。\n一是修路。\n要快。②引水。')).toEqual([]);
    const far = (lines: number): string => `要做好两件事。\n一是修路。\n${'好。\n'.repeat(lines)}②引水。`;
    expect(wordsAt(RULE, far(4))).toEqual([]);
    expect(wordsAt(RULE, far(5))).toEqual(['两件事']);
  });
});

describe('a list that can be counted in two ways', () => {
  it('agrees with either number', () => {
    const last = (announced: string): readonly string[] =>
      wordsAt(RULE, `要做好${announced}件事：一是修路，二是引水。最后，种树。`);
    expect(last('两')).toEqual([]);
    expect(last('三')).toEqual([]);
    expect(last('四')).toEqual(['四件事']);
    const gap = (announced: string): readonly string[] =>
      wordsAt(RULE, `要做好${announced}件事：一是修路；二是引水；四是种树。`);
    expect(gap('三')).toEqual([]);
    expect(gap('四')).toEqual([]);
    expect(gap('五')).toEqual(['五件事']);
  });

  it.each(['还有', '此外', '再就是', '再有', '再一个', '另一', '另外'])('with one more after %s', (words) => {
    for (const mark of ['，', '。', '；']) {
      const text = (announced: string): string =>
        `要做好${announced}件事。一是修路。二是引水${mark}${words}要种树。`;
      expect(wordsAt(RULE, text('三'))).toEqual([]);
      expect(wordsAt(RULE, text('四'))).toEqual(['四件事']);
    }
  });

  it('does not look for one more behind the sentence of clauses, or sixty characters on', () => {
    expect(wordsAt(RULE, '要做好三件事：一是修路，二是引水，还有种树。')).toEqual([]);
    for (const mark of ['。', '！', '？']) {
      expect(wordsAt(RULE, `要做好三件事：一是修路，二是引水${mark}话说回来，还有难处。`)).toEqual([
        '三件事',
      ]);
    }
    const far = (characters: number): string =>
      `要做好三件事。一是修路。二是引水${'好'.repeat(characters)}，还有种树。`;
    expect(wordsAt(RULE, far(55))).toEqual([]);
    expect(wordsAt(RULE, far(56))).toEqual(['三件事']);
  });

  it('is left alone when nobody can tell where it ends, or it has no first', () => {
    const second = '再讲五件事。\n一是丙。\n二是丁。\n三是戊。';
    expect(wordsAt(RULE, second)).toEqual(['五件事']);
    expect(wordsAt(RULE, `一是甲。\n二是乙。\n${second}`)).toEqual([]);
    expect(wordsAt(RULE, '要做好三件事：二是修路；三是引水。')).toEqual([]);
  });
});

describe('the finding', () => {
  it('names the items with their ordinals, and points at each', () => {
    const [finding] = findingsOf(RULE, '要做好三件事。第一，修路。第二、引水。');
    expect(finding?.message).toBe('这里说“三件事”，后面只有两件（第一、第二），请补上一件或改成“两件事”。');
    const text = '讲三点。\n一、修路\n快。\n二、引水\n快。';
    const [headings] = findingsOf(RULE, text);
    expect(headings?.message).toContain('（一、二）');
    expect(headings?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['一、', '二、']);
  });
});
