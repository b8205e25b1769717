import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { NO_WORDS } from '../../../server/src/core/guide.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'doubled-word';

const { segmenter } = loadSegmenter();

/** What is found stands in brackets. */
const faulty = [
  '这是全镇人民[的的]心愿。',
  '三条渠都修好[了了]两遍。',
  '我们[在在]村口立了牌子。',
  '水[是是]命脉。',
  '把水库[和和]渠道管起来。',
  '干部[与与]农户一起下地。',
  '请大家[把把]账本带来。',
  '县里[对对]茶园补了资金。',
  '村里[将将]在秋后动工。',
  '我们[也也]修路。',
  '青石岭[地地]处深山。',
  '[我们我们]要把路修好。',
  '要[进行进行]改造。',
  '要把[切实切实]管好茶园的话记住。',
  '[工作工作]要落到实处。',
  '推进重点[项目项目]建设。',
  '今年[全县全县]增收。',
  '可以[可以可以]改成[应当应当]两个字。'.replace('可以[可以可以]', '路[可以可以]先修，再'),
  '要[进一步进一步]压实责任。',
  '请[党委办公室党委办公室]牵头。',
  '他[没有没有]来。',
];

const lawful = [
  '这件事的的确确办成了，目的的实现靠大家，标的的价格也公道。',
  '为了了解民情，除了了却心愿，他一个人住进村里，账目了了分明。',
  '存在在认识上的差距，实实在在在村里干。',
  '凡是是群众反对的，就是是非问题，也要说清。',
  '他和和气气，与与会代表一一握手，及及时时答复。'.replace('，及及时时答复', ''),
  '请班子把把关，一把把火炬点起来。',
  '面对对手不慌，针对对象施策。',
  '从从容容、实实在在、认认真真、高高兴兴、是是非非。',
  '成就就在眼前，就就业问题谈两句，首都都在看。',
  '常常来往，处处留心，人人有责，天天清扫，等等，种种原因，好好干，多多支持。',
  '大家研究研究，讨论讨论，再考虑考虑。',
  '一个个一个个地过，一步一步地走，一件一件办。',
  '加油！加油加油！可以可以，没有没有，是的是的。',
  '哈哈哈哈，轰隆隆轰隆隆，咚咚锵咚咚锵。',
  '重点工作工作组已经进村，重点工程工程师也到了。',
  '不能把“的的”写进稿子，“进行进行”是打重了。',
  '同志们，同志们！谢谢，谢谢大家！',
  '雪白雪白的墙，通红通红的灯笼。',
  '山的那边的那边，还有一个村。',
  '发展，发展，再发展；工作、工作、还是工作。',
];

describe(RULE, () => {
  it.each(faulty)('finds %s and deletes one', (marked) => {
    const text = marked.replace(/[[\]]/gu, '');
    const expected = [...marked.matchAll(/\[(.+?)\]/gu)].map(([, words]) => words);
    expect(wordsAt(RULE, text)).toEqual(expected);
    const [finding] = findingsOf(RULE, text);
    expect(finding?.fixes[0]?.safe).toBe(true);
    const once = applyFix(text, finding, /删去/u);
    expect(once).toBe(text.replace(expected[0] ?? '', (twice) => twice.slice(twice.length / 2)));
    const rest = checkDraft(once, { format: 'plain', segmenter }).findings;
    expect(rest.map(({ rule }) => rule)).toEqual(expected.slice(1).map(() => RULE));
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it.each([
    [`${'东南西北春夏秋冬山水田林'.repeat(2)}都好。`, 1],
    [`${'东南西北春夏秋冬山水田林路'.repeat(2)}都好。`, 0],
    ['青石岭青石岭都好。', 1],
    ['青石岭青石岭青石岭都好。', 0],
    ['请青石岭青石岭青石岭都来。', 0],
    ['青石岭青石岭青石都好。', 1],
    ['的的。', 0],
    ['的的路。', 1],
    ['我们我们', 0],
    ['我们我们。', 0],
    ['请我们我们。', 1],
    ['请全县全县。', 1],
    ['全县全县。', 0],
    ['请项目项目。', 1],
    ['三A三A都好。', 0],
    ['青A石青A石都好。', 0],
    ['一级级一级级都好。', 0],
    ['村里的村里的都好。', 0],
    ['村的里村的里都好。', 1],
    ['请加油干请加油干都好。', 0],
    ['请为什么请为什么都好。', 0],
    ['一二一二一二一二都好。', 0],
  ] as const)('looks for wording of up to twelve characters twice in a row: %s', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it('finds each of several, and names the word', () => {
    expect(findingsOf(RULE, '我们我们要修路，推进项目项目建设。').map(({ message }) => message)).toEqual([
      '“我们”打重了，请删去一个。',
      '“项目”打重了，请删去一个。',
    ]);
    expect(wordsAt(RULE, '我们我们推进推进路。')).toEqual(['我们我们', '推进推进']);
  });

  it('leaves the writer’s own fixed wording alone, and fixes nothing across Markdown syntax', () => {
    const words = { ...NO_WORDS, fixedTerms: ['我们我们小剧场'] };
    const { findings } = checkDraft('我们我们小剧场开门了。', {
      format: 'plain',
      guide: { rules: {}, words },
    });
    expect(findings).toEqual([]);
    const split = findingsOf(RULE, '我们要**进行**进行改造。', { format: 'markdown' });
    expect(split.map(({ fixes }) => fixes.length)).toEqual([1]);
    expect(findingsOf(RULE, '我们要进行进**行**改造。', { format: 'markdown' })[0]?.fixes).toEqual([]);
  });

  it('speaks alone of a modifier typed twice in a row', () => {
    const { findings } = checkDraft('我们要切实切实管好茶园。', { format: 'plain', segmenter });
    expect(findings.map(({ rule }) => rule)).toEqual([RULE]);
  });
});
