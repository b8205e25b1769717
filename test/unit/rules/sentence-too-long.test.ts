import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'sentence-too-long';
const words = (count: number): string => '修路架桥通水通电，'.repeat(Math.ceil(count / 9)).slice(0, count);

describe(RULE, () => {
  it('counts marks, and allows exactly the limit', () => {
    expect(findingsOf(RULE, `${words(99)}。`)).toEqual([]);
    expect(wordsAt(RULE, `短句。${words(100)}。短句。`)).toEqual([`${words(100)}。`]);
  });

  it('does not count blanks', () => {
    expect(findingsOf(RULE, `${words(50)}　\u00A0 ${words(49)}。`)).toEqual([]);
  });

  it('ends a sentence at ！？ and behind closing quotation marks, not at ；', () => {
    expect(findingsOf(RULE, `${words(60)}！${words(60)}？”${words(60)}。”`)).toEqual([]);
    expect(wordsAt(RULE, `${words(60)}；${words(60)}。`)).toHaveLength(1);
  });

  it('speaks more strongly from the severe length on', () => {
    expect(findingsOf(RULE, `${words(119)}。`)[0]?.message).toContain('有 120 字');
    expect(findingsOf(RULE, `${words(120)}。`)[0]?.message).toContain('长达 121 字');
  });

  it('says nothing of headings, and takes paragraphs of exactly the limit for lawful', () => {
    expect(findingsOf(RULE, `## ${words(119)}。`, { format: 'markdown' })).toEqual([]);
    expect(findingsOf(RULE, `${words(119)}。`, { format: 'markdown' })).toHaveLength(1);
    expect(findingsOf(RULE, `${words(59)}。${words(59)}。`)).toEqual([]);
  });

  it('says which limit it is', () => {
    expect(findingsOf(RULE, `${words(100)}。`)[0]?.message).toContain('101 字');
    expect(findingsOf(RULE, `${words(100)}。`)[0]?.message).toContain('100');
  });

  it('takes its limit from the options', () => {
    expect(findingsOf(RULE, `${words(80)}。`, { options: { max: 80 } })).toHaveLength(1);
  });

  it('joins the soft line breaks of Markdown and takes each line of plain text for itself', () => {
    const text = `${words(60)}\n${words(60)}。`;
    expect(findingsOf(RULE, text)).toEqual([]);
    expect(findingsOf(RULE, text, { format: 'markdown' })).toHaveLength(1);
  });
});
