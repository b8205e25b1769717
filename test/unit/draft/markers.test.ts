import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';

/** The ordinals of one line: family, value, the words with the numeral in brackets, and where they stand. */
function ordinalsOf(line: string): string[] {
  return buildDraft(line, 'plain').paragraphs.flatMap(({ text, analysis }) =>
    analysis.markers.map(({ family, value, place, start, end, numeral }) => {
      const words = `${text.slice(start, numeral.start)}[${text.slice(numeral.start, numeral.end)}]${text.slice(numeral.end, end)}`;
      return `${family} ${value} ${words} ${place}`;
    }),
  );
}

/** What an ordinal is where it opens a line, a sentence and a clause; nothing where it is none. */
const ordinals: readonly (readonly [string, string, string, string])[] = [
  ['（一）修路', 'hanParen 1 （[一]）', 'hanParen 1 （[一]）', 'hanParen 1 （[一]）'],
  ['(十二)、修路', 'hanParen 12 ([十二])、', 'hanParen 12 ([十二])、', 'hanParen 12 ([十二])、'],
  ['（二十一）修路', 'hanParen 21 （[二十一]）', 'hanParen 21 （[二十一]）', 'hanParen 21 （[二十一]）'],
  ['（1）修路', 'arabicParen 1 （[1]）', 'arabicParen 1 （[1]）', 'arabicParen 1 （[1]）'],
  ['(12)、修路', 'arabicParen 12 ([12])、', 'arabicParen 12 ([12])、', 'arabicParen 12 ([12])、'],
  ['（３）修路', 'arabicParen 3 （[３]）', 'arabicParen 3 （[３]）', 'arabicParen 3 （[３]）'],
  ['（2020）修路', '', '', ''],
  ['1.修路', 'arabicDot 1 [1].', 'arabicDot 1 [1].', ''],
  ['12．修路', 'arabicDot 12 [12]．', 'arabicDot 12 [12]．', ''],
  ['3、修路', 'arabicDot 3 [3]、', 'arabicDot 3 [3]、', ''],
  ['1.5倍的路', '', '', ''],
  ['123.修路', '', '', ''],
  ['①修路', 'circled 1 [①]', 'circled 1 [①]', 'circled 1 [①]'],
  ['⑩修路', 'circled 10 [⑩]', 'circled 10 [⑩]', 'circled 10 [⑩]'],
  ['第一，修路', 'di 1 第[一]，', 'di 1 第[一]，', 'di 1 第[一]，'],
  ['第十二、修路', 'di 12 第[十二]、', 'di 12 第[十二]、', 'di 12 第[十二]、'],
  ['第2：修路', 'di 2 第[2]：', 'di 2 第[2]：', 'di 2 第[2]：'],
  ['第三是修路', 'di 3 第[三]', 'di 3 第[三]', 'di 3 第[三]'],
  ['第三要修路', 'di 3 第[三]', 'di 3 第[三]', 'di 3 第[三]'],
  ['第三个是修路', 'di 3 第[三]', 'di 3 第[三]', 'di 3 第[三]'],
  ['第三点要修路', 'di 3 第[三]', 'di 3 第[三]', 'di 3 第[三]'],
  ['第三条就是修路', 'di 3 第[三]', 'di 3 第[三]', 'di 3 第[三]'],
  ['第三项是修路', 'di 3 第[三]', 'di 3 第[三]', 'di 3 第[三]'],
  ['第三名修路', '', '', ''],
  ['第三条修路', '', '', ''],
  ['其一，修路', 'qi 1 其[一]，', 'qi 1 其[一]，', 'qi 1 其[一]，'],
  ['其十、修路', 'qi 10 其[十]、', 'qi 10 其[十]、', 'qi 10 其[十]、'],
  ['其二：修路', 'qi 2 其[二]：', 'qi 2 其[二]：', 'qi 2 其[二]：'],
  ['其三是修路', 'qi 3 其[三]是', 'qi 3 其[三]是', 'qi 3 其[三]是'],
  ['其二人修路', '', '', ''],
  ['一是修路', 'shi 1 [一]是', 'shi 1 [一]是', 'shi 1 [一]是'],
  ['二则是修路', 'shi 2 [二]则是', 'shi 2 [二]则是', 'shi 2 [二]则是'],
  ['二十一是修路', 'shi 21 [二十一]是', 'shi 21 [二十一]是', 'shi 21 [二十一]是'],
  ['一是一就是一', '', '', ''],
  ['一要修路', 'yao 1 [一]要', 'yao 1 [一]要', 'yao 1 [一]要'],
  ['二十二要修路', 'yao 22 [二十二]要', 'yao 22 [二十二]要', 'yao 22 [二十二]要'],
  ['二要素都齐', '', '', ''],
  ['一要义是快', '', '', ''],
  ['三要塞都守住', '', '', ''],
  ['一、修路', 'hanDot 1 [一]、', '', ''],
  ['二十一、修路', 'hanDot 21 [二十一]、', '', ''],
  ['二.修路', 'hanDot 2 [二].', '', ''],
  ['三． 修路', 'hanDot 3 [三]．', '', ''],
  ['三.  修路', '', '', ''],
  ['首先，修路', 'shouxian 1 [首先，]', 'shouxian 1 [首先，]', 'shouxian 1 [首先，]'],
  ['首先要修路', 'shouxian 1 [首先要]', 'shouxian 1 [首先要]', 'shouxian 1 [首先要]'],
  ['其次是修路', 'shouxian 2 [其次是]', 'shouxian 2 [其次是]', 'shouxian 2 [其次是]'],
  ['再次，修路', 'shouxian 3 [再次，]', 'shouxian 3 [再次，]', 'shouxian 3 [再次，]'],
  ['再者，修路', 'shouxian 3 [再者，]', 'shouxian 3 [再者，]', 'shouxian 3 [再者，]'],
  ['再次修路', '', '', ''],
  ['一方面修路', 'side 1 [一方面]', 'side 1 [一方面]', 'side 1 [一方面]'],
  ['另一方面修路', 'side 2 [另一方面]', 'side 2 [另一方面]', 'side 2 [另一方面]'],
];

describe('ordinals', () => {
  it.each(ordinals)('%s is told by where it stands', (words, paragraph, sentence, clause) => {
    const at = (ordinal: string, place: string): string[] => (ordinal === '' ? [] : [`${ordinal} ${place}`]);
    expect(ordinalsOf(`${words}。`)).toEqual(at(paragraph, 'paragraph'));
    expect(ordinalsOf(`路要修。${words}。`)).toEqual(at(sentence, 'sentence'));
    expect(ordinalsOf(`路要修，${words}。`)).toEqual(at(clause, 'clause'));
  });

  it.each(Array.from('抓靠看讲强促建查学比严防'))('counts with 一%s', (verb) => {
    expect(ordinalsOf(`一${verb}路，二${verb}水。`)).toEqual([
      `verb 1 [一]${verb} paragraph`,
      `verb 2 [二]${verb} clause`,
    ]);
  });

  it('are told behind an opening quotation mark and blanks, and not inside a clause', () => {
    expect(ordinalsOf('　　“一是修路，二是引水”，大家记住。')).toEqual([
      'shi 1 [一]是 paragraph',
      'shi 2 [二]是 clause',
    ]);
    expect(ordinalsOf('“‘一是修路’，‘二是引水’”。')).toEqual(['shi 1 [一]是 paragraph']);
    expect(ordinalsOf('大家说一是修路。')).toEqual([]);
  });
});
