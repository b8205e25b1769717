import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { OPAQUE } from '../../../server/src/core/text/characters.js';

/** The prose of a draft’s paragraphs, # for each level of a heading. */
const read = (text: string): string[] =>
  buildDraft(text, 'markdown').paragraphs.map(({ kind, level, text: prose }) => {
    const mark = kind === 'heading' ? `${'#'.repeat(level)} ` : kind === 'body' ? '' : `${kind} `;
    return mark + prose.replaceAll(OPAQUE, '·');
  });

describe('the prose of Markdown', () => {
  it.each([
    ['emphasis', '甲*乙***丙**丁', '甲乙丙丁'],
    ['what is struck out', '甲~~乙~~丙', '甲乙丙'],
    ['a link', '看[说明](https://example.org/页 "题")好', '看说明好'],
    ['a link with blanks', '看[说明]( <https://example.org/页>\n  (题) )好', '看说明好'],
    ['an address in a link', '看[说明 https://example.org/页 好](https://example.org)好', '看说明 · 好好'],
    ['a picture in a link', '看[![图](a.png)](https://example.org)好', '看·好'],
    ['a link by its name', '看[说明][页]好\n\n[页]: https://example.org', '看说明好'],
    ['a link’s own name', '看[说明]好\n\n[说明]: https://example.org', '看说明好'],
    ['a quotation of two lines', '> 甲\n> 乙', '甲乙'],
    ['a quotation in a quotation', '> > 甲\n> >   乙', '甲乙'],
    ['a hard break before an indent', '甲  \n  *乙*', '甲乙'],
    ['an escaped mark', '甲\\*乙\\_丙', '甲*乙_丙'],
    ['a hard break', '甲  \n乙', '甲乙'],
    ['a hard break by a stroke', '甲\\\n  乙', '甲乙'],
    ['an address in brackets', '见<https://example.org>好', '见·好'],
    ['a bare address', '见 https://example.org 好', '见 · 好'],
    ['a picture', '见![图](a.png)好', '见·好'],
    ['code', '见`甲乙`好', '见·好'],
    ['a comment', '见<!-- 甲 -->好', '见·好'],
    ['an instruction', '见<?甲?>好', '见·好'],
    ['a tag', '见<b>好</b>', '见·好·'],
    ['an entity', '见&nbsp;好', '见·好'],
    ['blanks around', '  甲  乙  ', '甲  乙'],
  ])('is read of %s', (_, text, prose) => {
    expect(read(text)).toEqual([prose]);
  });

  it.each([
    ['甲\n===', '# 甲'],
    ['甲\n---', '## 甲'],
    ['# 甲', '# 甲'],
    ['###### 甲', '###### 甲'],
    ['##   甲   ##  ', '## 甲'],
    ['#### 一、甲', '#### 一、甲'],
    ['一、甲', '# 一、甲'],
    ['- 一、甲', '# 一、甲'],
    ['- 甲', 'item 甲'],
    ['- [ ] 甲', 'item 甲'],
    ['- [x] 甲', 'item 甲'],
    ['> 甲', '甲'],
    ['| 甲 |\n| -- |', 'cell 甲'],
  ])('is told what it is: %j', (text, prose) => {
    expect(read(text)).toEqual([prose]);
  });

  it.each([
    ['of dashes', '---\n题: 甲\n---\n乙'],
    ['with blanks behind', '---  \n题: 甲\n---\t\n乙'],
    ['of plus signs', '+++\n题 = "甲"\n+++\n乙'],
    ['that is empty', '---\n---\n乙'],
    ['with lines that look like Markdown', '---\n- 甲\n# 丙\n---\n\n乙'],
  ])('begins behind front matter %s', (_, text) => {
    expect(read(text)).toEqual(['乙']);
  });

  it('has front matter only at its start, and whole', () => {
    expect(read('---\n题: 甲\n---')).toEqual([]);
    expect(read('乙\n\n---\n题: 甲\n---\n')).toEqual(['乙', '## 题: 甲']);
    expect(read('---\n题: 甲\n')).toEqual(['题: 甲']);
    expect(read('---\n题: 甲\n+++\n')).toEqual(['题: 甲+++']);
    expect(read('---甲\n题\n---\n')).toEqual(['## ---甲题']);
  });

  it('is nothing of what holds no words', () => {
    expect(
      read('`码`\n\n![图](a.png)\n\n```\n码\n```\n\n    码\n\n<div>块</div>\n\n***\n\n[页]: https://e.org\n'),
    ).toEqual([]);
  });

  it('says where each piece of it stands', () => {
    const text = '  看\\*[说明](u)`码`，  \n  好 ';
    const [paragraph] = buildDraft(text, 'markdown').paragraphs;
    const places = paragraph?.pieces.map(({ at, source, length }) => [
      paragraph.text.slice(at, at + length).replace(OPAQUE, '·'),
      text.slice(source, source + length),
    ]);
    expect(places).toEqual([
      ['看', '看'],
      ['*', '*'],
      ['说明', '说明'],
      ['·', '`'],
      ['，', '，'],
      ['好', '好'],
    ]);
  });
});
