import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { DraftFormat } from '../../server/src/core/draft/model.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';

const { segmenter } = loadSegmenter();

/** The lines (from 0) with a finding and its rule, what is ignored in brackets. */
function found(text: string, format: DraftFormat = 'markdown'): string[] {
  const { findings, ignored, failures } = checkDraft(text, { format, segmenter });
  expect(failures).toEqual([]);
  const line = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  return [
    ...findings.map(({ rule, span }) => ({ start: span.start, said: `${line(span.start)} ${rule}` })),
    ...ignored.map(({ rule, span }) => ({ start: span.start, said: `(${line(span.start)} ${rule})` })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ said }) => said);
}

/** A paragraph with a finding of each of two rules. */
const FAULTY = '请某某 同志讲话。';

describe('a comment before a block', () => {
  it.each([
    '<!-- wenfeng-ignore -->',
    '<!--wenfeng-ignore-->',
    '<!-- 文风忽略 -->',
    '<!-- 文风忽略：范文原话 -->',
  ])('ignores the block’s findings: %s', (comment) => {
    expect(found(`${FAULTY}\n\n${comment}\n${FAULTY}\n\n${FAULTY}\n`)).toEqual([
      '0 placeholder-left',
      '0 stray-space',
      '(3 placeholder-left)',
      '(3 stray-space)',
      '5 placeholder-left',
      '5 stray-space',
    ]);
  });

  it.each([
    '<!-- wenfeng-ignore stray-space -->',
    '<!-- 文风忽略 stray-space -->',
    '<!-- 文风忽略 多余空格 这里是原文 -->',
    '<!-- wenfeng-ignore repeated-word, stray-space -->',
    '<!--\nwenfeng-ignore\nstray-space\n-->',
  ])('ignores the findings of the rules it names: %s', (comment) => {
    const line = comment.split('\n').length;
    expect(found(`${comment}\n${FAULTY}\n`)).toEqual([`${line} placeholder-left`, `(${line} stray-space)`]);
  });

  it.each([
    '<!-- wenfeng-ignored -->',
    '<!-- 文风忽略这段 -->',
    '<!-- wenfeng-ignore speling -->',
    '<!-- 注 -->',
  ])('ignores nothing when it is no such comment or names no rule that is: %s', (comment) => {
    expect(found(`${comment}\n\n${FAULTY}\n`)).toEqual(['2 placeholder-left', '2 stray-space']);
  });

  it.each(['\r\n', '\r'])('ignores them where lines end with %j', (lineEnd) => {
    const lines = ['一。', '', '一。', '', '<!-- wenfeng-ignore -->', FAULTY, '', '二。'];
    const { findings, ignored } = checkDraft(lines.join(lineEnd), { format: 'markdown', segmenter });
    expect([findings.length, ignored.length]).toEqual([0, 2]);
  });

  it('means a whole list or quotation', () => {
    expect(found(`<!-- 文风忽略 -->\n- 请某某讲话。\n- 请某某发言。\n\n请某某总结。\n`)).toEqual([
      '(1 placeholder-left)',
      '(2 placeholder-left)',
      '4 placeholder-left',
    ]);
    expect(found(`<!-- 文风忽略 -->\n> 请某某讲话。\n>\n> 请某某发言。\n`)).toEqual([
      '(1 placeholder-left)',
      '(3 placeholder-left)',
    ]);
  });

  it('means the next item when it ends an item', () => {
    expect(found(`- 请某某讲话。\n\n  <!-- 文风忽略 -->\n- 请某某发言。\n`)).toEqual([
      '0 placeholder-left',
      '(3 placeholder-left)',
    ]);
  });

  it('means the same block as another comment before it', () => {
    const comments = '<!-- 文风忽略 stray-space -->\n<!-- 文风忽略 placeholder-left -->';
    expect(found(`${comments}\n${FAULTY}\n`)).toEqual(['(2 placeholder-left)', '(2 stray-space)']);
  });

  it('at the end of the draft means nothing', () => {
    expect(found(`${FAULTY}\n\n<!-- 文风忽略 -->\n`)).toEqual(['0 placeholder-left', '0 stray-space']);
  });
});

describe('a comment inside a paragraph', () => {
  it('ignores the paragraph’s findings', () => {
    expect(found(`请某某讲话。<!-- 文风忽略 -->\n\n请某某讲话。\n`)).toEqual([
      '(0 placeholder-left)',
      '2 placeholder-left',
    ]);
  });
});

describe('comments around blocks', () => {
  it.each([
    ['<!-- wenfeng-ignore-start -->', '<!-- wenfeng-ignore-end -->'],
    ['<!-- 文风忽略开始 -->', '<!-- 文风忽略结束 -->'],
    ['<!-- 文风忽略-开始 -->', '<!-- wenfeng-ignore-end placeholder-left -->'],
  ])('ignore what is between them: %s %s', (start, end) => {
    const named = end.includes('placeholder') ? start.replace(' -->', ' placeholder-left -->') : start;
    expect(found(`请某某讲。\n\n${named}\n\n请某某讲。\n\n## 请某某\n\n${end}\n\n请某某讲。\n`)).toEqual([
      '0 placeholder-left',
      '(4 placeholder-left)',
      '(6 placeholder-left)',
      '10 placeholder-left',
    ]);
  });

  it('ignore the rest of the draft without an end', () => {
    expect(found(`请某某讲。\n\n<!-- 文风忽略开始 stray-space -->\n\n${FAULTY}\n\n${FAULTY}\n`)).toEqual([
      '0 placeholder-left',
      '4 placeholder-left',
      '(4 stray-space)',
      '6 placeholder-left',
      '(6 stray-space)',
    ]);
  });

  it('keep to the rules they name, each with its own end', () => {
    const text = [
      '<!-- wenfeng-ignore-start stray-space -->',
      '<!-- wenfeng-ignore-start placeholder-left -->',
      FAULTY,
      '<!-- wenfeng-ignore-end stray-space -->',
      FAULTY,
      '<!-- wenfeng-ignore-end -->',
      FAULTY,
    ];
    expect(found(text.join('\n\n'))).toEqual([
      '(4 placeholder-left)',
      '(4 stray-space)',
      '(8 placeholder-left)',
      '8 stray-space',
      '12 placeholder-left',
      '12 stray-space',
    ]);
  });

  it('do nothing with an end alone', () => {
    expect(found(`${FAULTY}\n\n<!-- 文风忽略结束 -->\n`)).toEqual(['0 placeholder-left', '0 stray-space']);
  });
});

it('comments are words in plain text and in code', () => {
  expect(found(`<!-- 文风忽略 -->\n${FAULTY}\n`, 'plain')).toEqual(['1 placeholder-left', '1 stray-space']);
  expect(found(`\`<!-- 文风忽略 -->\`\n\n${FAULTY}\n`)).toEqual(['2 placeholder-left', '2 stray-space']);
});

it('the example of the docs is as it says', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/ignoring.md'), 'utf8');
  const example = /^```markdown\n([\s\S]*?)^```$/mu.exec(page)?.[1] ?? '';
  const last = example.trimEnd().split('\n').length - 1;
  expect(found(example).filter((said) => !said.startsWith('('))).toEqual([
    '0 placeholder-left',
    `${last} placeholder-left`,
  ]);
  expect(found(example).filter((said) => said.startsWith('('))).toHaveLength(4);
});
