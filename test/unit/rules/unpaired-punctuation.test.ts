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
