import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { AnalysisCache } from '../../../server/src/core/draft/analysisCache.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';

const { segmenter } = loadSegmenter();

/** A draft that gives each rule that looks beyond a paragraph something to find, a paragraph a line. */
const LINES = `
在全县春耕动员大会上的讲话
各位乡亲：
今天开会，讲三件事。各村要在月底以前把沟渠清一遍，淤泥运到村外，不许堆在路边和河滩上。
一、把渠修好
春耕的种子已经运到各村，化肥也备足了。充分发挥老支书带头作用，大家都要记住。
学校的新操场下个月完工。坚持把防火贯穿护林始终，大家都要记住。
全县党委办公室系统都要到会。各镇党办系统也到。
（一）修东沟
沿河的人都说茶园道路修通到村口去了，好。充分发挥护林队伍看守作用，大家都要记住。
（三）修西沟
上半年，党委办公室系统做得不错。下半年看党办系统的。
卫生院请来了两位大夫。坚持把水质安全贯穿修渠的整个始终，大家都要记住。
二、把路铺平
要落实“三查四定”，不拖。充分发挥水管站调度作用，大家都要记住。
1、修桥，2026年3月1日（星期五）动工，切实修好。
2、修坝，共20处、30里，进一步修好，不断修好，着力修好。
山上老人说起茶园道路修通到村口去了也高兴。充分发挥乡村医生守护作用，大家都要记住。
后山的防火道已经砍通。坚持把群众满意贯穿这一年始终，大家都要记住。
要做好五件事：一是修渠；二是修路；三是修桥。
全力修坝，坚决修坝，扎实修坝，大力修坝，狠抓修坝，切实修坝。
最后再说一句。各村要在月底以前把沟渠清一遍，淤泥拉到村外，不许堆在路边和河滩上。
年底按“三查四定”打分。充分发挥赶集广播宣传作用，大家都要记住。
他写道：
“第一段话。
“第二段话。”
谢谢大家！
`
  .trim()
  .split('\n');

type Change = (lines: readonly string[], at: number) => readonly string[];

const found = (text: string, cache?: AnalysisCache) =>
  checkDraft(text, { format: 'plain', segmenter, ...(cache && { cache }) }).findings;

const without = (lines: readonly string[], at: number): string[] => lines.filter((_, i) => i !== at);

describe('what all rules find after an edit is what they find in the text', () => {
  it('has something of each rule that looks beyond a paragraph', () => {
    const rules = new Set(found(LINES.join('\n')).map(({ rule }) => rule));
    for (const rule of [
      'announced-count',
      'near-duplicate',
      'ordinal-sequence',
      'repeated-frame',
      'repeated-phrase',
      'stock-phrase',
      'term-inconsistent',
      'unexplained-shorthand',
    ]) {
      expect(rules, rule).toContain(rule);
    }
  });

  it.each([
    ['a line is deleted', without],
    ['a line is put in twice', (lines, at) => [...lines.slice(0, at + 1), ...lines.slice(at)]],
    ['a line is moved to the end', (lines, at) => [...without(lines, at), lines[at] ?? '']],
    ['the rest is deleted', (lines, at) => lines.slice(0, at)],
    ['the beginning is deleted', (lines, at) => lines.slice(at)],
  ] satisfies readonly (readonly [string, Change])[])('when %s', (_, change) => {
    const cache = new AnalysisCache();
    for (const at of LINES.keys()) {
      const text = change(LINES, at).join('\n');
      expect(found(text, cache), text).toEqual(found(text));
    }
  });
});
