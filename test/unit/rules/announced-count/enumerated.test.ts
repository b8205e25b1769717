import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';

const RULE = 'announced-count';

/** What the only finding counts, in which direction it looks, and how it names what it found. */
function counted(text: string): { items: readonly string[]; message: string } {
  const [finding, ...others] = findingsOf(RULE, text);
  expect(others).toEqual([]);
  return {
    items: finding?.related.map(({ span }) => text.slice(span.start, span.end)) ?? [],
    message: finding?.message ?? '',
  };
}

describe('quotations before a number', () => {
  it.each([
    ['要把握“守正、求进”这三个关键。', '守正|求进'],
    ['要把握“守正、求进”三个关键。', '守正|求进'],
    ['要把握“守正、求进”这四个关键。', '守正|求进'],
    ['要念好“山”“水”这三个重点。', '“山”|“水”'],
    ['要念好“山”、“水”这三个重点。', '“山”|“水”'],
    ['要念好“山”和“水”这三个重点。', '“山”|“水”'],
    ['要念好“山”与“水”这三个重点。', '“山”|“水”'],
    ['要念好“山”及“水”这三个重点。', '“山”|“水”'],
    ['要念好“山”以及“水”这三个重点。', '“山”|“水”'],
    ['去年说“快”，今年要念好“山”“水”这三个重点。', '“山”|“水”'],
    ['要念好“山”“水”这三个重点，记住“实”字。', '“山”|“水”'],
  ])('are counted in %s', (text, items) => {
    expect(counted(text).items.join('|')).toBe(items);
    expect(counted(text).message).toMatch(/前面只有.*（[^“”]*）/u);
  });

  it.each([
    '要把握“守正、求进”这两个关键。',
    '要把握“守正、求进”这一个关键。',
    '要把握“守正、求进”这五个关键。',
    '要把握“守正、求进”的三个关键。',
    '要把握“守正，求进、稳妥”这两个关键。',
    '要把握“守正；求进、稳妥”这两个关键。',
    '要把握“守正。求进、稳妥”这两个关键。',
    '要把握“守正、和气”这三个关键。',
    '要把握“守正、和气与稳妥”这四个关键。',
    '要把握‘守正、求进’这三个关键。',
    '要写好“巩固、增强”三个字。',
    '要写好“巩固、增强”三个大字。',
    '要写好“巩固、增强”三个词。',
    '要念好“山”这三个重点。',
    '要念好“山”还有“水”这三个重点。',
    '要念好“山”，和“水”这三个重点。',
    '要念好《山》“水”这三个重点。',
    '说到“守正、求进”，有三：',
  ])('are not in %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('are counted as one when one holds members and others follow', () => {
    expect(counted('要写好“巩固、增强”三个活字典。').items).toEqual(['巩固', '增强']);
  });
});

describe('members before a number', () => {
  it.each([
    ['山、水、林四件大事要抓。', '山|水|林'],
    ['山、水、林这四件大事要抓。', '山|水|林'],
    ['全县的山、水、林四大战役要抓。', '全县的山|水|林'],
    ['全县的山、水、林四大片区要抓。', '全县的山|水|林'],
    ['今年，山、水、林四件大事要抓。', '山|水|林'],
    ['等一等：山、水、林四件大事要抓。', '山|水|林'],
    ['山、水里有鱼、林四件大事要抓。', '山|水里有鱼|林'],
    ['山、水里也有鱼、林里也有菌子蘑菇四大战役要抓。', '山|水里也有鱼|林里也有菌子蘑菇'],
  ])('are counted in %s', (text, items) => {
    expect(counted(text).items.join('|')).toBe(items);
    expect(counted(text).message).toContain('前面只有三');
  });

  it.each([
    '山、水、林三件大事要抓。',
    '山、水三件大事要抓。',
    '山、水、林等四件大事要抓。',
    '山、3水、林四件大事要抓。',
    '山、水、林四个突出问题要抓。',
    '山、水、林四个村子要去。',
    '山、水和林、田四件大事要抓。',
    '山、水、林六件大事要抓。',
    '山、水里也有鱼、林四件大事要抓。',
    '山、水里也有鱼虾、林里也有菌子蘑菇们四大战役要抓。',
    '山、水，林四件大事要抓。',
  ])('are not in %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });
});

describe('members after a number', () => {
  it.each([
    ['要守住三条底线：耕地、生态。', '耕地|生态'],
    ['要守住三条底线:耕地、生态', '耕地|生态'],
    ['要守住“三条底线”：耕地、生态！', '耕地|生态'],
    ['他说：“要守住三条底线：耕地、生态。”', '耕地|生态'],
    ['要守住三条底线：耕地；生态？', '耕地|生态'],
    ['要守住三条底线：既要耕地，也要人；生态。', '既要耕地，也要人|生态'],
    ['要守住三条底线：耕地一二三四五六七八、生态。', '耕地一二三四五六七八|生态'],
    ['记住。要守住三条底线：耕地、生态。等一等：好。', '耕地|生态'],
    ['一是要守住三条底线：耕地、生态。二是快。', '耕地|生态'],
  ])('are counted in %s', (text, items) => {
    expect(counted(text).items.join('|')).toBe(items);
    expect(counted(text).message).toContain('后面只有两条');
  });

  it.each([
    '要守住两条底线：耕地、生态。',
    '要守住五条底线：耕地、生态。',
    '要守住三条底线，耕地、生态。',
    '要守住三条底线好：耕地、生态。',
    '要守住三条底线：耕地、生态等。',
    '要守住三条底线：耕地、生态……',
    '要守住三条底线：耕地：山、生态。',
    '要守住三条底线：耕地，山、生态。',
    '要守住三条底线：耕地,山、生态。',
    '要守住三条底线：耕地。',
    '要守住三条底线：耕地一二三四五六七八九、生态。',
    '要守住三条底线：生态、耕地一二三四五六七八九。',
    '要守住三条底线：耕地、生态和水。',
    '要守住三条底线：（一）耕地、生态。',
    '要修三条马路：东路、西路。',
  ])('are not in %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it.each(['以及', '和', '与', '及', '跟', '同'])('may be one more where %s joins them', (join) => {
    expect(wordsAt(RULE, `要守住三条底线：耕地、生态${join}水源。`)).toEqual([]);
    expect(wordsAt(RULE, `要守住两条底线：耕地、生态${join}水源。`)).toEqual([]);
  });
});
