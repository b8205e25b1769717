import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'unpaired-punctuation';

/** ⟦ ⟧ enclose the one mark that must be found. */
const faulty = [
  '我们要树牢“安全第一”的意识，落实人人有责⟦”⟧。',
  '推动高质量发展⟦”⟧各项部署落到实处。',
  '要做到⟦“⟧人到心到，一抓到底。',
  '他提出⟦“⟧三个不放过的要求，又讲了“四个到位”。',
  '会议印发了《云溪县防汛预案》和值班表⟦》⟧。',
  '青石镇⟦（⟧含三个社区已经完成。',
  '青石镇含三个社区⟦）⟧已经完成。',
  '（一）修路。\n二⟦）⟧架桥。\n（三）通水。',
  '⟦“⟧卖又卖不掉，放又放不住。\n他只是摇头。\n“那就再等等。”',
  '他说：“要念好⟦‘⟧实字诀，把事办成。”',
  '他说：“要念好实字诀⟦’⟧，把事办成。”',
  '我们要写好⟦”⟧实⟦“⟧字。',
  '⟦“⟧各位代表，一年来我们做了三件事。\n第二段与引文无关。',
];

const lawful = [
  '大家辛苦了:)路还长，还要一起走。',
  '他说了一句don’t worry，大家笑了。',
  '要树牢“四个意识”，学好《云溪县志》（第二版），念好“‘实’字诀”。',
  '他写道：\n“第一段话。\n“第二段话。\n“第三段话。”\n大家都记住了。',
  '他写道：\n“第一段话。\n第二段话没有再开引号。\n第三段话。”（《云溪县志》卷二）\n大家都记住了。',
  '任务有三项：1）修路；2）架桥；3）通水。',
  '一）修路，二）架桥。',
  'We don’t stop，我们也不停，一直修到渠水流过山上的果园。',
  '(含税)和（不含税)都算。',
  '没有任何成对的标点。',
];

describe(RULE, () => {
  it.each(faulty)('finds the mark in %s', (marked) => {
    const expected = [...marked.matchAll(/⟦/gu)].map((match, i) => match.index - 2 * i);
    const text = marked.replace(/[⟦⟧]/gu, '');
    expect(findingsOf(RULE, text).map(({ span }) => [span.start, span.end])).toEqual(
      expected.map((at) => [at, at + 1]),
    );
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it.each(['“”', '‘’', '「」', '『』', '（）', '《》', '〈〉', '【】'])('pairs %s', (pair) => {
    const [open = '', close = ''] = Array.from(pair);
    expect(wordsAt(RULE, `要${open}人到${close}心到。`)).toEqual([]);
    expect(findingsOf(RULE, `要${open}人到心到。`)[0]?.message).toContain(
      `${open} 后面缺少与它配对的 ${close}`,
    );
    expect(findingsOf(RULE, `要人到${close}心到。`)[0]?.message).toContain(
      `${close} 前面缺少与它配对的 ${open}`,
    );
  });

  it.each([
    '要⟦”⟧人到，要⟦“⟧心到。',
    '要⟦（⟧人到，要《心到》。',
    '要“人到⟦（⟧，心到”。',
    '要“人⟦《⟧到⟦（⟧，心到”，要⟦）⟧抓。',
    '到⟦）⟧路还长，还要一起走。',
    '到：⟦（⟧路还长，还要一起走。',
  ])('tells which marks are alone in %s', (marked) => {
    const expected = [...marked.matchAll(/⟦/gu)].map((match, i) => match.index - 2 * i);
    expect(findingsOf(RULE, marked.replace(/[⟦⟧]/gu, '')).map(({ span }) => span.start)).toEqual(expected);
  });

  it.each(['辛苦了:)', '辛苦了;)', '辛苦了:-)', '辛苦了;-)', '辛苦了:）'])(
    'takes %s for a smile',
    (smile) => {
      expect(wordsAt(RULE, `大家${smile}路还长，还要一起走。`)).toEqual([]);
      expect(wordsAt(RULE, `大家${smile.replace(/[:;]/u, '，')}路还长，还要一起走。`)).toHaveLength(1);
    },
  );

  it.each([
    ['1）修路，22）架桥。', 0],
    ['十一）修路，十二）架桥。', 0],
    ['二十一）修路，二十二）架桥。', 0],
    ['a）修路，B）架桥。', 0],
    ['1)修路，2)架桥。', 0],
    ['要修路 1）东沟；2）西沟。', 0],
    ['要修路：1）东沟、2）西沟！3）南沟？4）北沟。', 0],
    ['第1）修路，第2）架桥。', 2],
    ['111）修路，222）架桥。', 2],
    ['一二三四）修路，五六七八）架桥。', 2],
    ['ab）修路，cd）架桥。', 2],
    ['1）修路，架桥。', 0],
    ['1）修路。\n（1）架桥。', 1],
    ['1）修路。\n（11）架桥。', 1],
    ['1）修路。\n（一）架桥。', 1],
    ['1）修路。\n(十一)架桥。', 1],
    ['1）修路。\n（甲）架桥。', 0],
    ['1）修路。\n2）架桥。\n（1）通水。', 0],
    ['1）修路。\n通水）。', 1],
  ] as const)('takes half a bracket for an ordinal’s where that is the draft’s style: %j', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  const quotation = (paragraphs: number, close = '”'): string =>
    [
      '他写道：',
      ...Array.from({ length: paragraphs }, (_, i) => `“第${String(i + 1)}段话。`),
      `“完了。${close}`,
    ].join('\n');

  it.each([
    ['twelve paragraphs', quotation(11), 0],
    ['thirteen paragraphs', quotation(12), 1],
    ['two paragraphs', '“甲。\n“乙。”', 0],
    ['two paragraphs, of which the last is not opened', '“甲。\n乙。”', 0],
    ['three paragraphs, opened once', '“甲。\n乙。\n丙。”', 0],
    ['two paragraphs in other marks', '「甲。\n「乙。」', 0],
    ['two paragraphs in double other marks', '『甲。\n『乙。』', 0],
    ['two paragraphs in single marks', '‘甲。\n‘乙。’', 0],
    ['two paragraphs in brackets', '（甲。\n乙。）', 2],
    ['a blank before them', '  “甲。\n  “乙。”  ', 0],
    ['a source behind them', '“甲。\n乙。”（《县志》）', 0],
    ['a blank and a source behind them', '“甲。\n乙。” （《县志》） ', 0],
    ['words behind them', '“甲。\n乙。”他说。', 2],
    ['words and a source behind them', '“甲。\n乙。”他说（《县志》）', 2],
    ['words before them', '他说：“甲。\n乙。”', 2],
    ['another closing mark', '“甲。\n乙。』', 2],
    ['another mark that opens', '“甲。\n「乙。\n“丙。”', 2],
    ['words before the second', '“甲。\n他说：“乙。\n“丙。”', 2],
    ['a paragraph with two lone marks', '“甲。\n”乙“丙。\n“丁。”', 3],
    ['no closing mark', '“甲。\n“乙。\n“丙。', 3],
    ['a last paragraph that has its own pair', '“甲。\n“乙。\n“丙。”\n“丁。”', 0],
    ['a last paragraph that goes on behind its pair', '“甲。\n“乙”丙。', 1],
    ['a last paragraph with two pairs', '“甲。\n“乙”“丙。”', 1],
    ['a last paragraph with a pair in its pair', '“甲。\n“乙“丙”。”', 0],
    ['a paragraph between that is not opened', '“甲。\n天晴了。\n“乙。”', 1],
  ] as const)('follows a quotation over paragraphs: %s', (_, text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it('leaves the syntax and the code of Markdown alone', () => {
    const text = '要看[说明](https://example.org/a_(b))和`f("“`。\n\n```\n“\n```\n';
    expect(wordsAt(RULE, text, { format: 'markdown' })).toEqual([]);
  });

  it('takes no mark for an apostrophe because Latin stands elsewhere', () => {
    expect(wordsAt(RULE, '这次用GPS，要做到人到心到’。')).toEqual(['’']);
  });

  it('names the missing partner', () => {
    expect(findingsOf(RULE, '要做到“人到心到。')[0]?.message).toContain('“ 后面缺少与它配对的 ”');
  });
});
