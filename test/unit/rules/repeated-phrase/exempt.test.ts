import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';
import { amid, SPARE } from './amid.js';

const RULE = 'repeated-phrase';

/** How often a wording is found that stands in the middle of two sentences far from each other. */
function count(words: string, ...more: string[]): number {
  const [spare = ''] = SPARE;
  const text = amid(...more, `沿河的村子都知道${words}，好。`, spare, `山上老人家说起${words}也高兴。`);
  return wordsAt(RULE, text).filter((found) => words.includes(found)).length;
}

/** How often a sentence is found that stands in two paragraphs far from each other. */
function countSentences(sentence: string, ...more: string[]): number {
  const [spare = ''] = SPARE;
  const text = amid(...more, `沿河的村子都知道。${sentence}`, spare, `${sentence}山上老人家也高兴。`);
  return findingsOf(RULE, text).filter(({ message }) => message.startsWith('这句话')).length;
}

describe('wording that is not the writer’s own', () => {
  it.each([
    [
      'a fixed term',
      '村里学懂习近平新时代中国特色社会主义思想',
      '村里都学懂习近平新时代中国特色社会主义思想',
    ],
    ['a quoted term', '大家叫响“云溪一叶茶”', '大家都叫响“云溪一叶茶”'],
    ['a title', '大家念过《云溪一叶茶》', '大家都念过《云溪一叶茶》'],
    ['Latin and figures', '建好ABC123站点', '都建好ABC123站点'],
    ['an office with its name', '茶站主任周明远同志讲了四条', '茶站主任周明远同志讲了四五条'],
  ])('counts for nothing: %s with four characters beside it, and not with five', (_, four, five) => {
    expect(count(four)).toBe(0);
    expect(count(five)).toBe(2);
  });

  it('leaves a whole sentence to be found from four characters of the writer’s own on', () => {
    expect(countSentences('都学习近平新时代中国特色社会主义思想。')).toBe(0);
    expect(countSentences('学懂习近平新时代中国特色社会主义思想。')).toBe(0);
    expect(countSentences('都学懂习近平新时代中国特色社会主义思想。')).toBe(0);
    expect(countSentences('大家学懂习近平新时代中国特色社会主义思想。')).toBe(2);
  });

  it.each(
    '书记 省长 市长 州长 县长 区长 乡长 镇长 村长 厅长 局长 处长 科长 部长 校长 院长 所长 站长 队长 行长 社长 会长 厂长 主任 主席 秘书长 董事长 经理 常委 委员 代表'
      .split(' ')
      .map((rank) => [rank]),
  )('is %s with a name', (rank) => {
    expect(count(`青山${rank}周明远同志讲了四条`)).toBe(0);
    expect(count(`青山${rank}周明同志讲了四条话`)).toBe(2);
    expect(count(`青山${rank}周明远讲了四条`)).toBe(2);
  });

  it.each(['同志', '先生', '女士', '老师', '教授'])('is a name with %s', (courtesy) => {
    expect(count(`茶站主任周明远${courtesy}讲了四条`)).toBe(0);
  });

  it.each([
    ['a heading', '一、做好茶叶加工', '一、做好茶叶加'],
    ['a quoted term', '题目是“做好茶叶加工”。', '题目是“做好茶叶加”。'],
    ['a title', '书名是《做好茶叶加工》。', '书名是《做好茶叶加》。'],
  ])('is an echo of six characters of %s', (_, six, five) => {
    const words = '做好茶叶加工靠人手多';
    expect(count(words, six)).toBe(0);
    expect(count(words, five)).toBe(2);
    expect(count(`${words}了`, six)).toBe(2);
    expect(countSentences(`${words}。`, six)).toBe(2);
  });

  it('is no echo of somebody’s words', () => {
    const words = '做好茶叶加工靠人手多';
    expect(count(words, '老人说：“做好茶叶加工。”')).toBe(2);
    const twenty = '做好茶叶加工山外来的客人才肯一来再来呢';
    expect(count(words, `老人常说“${twenty}了”的话。`)).toBe(0);
    expect(count(words, `老人常说“${twenty}了啊”的话。`)).toBe(2);
  });

  it.each([
    ['a quoted term', '“云溪一叶好茶香飘十里”。', 0],
    ['a quoted sentence', '“云溪一叶好茶香飘十里。”', 2],
    ['a quoted question', '“云溪一叶好茶香飘十里？”', 2],
    ['a quoted call', '“云溪一叶好茶香飘十里！”', 2],
    ['twenty quoted characters', `“${'云溪一叶茶香飘十里'.repeat(2)}去了”。`, 0],
    ['twenty-one quoted characters', `“${'云溪一叶茶香飘十里'.repeat(2)}去了啊”。`, 2],
    ['a long title', `《${'云溪一叶茶香飘十里'.repeat(2)}去了啊》。`, 0],
  ])('leaves whole sentences that somebody said: %s', (_, sentence, times) => {
    expect(countSentences(sentence)).toBe(times);
  });

  it('begins and ends with its quotation marks', () => {
    expect(count('大家“云溪一叶茶”都很好')).toBe(2);
    expect(count('大家“云溪一叶茶”都好')).toBe(0);
    expect(count('大家“云溪”种好“一叶”茶真好')).toBe(2);
  });
});

describe('the name of a body or a programme', () => {
  it.each([
    '',
    '在',
    '对',
    '由',
    '向',
    '与',
    '和',
    '及',
    '为',
    '以',
    '从',
    '到',
    '是',
    '将',
    '把',
    '以及',
    '根据',
    '按照',
    '通过',
    '关于',
  ])('is let pass with “%s” in front', (lead) => {
    expect(count(`${lead}云溪县茶园水土保持工作领导小组`)).toBe(0);
  });

  it.each(Array.from('的了着过把被让使为要在我你他们对向从是有不就都也更最', (stating) => [stating]))(
    'is no name with “%s” in it',
    (stating) => {
      expect(count(`云溪县茶园${stating}水土保持工作领导小组`)).toBeGreaterThan(0);
    },
  );

  it('is at most twenty-four characters long, without a mark', () => {
    const name = '云溪县茶园水土保持工作领导小组';
    expect(count(`${'青山'.repeat(4)}大${name}`)).toBe(0);
    expect(count(`${'青山'.repeat(5)}${name}`)).toBe(2);
    expect(count('云溪县茶园，水土保持工作领导小组')).toBe(2);
    expect(count('云溪县茶园、水土保持工作领导小组')).toBe(0);
  });
});

describe('repetition that is meant', () => {
  const words = '山里人的手艺比机器细得多';

  it.each(['说过', '讲过', '提到过', '前面提到', '如前所述', '前面所说', '前面所说的', '说过：“', '讲过，'])(
    'is announced by “%s”',
    (lead) => {
      const text = amid(`我相信${words}，好。`, SPARE[0] ?? '', `刚才大家${lead}${words}，又不同。`);
      expect(wordsAt(RULE, text)).toEqual([]);
      expect(wordsAt(RULE, text.replace(lead, `${lead}在村里`))).toHaveLength(2);
    },
  );

  it.each([
    ['一件', '二件', 0],
    ['第一件', '第二件', 0],
    ['第12件', '第13件', 0],
    ['1件', '2件', 0],
    ['一件', '那件', 2],
    ['这第一件', '那第二件', 2],
  ])('counts itself: %s, %s', (first, second, times) => {
    const frame = '在茶农的心里这大约要算今年';
    const text = amid(`${frame}${first}喜事。`, ...SPARE.slice(0, 3), `说起来${frame}${second}喜事，妙。`);
    expect(wordsAt(RULE, text)).toHaveLength(times);
  });

  /** Paragraphs of twenty characters and more, without anything in common. */
  const long = Array.from(
    '东西南北前后左右上',
    (side) =>
      `${side}${side}屋那家人${side}天${side}夜织布，${side}邻的孩子也来看，${side}坡${side}坳都听得见。`,
  );
  const echo = (paragraphs: number, first: number, second: number, length = 40): number => {
    const text = long
      .slice(0, paragraphs)
      .map((line, i) =>
        i === first ? `${words}，好。${line}` : i === second ? `${line}又说${words}也是。` : line,
      )
      .map((line) => line.slice(-length))
      .join('\n');
    return wordsAt(RULE, text).filter((found) => found === words).length;
  };

  it.each([
    [8, 0, 7, 0],
    [8, 2, 5, 0],
    [8, 3, 7, 2],
    [8, 0, 4, 2],
    [7, 0, 6, 2],
  ])(
    'echoes the opening in the closing: of %i paragraphs the ones at %i and %i',
    (all, first, second, times) => {
      expect(echo(all, first, second, 80)).toBe(times);
    },
  );

  it('has no opening and closing among headings and short lines', () => {
    const lines = (short: string) =>
      [
        `我说${words}，好，就这样定下来吧乡亲们。`,
        ...Array.from({ length: 6 }, (_, i) => `${'甲乙丙丁戊己'.charAt(i)}${short}`),
        `大家也说${words}，又不同，真是太好了。`,
      ].join('\n');
    expect(wordsAt(RULE, lines('家的人天天织布，邻居的孩子也来看一看。'))).toEqual([]);
    expect(wordsAt(RULE, lines('家的人天天织布，邻居也来看一看。'))).toHaveLength(2);
  });

  it('stands in the title of the draft too', () => {
    const draft = (title: string) =>
      [
        title,
        '林 远',
        '各位茶农：',
        ...amid(`沿河的人都说${words}，好。`, ...SPARE.slice(0, 3), `山上老人说起${words}也高兴。`).split(
          '\n',
        ),
      ].join('\n');
    expect(wordsAt(RULE, draft(`在${words}大会上的讲话`))).toEqual([]);
    expect(wordsAt(RULE, draft('在全县大会上的讲话'))).toHaveLength(2);
  });

  it('is a term of a statute', () => {
    const article = (nth: string, i: number): string =>
      `第${nth}条 ${i === 0 ? `沿河的人都说${words}，好。` : i === 3 ? `山上老人说起${words}也高兴。` : `${'甲乙丙丁戊己'.charAt(i)}事归${'子丑寅卯辰巳'.charAt(i)}村。`}`;
    expect(wordsAt(RULE, Array.from('一二三四五', article).join('\n'))).toEqual([]);
    expect(wordsAt(RULE, Array.from('一二三四', article).join('\n'))).toHaveLength(2);
  });

  it('is none where a whole sentence stands twice, whatever ordinals open it', () => {
    const sentence = (first: string, second: string) =>
      findingsOf(RULE, amid(first, ...SPARE.slice(0, 3), second)).map(({ message }) => message.slice(0, 3));
    expect(sentence(`一是${words}。`, `二是${words}。`)).toEqual(['这句话', '这句话']);
    expect(sentence(`一是爷${words}。`, `二是娘${words}。`)).toEqual([
      `“${words}`.slice(0, 3),
      `“${words}`.slice(0, 3),
    ]);
  });

  it('stands in a heading too', () => {
    expect(count(words, `一、${words}`)).toBe(0);
    expect(count(words, `一、${words.slice(1)}`)).toBe(0);
  });
});

describe('a quotation of Markdown', () => {
  const sentence = '山里人的手艺比机器细得多。';
  const found = (text: string) => findingsOf(RULE, text, { format: 'markdown' }).length;

  it('counts beside a sentence of the draft’s own that is wholly the same', () => {
    expect(found(`${sentence}\n\n天晴了。\n\n> ${sentence}\n`)).toBe(2);
    expect(found(`> ${sentence}\n\n天晴了。\n\n> ${sentence}\n`)).toBe(0);
    expect(
      found(`我说${sentence.slice(0, -1)}，好。\n\n天晴了。\n\n  > 他说${sentence.slice(0, -1)}，妙。\n`),
    ).toBe(0);
    expect(
      found(
        `我说${sentence.slice(0, -1)}，好。\n\n天晴了。\n\n那 > 这，他说${sentence.slice(0, -1)}，妙。\n`,
      ),
    ).toBe(2);
  });
});
