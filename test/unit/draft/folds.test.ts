import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { foldsOf } from '../../../server/src/core/draft/folds.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';

/** The folds of more than a line, each as its first and its last line, from 0. */
function lines(text: string, format: DraftFormat = 'plain'): [number, number][] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  return foldsOf(buildDraft(text, format))
    .map(({ start, end }): [number, number] => [lineOf(start), lineOf(end)])
    .filter(([first, last]) => first < last);
}

/** The words of all folds. */
function words(text: string, format: DraftFormat = 'plain'): string[] {
  return foldsOf(buildDraft(text, format)).map(({ start, end }) => text.slice(start, end));
}

describe('folds', () => {
  it('come in order, the outer before the inner, with those of a line', () => {
    expect(words('　　一、任务\n　　定下两件事。\n　　一要修渠。\n　　二要架桥。\n干吧。\n')).toEqual([
      '一、任务\n　　定下两件事。\n　　一要修渠。\n　　二要架桥。\n干吧。',
      '定下两件事。\n　　一要修渠。\n　　二要架桥。',
      '一要修渠。',
      '二要架桥。',
    ]);
  });

  it('are each list with its own introduction', () => {
    expect(words('有两件。\n一要修渠。\n二要架桥。\n有两条。\n第一，快。\n第二，好。\n')).toEqual([
      '有两件。\n一要修渠。\n二要架桥。',
      '一要修渠。',
      '二要架桥。',
      '有两条。\n第一，快。\n第二，好。',
      '第一，快。',
      '第二，好。',
    ]);
    expect(words('有两件。\n一要修渠。\n二要架桥。\n第一，快。\n第二，好。\n')[0]).toBe(
      '有两件。\n一要修渠。\n二要架桥。',
    );
    expect(words('有两件。\n一要修渠。\n二要架桥。\n第一，快。\n第二，好。\n')).toHaveLength(5);
  });

  it('leave a list to the lead sentence above it, and to the paragraph that holds it', () => {
    expect(words('（一）抓修渠。渠要直。\n一要挖。\n二要填。\n')).toEqual([
      '（一）抓修渠。渠要直。\n一要挖。\n二要填。',
      '一要挖。',
      '二要填。',
    ]);
    expect(words('好。\n有两条，一是快；二是好。\n')).toEqual(['一是快；', '二是好。']);
    expect(words('一要修渠。\n二要架桥。\n')).toEqual(['一要修渠。', '二要架桥。']);
  });

  it('are the sections, without the blank lines that follow them', () => {
    expect(lines('讲话\n\n一、修渠\n修。\n（一）东渠\n修。\n\n二、架桥\n架。\n\n')).toEqual([
      [2, 5],
      [4, 5],
      [7, 8],
    ]);
  });

  it('are the lists below the paragraph that introduces them', () => {
    const text = '一、任务\n时间只有两年。\n定下两件事。\n一要修渠。\n二要架桥。\n干吧。\n';
    expect(lines(text)).toEqual([
      [0, 5],
      [2, 4],
    ]);
  });

  it('leave a list to the heading or the item that stands right above it', () => {
    expect(lines('一、任务\n一要修渠。\n二要架桥。\n')).toEqual([[0, 2]]);
    expect(lines('一要修渠，分两步：\n第一，东渠。\n第二，西渠。\n二要架桥。\n')).toEqual([[0, 2]]);
  });

  it('are the items of several paragraphs', () => {
    expect(lines('第一，修渠。\n渠要直。\n渠要深。\n第二，架桥。\n')).toEqual([[0, 2]]);
  });

  it('are none where a list stands in one paragraph, or in a draft without structure', () => {
    expect(lines('有两条。一是快；二是好。\n就这样。\n')).toEqual([]);
    expect(lines('今天开会。\n\n散会。\n')).toEqual([]);
    expect(lines('')).toEqual([]);
  });

  it('are those of Markdown’s sections too', () => {
    expect(lines('# 讲话\n\n好。\n\n## 任务\n\n修。\n', 'markdown')).toEqual([
      [0, 6],
      [4, 6],
    ]);
  });
});
