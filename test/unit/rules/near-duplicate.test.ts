import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'near-duplicate';

const BETWEEN = [
  '春耕的种子已经运到各村，化肥也备足了，农机站的师傅正在一台一台检修。',
  '学校的新操场下个月完工，孩子们再也不用在泥地里上体育课了。',
  '卫生院请来了两位大夫，每逢赶集的日子坐诊，老人看病不用再下山。',
  '后山的防火道已经砍通，护林员每天早晚各走一遍，发现火情马上报告。',
].join('\n');

/** The sentence in one paragraph, and its copy some paragraphs on. */
const apart = (first: string, second: string): string =>
  `今天说三件事。${first}大家记一下。\n${BETWEEN}\n最后再说一句。${second}散会。`;

const SENTENCE = '各村要在月底以前把沟渠清一遍，淤泥运到村外，不许堆在路边和河滩上。';

describe(RULE, () => {
  it('finds a sentence with a word swapped, points at both and shows the change', () => {
    const second = SENTENCE.replace('运到', '拉到');
    const text = apart(SENTENCE, second);
    const [finding, ...rest] = findingsOf(RULE, text);
    expect(rest).toEqual([]);
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(second.slice(0, -1));
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      SENTENCE.slice(0, -1),
    ]);
    expect(finding?.message).toBe('这句话和前面的一句几乎一样，只差 “运”→“拉”，请只留一句，或者换个说法。');
  });

  it.each([
    ['a clause dropped from the middle', SENTENCE.replace('淤泥运到村外，', ''), '−“淤泥运到村外”'],
    [
      'a clause dropped from the end',
      '各村要在月底以前把沟渠清一遍，淤泥运到村外。',
      '−“不许堆在路边和河滩上”',
    ],
    ['a clause added', SENTENCE.replace('，不许', '，哪怕麻烦一点也要运，不许'), '+“哪怕麻烦一点也要运”'],
    [
      'two words swapped',
      SENTENCE.replace('月底', '年底').replace('路边', '门口'),
      '“月”→“年”、“路边”→“门口”',
    ],
    ['an ordinal put in front', `一是${SENTENCE.replace('清一遍', '清两遍')}`, '“一”→“两”'],
  ])('finds a sentence with %s', (_, second, difference) => {
    const findings = findingsOf(RULE, apart(SENTENCE, second));
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(difference)]);
  });

  it('points at whole characters, rare ones and smileys too, and names them whole', () => {
    const smiling = `👍🏽${SENTENCE}`;
    const [smiley] = findingsOf(RULE, apart(smiling, SENTENCE.replace('运到', '拉到')));
    expect(smiley?.message).toContain('只差 “运”→“拉”，');
    const [first, second] = ['𠮷', '𠮸'].map((name) => SENTENCE.replace('各', name));
    const text = apart(first ?? '', second ?? '');
    const [rare] = findingsOf(RULE, text);
    expect(rare?.message).toContain('“𠮷”→“𠮸”');
    expect(text.slice(rare?.span.start, rare?.span.end)).toMatch(/^𠮸村/u);
  });

  /** The Thousand Character Classic: no character stands in it twice. */
  const CLASSIC =
    '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔';

  /** The first characters of it, some of them put another way. */
  const classic = (length: number, ...changes: readonly (readonly [at: number, words: string])[]): string => {
    const characters = Array.from(CLASSIC.slice(0, length));
    for (const [at, words] of changes) characters.splice(at, words.length, ...Array.from(words));
    return `${characters.join('')}。`;
  };

  const count = (first: string, second: string, options = {}): number =>
    findingsOf(RULE, apart(first, second), { options }).length;

  it.each([
    ['twenty characters', classic(20), classic(20, [9, '好']), 1],
    ['nineteen characters', classic(19), classic(19, [9, '好']), 0],
    ['nineteen characters behind an ordinal', `一是${classic(19)}`, `二是${classic(19, [9, '好'])}`, 0],
    ['twenty characters behind an ordinal', `一是${classic(20)}`, `二是${classic(20, [9, '好'])}`, 1],
    ['four of five characters in common', classic(20), classic(20, [9, '好事多磨']), 1],
    ['fewer', classic(20), classic(20, [9, '好事多磨呢']), 0],
    ['three changes', classic(40), classic(40, [9, '好'], [19, '事'], [29, '多']), 1],
    ['four changes', classic(40), classic(40, [9, '好'], [19, '事'], [29, '多'], [34, '磨']), 0],
    ['the first half of a sentence', classic(42), classic(21), 1],
    ['less than half of it', classic(43), classic(21), 0],
    ['a clause dropped and two characters changed', classic(45), classic(25, [9, '好事']), 1],
    ['a clause dropped and three characters changed', classic(45), classic(25, [9, '好事多']), 0],
    ['a clause added and two characters changed', classic(25, [9, '好事']), classic(45), 1],
    ['a change at either end', classic(30), classic(30, [0, '好'], [29, '事']), 0],
    ['a change at the beginning and one in the middle', classic(30), classic(30, [0, '好'], [19, '事']), 1],
    ['a change in the middle and one at the end', classic(30), classic(30, [9, '好'], [29, '事']), 1],
    ['something put in front and something left out behind', classic(30), `好事${classic(28)}`, 0],
    ['a change of the end alone', classic(30), classic(30, [29, '事']), 1],
    ['a change of the beginning alone', classic(30), classic(30, [0, '事']), 1],
  ] as const)('compares sentences of twenty characters and more: %s', (_, first, second, times) => {
    expect(count(first, second)).toBe(times);
  });

  it('takes the length from the option', () => {
    expect(count(classic(30), classic(30, [9, '好']), { minChars: 30 })).toBe(1);
    expect(count(classic(29), classic(29, [9, '好']), { minChars: 30 })).toBe(0);
  });

  it('compares no sentence of more than four hundred characters', () => {
    const long = (length: number, at?: number) =>
      `${Array.from({ length }, (_, i) => (i === at ? '好' : String.fromCharCode(0x5200 + 5 * i))).join('')}。`;
    expect(count(long(400), long(400, 200))).toBe(1);
    expect(count(long(401), long(401, 200))).toBe(0);
  });

  it('wants twelve characters of the writer’s own, those of a quotation among them', () => {
    const term = '习近平新时代中国特色社会主义思想';
    expect(count(`天地玄黄${term}宇宙洪荒日月盈。`, `天地玄好${term}宇宙洪荒日月盈。`)).toBe(0);
    expect(count(`天地玄黄${term}宇宙洪荒日月盈昃。`, `天地玄好${term}宇宙洪荒日月盈昃。`)).toBe(1);
    const said = (words: string) => `老人说：“${words}”`;
    expect(count(said(classic(30)), said(classic(30, [9, '好'])))).toBe(1);
    const named = (words: string) => `念《${words.slice(0, -1)}》。`;
    expect(count(named(classic(30)), named(classic(30, [9, '好'])))).toBe(0);
  });

  it.each([
    [
      'three sentences on in one paragraph',
      ['', `${SENTENCE}天晴。下雨。${SENTENCE.replace('运到', '拉到')}`],
      0,
    ],
    [
      'four sentences on in one paragraph',
      ['', `${SENTENCE}天晴。下雨。起风。${SENTENCE.replace('运到', '拉到')}`],
      1,
    ],
    ['in the second paragraph after', [SENTENCE, '天晴。', SENTENCE.replace('运到', '拉到')], 0],
    ['in the third paragraph after', [SENTENCE, '天晴。', '下雨。', SENTENCE.replace('运到', '拉到')], 1],
    ['elsewhere in the next paragraph', [SENTENCE, `天晴。${SENTENCE.replace('运到', '拉到')}`], 1],
    [
      'in the same place of the next paragraph',
      [`天晴。${SENTENCE}`, `下雨。${SENTENCE.replace('运到', '拉到')}`],
      0,
    ],
    [
      'in the same place far away',
      ['天晴。', '下雨。', '起风。', '落雪。', SENTENCE, '天晴。', SENTENCE.replace('运到', '拉到')],
      0,
    ],
  ] as const)('lets a parallel pass: %s', (_, lines, times) => {
    expect(findingsOf(RULE, lines.join('\n'))).toHaveLength(times);
  });

  it('shortens what it names beyond fourteen characters', () => {
    const added = (words: string) =>
      findingsOf(RULE, apart(SENTENCE, SENTENCE.replace('，不许', `，${words}，不许`)))[0]?.message;
    expect(added('哪怕天天早晚麻烦也都要运了')).toContain('只差 +“哪怕天天早晚麻烦也都要运了”，');
    expect(added('哪怕天天早晚麻烦一点也都要运')).toContain('只差 +“哪怕天天早晚麻烦一点也都要运”，');
    expect(added('哪怕天天早晚麻烦一点也都要运了')).toContain('只差 +“哪怕天天早晚麻烦…都要运了”，');
  });

  it('says nothing of the cells of a table', () => {
    const line = SENTENCE.replace('运到', '拉到');
    const table = (second: string) =>
      `| 事 |\n| --- |\n| ${SENTENCE} |\n| 天晴 |\n| 下雨 |\n| 起风 |\n| ${second} |\n`;
    expect(findingsOf(RULE, table(line), { format: 'markdown' })).toEqual([]);
    expect(
      findingsOf(RULE, `${SENTENCE}\n\n天晴。\n\n下雨。\n\n${line}\n`, { format: 'markdown' }),
    ).toHaveLength(1);
  });

  it('says it of the second of two sentences in a draft of nothing else', () => {
    expect(wordsAt(RULE, `${classic(30)}\n天晴。\n下雨。\n${classic(30, [9, '好'])}`)).toEqual([
      classic(30, [9, '好']).slice(0, -1),
    ]);
  });

  it('leaves a sentence that stands twice word for word to repeated-phrase', () => {
    expect(findingsOf(RULE, apart(SENTENCE, SENTENCE))).toEqual([]);
    expect(findingsOf(RULE, apart(SENTENCE, SENTENCE.replace('，不许', '、不许')))).toEqual([]);
  });

  it('says nothing of sentences that share a frame or a name', () => {
    for (const second of [
      '各村要在月底以前把账目理一遍，单据交到镇里，不许压在抽屉和柜子里。',
      '沟渠清了一遍，淤泥也运走了，路边和河滩上看不到垃圾，这是看得见的变化。',
    ]) {
      expect(findingsOf(RULE, apart(SENTENCE, second)), second).toEqual([]);
    }
    const review = '青山县到白水县的高等级公路和沿线五座桥梁去年开工建设。';
    const plan = '扎实推进青山县到白水县的高等级公路和沿线五座桥梁。';
    expect(findingsOf(RULE, apart(review, plan))).toEqual([]);
  });

  it('says nothing of parallel sentences and list items beside each other', () => {
    const parallel =
      '对肯出力的干部，我们要给他们搭好台子、撑起腰杆、送去关心。对肯流汗的群众，我们要给他们搭好台子、撑起腰杆、送去关心。';
    expect(findingsOf(RULE, parallel)).toEqual([]);
    const items =
      '一是管好东片的水库，每天早晚各查一次，查完签字，出了问题当天报告。\n二是管好西片的水库，每天早晚各查一次，查完签字，出了问题当天报告。';
    expect(findingsOf(RULE, items)).toEqual([]);
  });

  it('says nothing of short sentences unless asked', () => {
    const text = apart('各村要把沟渠清一遍。', '各村要把沟渠清两遍。');
    expect(findingsOf(RULE, text)).toEqual([]);
    expect(
      findingsOf(RULE, apart('各村要在月底把沟渠里外都清一遍。', '各村要在月底把沟渠里外都清两遍。'), {
        options: { minChars: 10 },
      }),
    ).toHaveLength(1);
  });

  it('says nothing of statutes, headings and tables', () => {
    const articles = [1, 2, 3, 4, 5]
      .map(
        (n) =>
          `第${'一二三四五'.charAt(n - 1)}条　违反本办法，由镇人民政府责令改正，处${n * 100}元以上罚款，并通报全镇。`,
      )
      .join('\n');
    expect(findingsOf(RULE, articles)).toEqual([]);
    const headings = `一、把防汛这件事当作全镇今年夏天头等大事来抓\n${BETWEEN}\n二、把防火这件事当作全镇今年夏天头等大事来抓`;
    expect(findingsOf(RULE, headings)).toEqual([]);
  });

  it('names each sentence once, however many copies there are', () => {
    const copies = ['月底', '年底', '周末', '汛前', '节前'].map((time) => SENTENCE.replace('月底', time));
    expect(wordsAt(RULE, copies.join(`\n${BETWEEN}\n`))).toHaveLength(4);
  });
});
