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
