import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import {
  divideAt,
  divisionsOf,
  nameOf,
  paragraphSeparator,
} from '../../../server/src/core/draft/divisions.js';
import type { DraftFormat, Paragraph } from '../../../server/src/core/draft/model.js';

/** A sentence of twenty characters that looks back at nothing. */
const PLAIN = '今年我们把路修到了村口，把水引到了田边。';

function paragraphOf(text: string): Paragraph {
  const [paragraph] = buildDraft(text, 'plain').paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  return paragraph;
}

/** The pieces that a paragraph is divided into. */
function pieces(text: string, most = 400): string[] {
  const starts = divisionsOf(paragraphOf(text), most).map(({ start }) => start);
  return [0, ...starts].map((start, i) => text.slice(start, starts[i]));
}

/** How its places are named. */
function names(text: string, most = 400): string[] {
  const paragraph = paragraphOf(text);
  return divisionsOf(paragraph, most).map((place) => nameOf(paragraph, place));
}

const TURNS =
  '另一方面|与此同时|同时|此外|另外|其次|再次|最后|当前|下一步|今后|总之|特别是|尤其|但是|关键是|要|必须';

describe('a paragraph is divided', () => {
  it.each(TURNS.split('|'))('where a sentence turns with %s', (words) => {
    const [first, second] = [PLAIN.repeat(2), `${words}把渠挖深一点。${PLAIN}`];
    expect(pieces(first + second)).toEqual([first, second]);
    expect(pieces(`${PLAIN}渠，${words}挖深一点。${PLAIN}`)).toHaveLength(1);
  });

  it('where its own ordinals open a sentence, and then nowhere else', () => {
    expect(pieces('一是修路。要快。二是引水。要稳。')).toEqual(['一是修路。要快。', '二是引水。要稳。']);
    expect(pieces('有两条，一是修路，二是引水。')).toHaveLength(1);
    const first = `有两条，一是修路，二是引水。${PLAIN.repeat(2)}`;
    expect(pieces(`${first}要抓紧。`)).toEqual([first, '要抓紧。']);
  });

  it('not inside a quotation', () => {
    expect(pieces('他说：“先讲两条。一是修路。二是引水。”三是种树。')).toEqual([
      '他说：“先讲两条。一是修路。二是引水。”',
      '三是种树。',
    ]);
    const said = `他说：“${PLAIN.repeat(2)}要抓紧，不要等。”`;
    expect(pieces(`${said.replace('，不要等', '')}此外要记牢。`)).toHaveLength(1);
    expect(pieces(`${said}此外要记牢。`)).toEqual([said, '此外要记牢。']);
    expect(pieces(`${PLAIN.repeat(2)}“要抓紧。”大家都记牢了。`)).toHaveLength(1);
  });

  it('before a turn only when the piece before has forty characters', () => {
    expect(pieces(`${PLAIN}${PLAIN}要快。`)).toHaveLength(2);
    expect(pieces(`${PLAIN}${PLAIN.slice(1)}要快。`)).toHaveLength(1);
    const [first, second] = [PLAIN.repeat(2), `要快。${PLAIN}${PLAIN.slice(0, 16)}`];
    expect(pieces(`${first}${second}要稳。`)).toEqual([first, `${second}要稳。`]);
    expect(pieces(`${first}${second}紧。要稳。`)).toEqual([first, `${second}紧。`, '要稳。']);
  });

  it('before the sentence that names the point, but never before the first', () => {
    const first = PLAIN.repeat(2);
    expect(pieces(`${first}巡渠要勤。要一天走两趟。`)).toEqual([first, '巡渠要勤。要一天走两趟。']);
    const long = `${PLAIN.slice(0, -1)}，${PLAIN}`;
    expect(pieces(`${long}要走两趟。`)).toEqual([long, '要走两趟。']);
    expect(pieces('巡渠要勤。要一天走两趟。')).toHaveLength(1);
  });

  it('into even pieces where the text gives no sign, when it is too long', () => {
    const text = PLAIN.repeat(10);
    expect(pieces(text, 200)).toEqual([text]);
    expect(pieces(text, 199).map(({ length }) => length)).toEqual([100, 100]);
    expect(pieces(text, 100).map(({ length }) => length)).toEqual([100, 100]);
    expect(pieces(text, 67).map(({ length }) => length)).toEqual([60, 80, 60]);
    expect(pieces(text, 40).map(({ length }) => length)).toEqual([40, 40, 40, 40, 40]);
  });

  it('into even pieces at no answer, and at no sentence that looks back', () => {
    const text = (opening: string, mark = '。'): string =>
      `${PLAIN}${PLAIN.slice(0, -1)}${mark}${opening}${PLAIN}`;
    expect(pieces(text('路通了，'), 40)).toHaveLength(2);
    expect(pieces(text('因此路通了，'), 40)).toHaveLength(1);
    expect(pieces(text('路通了，', '？'), 40)).toHaveLength(1);
    expect(pieces(text('路通了，', '?'), 40)).toHaveLength(1);
    expect(pieces(text('路通了，', '！'), 40)).toHaveLength(2);
  });
});

describe('a place to divide', () => {
  const before = PLAIN.repeat(2);

  it.each([
    ['要快，不要等。', '要快'],
    ['要快。', '要快'],
    ['要快；不要等。', '要快'],
    ['要快：不要等。', '要快'],
    ['要快、要稳。', '要快'],
    ['要快！', '要快'],
    ['要快？', '要快'],
    ['要，快一点把路修通。', '要，快一点把路修…'],
    ['要把渠道的管护责任落实。', '要把渠道的管护责…'],
    ['要把渠道管护责任。', '要把渠道管护责任'],
    ['要把“进村的水路”修通。', '要把…'],
    ['要把‘进村的水路’修通。', '要把…'],
    ['要把「进村的水路」修通。', '要把…'],
    ['要把『进村的水路』修通。', '要把…'],
    ['要把『水路』修通。', '要把『水路』修通'],
    ['要读《水经注疏》一书。', '要读《水经注疏》…'],
    ['要读《水经注疏证》一书。', '要读…'],
    ['要读《水经》一书。', '要读《水经》一书'],
    ['要修3公里。', '要修3公里'],
  ])('in %s is called %s', (text, name) => {
    expect(names(before + text)).toEqual([name]);
  });

  it('covers the words that open it', () => {
    const text = `${before}要快，不要等。`;
    expect(divisionsOf(paragraphOf(text), 400)).toEqual([{ start: 40, end: 42, words: '要快' }]);
  });
});

describe('what divides two paragraphs', () => {
  const separator = (text: string, format: DraftFormat = 'plain', at = 0): string => {
    const draft = buildDraft(text, format);
    const paragraph = draft.paragraphs[at];
    if (paragraph === undefined) throw new Error('no paragraph');
    return paragraphSeparator(draft, paragraph);
  };

  it.each([
    ['the line end of the draft', '甲。\n乙。', '\n'],
    ['two characters of it', '甲。\r\n乙。', '\r\n'],
    ['or the old one', '甲。\r乙。', '\r'],
    ['a line feed where there is none', '甲。', '\n'],
    ['twice where blank lines are', '甲。\n\n乙。', '\n\n'],
    ['of two characters too', '甲。\r\n\r\n乙。', '\r\n\r\n'],
    ['and of the old kind', '甲。\r\r乙。', '\r\r'],
    ['with blanks in them', '甲。\n \t\u3000\n乙。', '\n\n'],
    ['but not above and below the text', '\n\n甲。\n乙。\n\n', '\n'],
  ])('is %s', (_, text, expected) => {
    expect(separator(text)).toBe(expected);
  });

  it('takes the indent along, in Markdown only the wide one', () => {
    for (const indent of ['　　', '    ', '\t', '\u00A0\u00A0', '  　']) {
      expect(separator(`甲。\n${indent}乙。`, 'plain', 1)).toBe(`\n${indent}`);
    }
    expect(separator('甲。\n乙　丙。', 'plain', 1)).toBe('\n');
    expect(separator('　　甲。', 'markdown')).toBe('\n\n　　');
    expect(separator('  甲。', 'markdown')).toBe('\n\n');
  });

  it('is put where the place begins, and takes nothing away', () => {
    const text = `\u3000${PLAIN.repeat(2)}要快。\n乙。`;
    const draft = buildDraft(text, 'plain');
    const [paragraph] = draft.paragraphs;
    const [place] = paragraph === undefined ? [] : divisionsOf(paragraph, 400);
    if (paragraph === undefined || place === undefined) throw new Error('no place');
    expect(divideAt(draft, paragraph, place)).toEqual({ span: { start: 41, end: 41 }, text: '\n\u3000' });
  });
});
