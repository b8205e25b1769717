import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { Draft, DraftFormat } from '../../../server/src/core/draft/model.js';
import { AnalysisCache } from '../../../server/src/core/draft/analysisCache.js';
import { countCharacters, OPAQUE } from '../../../server/src/core/text/characters.js';
import { cases } from '../../arbitraries/cases.js';

const outline = (draft: Draft): string[] =>
  draft.paragraphs.map(({ kind, level, text }) => `${kind}${level > 0 ? level : ''} ${text.trim()}`);

const FORMATS: readonly DraftFormat[] = ['plain', 'markdown'];

describe('plain text', () => {
  it('has one paragraph a line, whatever ends it, blank lines left out', () => {
    expect(outline(buildDraft('甲。\r\n\r\n乙。\n丙。\r丁。\n　\n', 'plain'))).toEqual([
      'body 甲。',
      'body 乙。',
      'body 丙。',
      'body 丁。',
    ]);
  });

  it.each([
    ['一、加强领导', 'heading1'],
    ['　　一、加强领导。', 'heading1'],
    ['（一）抓紧抓实', 'heading2'],
    ['(二)抓紧抓实；', 'heading2'],
    ['1.修路', 'heading3'],
    ['2、架桥', 'heading3'],
    ['（1）修村道', 'heading4'],
    ['一、加强领导。各级要担起责任。', 'body'],
    [`一、${'很长'.repeat(25)}`, 'body'],
    ['一是修路。', 'item'],
    ['一要修路。', 'item'],
    ['第一，修路。', 'item'],
    ['一方面修路。', 'body'],
    ['一、', 'body'],
    [`一、${'很长'.repeat(24)}`, 'heading1'],
    [`一、${'很长'.repeat(24)}长`, 'body'],
    ['一、加强领导！', 'heading1'],
    ['一、加强领导！要快', 'body'],
    ['一、加强领导？要快', 'body'],
    ['一、加强领导!要快', 'body'],
    ['一、加强领导?要快', 'body'],
    ['一、加强领导；要快', 'body'],
    ['一、加强领导;要快', 'body'],
    ['一、“加强领导！”', 'heading1'],
    ['一、（加强领导。）', 'heading1'],
    ['一个人走。', 'body'],
    ['1.5亿元已经到账', 'body'],
    ['2022年是丰收年', 'body'],
    ['同志们：', 'body'],
  ])('takes %s for a %s', (line, kind) => {
    expect(outline(buildDraft(line, 'plain'))[0]?.split(' ')[0]).toBe(kind);
  });
});

describe('Markdown', () => {
  it('leaves front matter, code, HTML, link targets and rules out', () => {
    const text = [
      '---',
      'title: 稿子',
      '---',
      '# 讲话',
      '',
      '**同志们**，看[说明](https://example.org/页)和`代码`，<b>好</b>。',
      '',
      '```',
      '代码',
      '```',
      '',
      '<div>块</div>',
      '',
      '---',
      '',
      '- 一是修路。',
      '- 架桥。',
      '1. 通水',
      '',
      '> 引文',
      '',
      '| 甲 | 乙 |',
      '| -- | -- |',
      '| 丙 | 丁 |',
      '',
    ].join('\n');
    expect(outline(buildDraft(text, 'markdown'))).toEqual([
      'heading1 讲话',
      `body 同志们，看说明和${OPAQUE}，${OPAQUE}好${OPAQUE}。`,
      'item 一是修路。',
      'item 架桥。',
      'item 通水',
      'body 引文',
      'cell 甲',
      'cell 乙',
      'cell 丙',
      'cell 丁',
    ]);
  });

  it.each(['\r\n', '\r'])('reads it alike where lines end with %j', (lineEnd) => {
    const lines = [
      '---',
      'a: 甲',
      '---',
      '<div>块</div>',
      '',
      '今天',
      '开会。',
      '',
      '| 甲 |',
      '| -- |',
      '| 乙 |',
      '',
    ];
    const draft = buildDraft(lines.join(lineEnd), 'markdown');
    expect(outline(draft)).toEqual(['body 今天开会。', 'cell 甲', 'cell 乙']);
    const last = draft.paragraphs.at(-1)?.span(0, 1);
    expect(draft.text.slice(last?.start, last?.end)).toBe('乙');
  });

  it('joins soft line breaks and takes 一、 in a paragraph of its own for a heading', () => {
    expect(outline(buildDraft('今天\n天气好。\n\n一、加强领导\n\n## （一）抓紧\n', 'markdown'))).toEqual([
      'body 今天天气好。',
      'heading1 一、加强领导',
      'heading2 （一）抓紧',
    ]);
  });
});

describe('sentences, clauses and quotations', () => {
  const analyse = (text: string) => {
    const [paragraph] = buildDraft(text, 'plain').paragraphs;
    if (paragraph === undefined) throw new Error('no paragraph');
    return paragraph;
  };
  const sentences = (text: string) =>
    analyse(text).analysis.sentences.map(({ start, end }) => text.slice(start, end));

  it.each([
    ['好。坏！谁？', ['好。', '坏！', '谁？']],
    ['他说：“好。”走了。', ['他说：“好。”', '走了。']],
    ['甲；乙。', ['甲；乙。']],
    ['好.坏.', ['好.', '坏.']],
    ['增长1.5倍。', ['增长1.5倍。']],
    ['见a.txt文件。', ['见a.txt文件。']],
    ['见甲.txt文件。', ['见甲.txt文件。']],
    ['.甲好。乙坏。', ['.甲好。', '乙坏。']],
    ['“甲好。”乙说。（丙坏。）', ['“甲好。”', '乙说。', '（丙坏。）']],
    ['没有句号', ['没有句号']],
    ['没有句号  ', ['没有句号']],
    ['见a.甲好。', ['见a.甲好。']],
    ['什么？！真的……好。', ['什么？！', '真的……好。']],
    ['  好。  坏。  ', ['好。', '坏。']],
  ])('divides %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('divides a sentence into clauses, each with the mark that ends it', () => {
    const text = '第一，修路；架桥：1,000座，8:30开工。”';
    const clauses = analyse(text).analysis.sentences[0]?.clauses.map(
      (c) => text.slice(c.start, c.end) + c.mark,
    );
    expect(clauses).toEqual(['第一，', '修路；', '架桥：', '1,000座，', '8:30开工。']);
    const loose = '  修路，  架桥，，“通水！”';
    const found = analyse(loose).analysis.sentences[0]?.clauses;
    expect(found?.map((c) => loose.slice(c.start, c.end) + c.mark)).toEqual(['修路，', '架桥，', '“通水！']);
    expect(analyse('甲,2乙').analysis.sentences[0]?.clauses).toHaveLength(2);
    expect(analyse('甲1；2乙').analysis.sentences[0]?.clauses).toHaveLength(2);
    expect(analyse('人均1,万元').analysis.sentences[0]?.clauses).toHaveLength(2);
  });

  it('closes a quotation only with its own mark', () => {
    const text = '“甲》乙”和《丙”丁》';
    expect(analyse(text).analysis.quotations.map((q) => text.slice(q.start, q.end))).toEqual([
      '“甲》乙”',
      '《丙”丁》',
    ]);
  });

  it('finds quotations, nested ones too, and no half of one', () => {
    const text = '“甲‘乙’”和《丙》，”丁“';
    expect(analyse(text).analysis.quotations.map((q) => text.slice(q.start, q.end))).toEqual([
      '“甲‘乙’”',
      '‘乙’',
      '《丙》',
    ]);
  });
});

describe('the span of a stretch of prose', () => {
  const spanOf = (source: string, start: number, end: number, format: DraftFormat = 'plain'): string => {
    const span = buildDraft(source, format).paragraphs.at(-1)?.span(start, end);
    return `${span?.start}-${span?.end} ${source.slice(span?.start, span?.end)}`;
  };

  it('is in the draft’s offsets, with the syntax inside it and none around it', () => {
    expect(spanOf('好。\n　修渠。', 1, 3)).toBe('4-6 修渠');
    expect(spanOf('今年**修渠**，好。', 0, 4, 'markdown')).toBe('0-6 今年**修渠');
    expect(spanOf('今年**修渠**，好。', 2, 4, 'markdown')).toBe('4-6 修渠');
    expect(spanOf('今年**修渠**，好。', 4, 6, 'markdown')).toBe('8-10 ，好');
    expect(spanOf('今年\r\n修渠。', 1, 3, 'markdown')).toBe('1-5 年\r\n修');
  });

  it('is empty where nothing is asked for', () => {
    expect(spanOf('好。\n修渠。', 1, 1)).toBe('4-4 ');
    expect(spanOf('好。\n修渠。', 2, 1)).toBe('5-5 ');
    expect(spanOf('今年**修渠**，好。', 2, 2, 'markdown')).toBe('4-4 ');
  });

  it('holds whole characters', () => {
    expect(spanOf('𠮷修𠮷', 1, 3)).toBe('0-3 𠮷修');
    expect(spanOf('𠮷修𠮷', 0, 1)).toBe('0-2 𠮷');
    expect(spanOf('𠮷修𠮷', 2, 4)).toBe('2-5 修𠮷');
  });
});

describe('invariants', () => {
  const text = fc
    .array(
      fc.constantFrom(
        ...Array.from(
          '同志们一二三是要、，。；：！？“”‘’（）()《》#*_`[]|<>-+~\\ 　\u00A0\n\r1.9aA𠮷👍\uD800&;',
        ),
      ),
      {
        maxLength: 80,
      },
    )
    .map((chars) => chars.join(''));

  it('copies prose from where its span says, inside the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), (source, format) => {
        for (const paragraph of buildDraft(source, format).paragraphs) {
          for (const piece of paragraph.pieces) {
            const prose = paragraph.text.slice(piece.at, piece.at + piece.length);
            if (prose !== OPAQUE) expect(source.slice(piece.source, piece.source + piece.length)).toBe(prose);
          }
          for (const { start, end } of paragraph.analysis.sentences) {
            const span = paragraph.span(start, end);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(source.length);
          }
        }
      }),
      cases(400),
    );
  });

  it('leaves nothing but blanks outside of sentences, and counts as the characters are counted', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), (source, format) => {
        for (const { text: prose, analysis } of buildDraft(source, format).paragraphs) {
          expect(analysis.characters).toBe(countCharacters(prose));
          let end = 0;
          for (const sentence of analysis.sentences) {
            expect(countCharacters(prose, end, sentence.start)).toBe(0);
            expect(sentence.characters).toBe(countCharacters(prose, sentence.start, sentence.end));
            end = sentence.start;
            for (const clause of sentence.clauses) {
              expect(clause.start).toBeGreaterThanOrEqual(end);
              expect(clause.end).toBeGreaterThan(clause.start);
              expect(clause.mark).toBe(prose.charAt(clause.end));
              end = clause.end;
            }
            expect(sentence.end).toBeGreaterThanOrEqual(end);
            end = sentence.end;
          }
          expect(countCharacters(prose, end)).toBe(0);
        }
      }),
      cases(400),
    );
  });

  it('finds quotations that begin and end with a pair of marks, and lie apart or inside one another', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { text: prose, analysis } of buildDraft(source, 'plain').paragraphs) {
          analysis.quotations.forEach(({ start, end, open }, index) => {
            expect(['“”', '‘’', '《》']).toContain(open + prose.charAt(end - 1));
            expect(prose.charAt(start)).toBe(open);
            for (const later of analysis.quotations.slice(index + 1)) {
              expect(later.start).toBeGreaterThan(start);
              expect(later.start >= end || later.end < end).toBe(true);
            }
          });
        }
      }),
      cases(400),
    );
  });

  it('reads LF and CRLF alike', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), (source, format) => {
        const lf = source.replace(/\r\n?/gu, '\n');
        expect(outline(buildDraft(lf.replace(/\n/gu, '\r\n'), format))).toEqual(
          outline(buildDraft(lf, format)),
        );
      }),
      cases(400),
    );
  });

  it('gives with a cache what it gives without', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (versions) => {
        const cache = new AnalysisCache();
        for (const version of versions) {
          const cached = buildDraft(version, 'plain', cache).paragraphs.map(({ analysis }) => analysis);
          expect(cached).toEqual(buildDraft(version, 'plain').paragraphs.map(({ analysis }) => analysis));
        }
      }),
      cases(200),
    );
  });
});
