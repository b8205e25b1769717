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
