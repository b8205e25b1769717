import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'heading-pattern-broken';

/** A draft with a paragraph under each of the headings. */
function draft(...headings: readonly string[]): string {
  const ordinals = '一二三四五六';
  return headings.map((heading, i) => `${ordinals.charAt(i)}、${heading}\n东沟和西沟一起动工。\n`).join('');
}

describe(RULE, () => {
  it.each([
    [draft('加强清淤', '加强加固', '搞好绿化', '加强看护'), '搞好'],
    [draft('搞好清淤', '加强加固', '加强绿化', '加强看护'), '搞好'],
    [draft('加强清淤', '搞好加固', '加强绿化', '加强看护'), '搞好'],
    [draft(' 加强清淤', '加强加固', '加强绿化', '搞好看护'), '搞好'],
    [draft('清淤工作。', '加固工作', '绿化工作', '看护事项'), '事项'],
    [draft('在清淤上下功夫', '在加固上下功夫', '在绿化上下功夫', '在看护上做文章'), '文章'],
  ])('points at the odd one of %j', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual([words]);
    expect(findingsOf(RULE, text)[0]).toMatchObject({ severity: 'hint' });
  });

  it.each([
    draft('加强清淤', '加强加固', '加强绿化', '加强看护'),
    draft('加强清淤', '加强加固', '搞好绿化'),
    draft('加强清淤', '加强加固', '搞好绿化', '抓住看护'),
    draft('清淤要早', '加固要牢', '绿化要快', '看护要严'),
    '一、加强清淤\n二、加强加固\n三、搞好绿化\n四、加强看护\n都要快。',
  ])('says nothing about %j', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('leaves the address of a Markdown heading out', () => {
    const headings = ['加强清淤{#a}', '加强加固工作 {#b}', '加强绿化工作', '加强看护工作'];
    const text = headings.map((heading) => `## ${heading}\n\n快。\n`).join('\n');
    expect(wordsAt(RULE, text, { format: 'markdown' })).toEqual(['清淤']);
  });

  it('compares headings under one heading only', () => {
    const text =
      '# 甲\n\n## 加强清淤\n\n快。\n\n## 加强加固\n\n快。\n\n# 乙\n\n## 加强绿化\n\n快。\n\n## 搞好看护\n\n快。\n';
    expect(findingsOf(RULE, text, { format: 'markdown' })).toEqual([]);
  });
});
