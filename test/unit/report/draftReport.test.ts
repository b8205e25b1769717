import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import type { DraftFormat, Segmenter } from '../../../server/src/core/draft/model.js';
import { DEFAULT_GUIDE, type Guide } from '../../../server/src/core/guide.js';
import { reportOf, type DraftReport } from '../../../server/src/core/report/draftReport.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import { cases } from '../../arbitraries/cases.js';

const SENTENCE = '各村要把修渠的账目贴在祠堂门口，让乡亲们看得见、算得清。';

function report(
  text: string,
  options: { guide?: Guide; segmenter?: Segmenter; format?: DraftFormat } = {},
): DraftReport {
  const { guide = DEFAULT_GUIDE, segmenter, format = 'plain' } = options;
  const made = reportOf(checkDraft(text, { format, guide, segmenter }), { guide, segmenter });
  if (typeof made === 'string') throw new Error(made);
  return made;
}

const words = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

describe('the report on a draft', () => {
  it('says why there is none', () => {
    const of = (text: string) => reportOf(checkDraft(text, { format: 'plain' }), { guide: DEFAULT_GUIDE });
    expect(of('')).toBe('empty');
    expect(of(' \r\n　\n')).toBe('empty');
    expect(of('Nothing here is a speech.')).toBe('not-chinese');
  });

  it('measures against the limits of the guide, and against none where a rule is off', () => {
    const text = `${SENTENCE.repeat(4)}\n${SENTENCE}\n`;
    const limit = (max: number, severe: number): Guide => ({
      rules: {
        'paragraph-too-long': { options: { max, severe } },
        'sentence-too-long': { severity: 'off' },
        'speech-length': { options: { maxMinutes: 3, charactersPerMinute: 100 } },
      },
    });
    const { limits, paragraphs, sentences, minutes, longestParagraph } = report(text, {
      guide: limit(50, 100),
    });
    expect(limits).toEqual({
      minutes: 3,
      characters: undefined,
      paragraph: { max: 50, severe: 100 },
      sentence: undefined,
      stockPerThousand: 10,
    });
    expect(paragraphs.map(({ characters, excess }) => [characters, excess])).toEqual([
      [4 * 28, 'far over'],
      [28, 'within'],
    ]);
    expect(sentences.map(({ excess }) => excess)).toEqual(Array(5).fill('within'));
    expect(minutes).toBe(1.4);
    expect(longestParagraph?.number).toBe(1);
    expect(report(text, { guide: limit(112, 10) }).paragraphs[0]?.excess).toBe('within');
  });

  it('gives every length its place', () => {
    const text = `　　同志们：\n\n${SENTENCE}${SENTENCE}\n`;
    const { paragraphs, sentences } = report(text);
    expect(paragraphs.map(({ span }) => words(text, span))).toEqual(['同志们：', SENTENCE + SENTENCE]);
    expect(sentences.map(({ span }) => words(text, span))).toEqual(['同志们：', SENTENCE, SENTENCE]);
    expect(sentences.map(({ at }) => at)).toEqual([0, 4 / 60, 32 / 60]);
  });

  it('divides the minutes among the sections, with what stands before them', () => {
    const text = `同志们：\n今天讲两件事。\n一、修渠\n${SENTENCE}\n（一）备料\n${SENTENCE}\n二、管护\n${SENTENCE}\n`;
    const { sections, characters } = report(text);
    expect(sections.map(({ number, name, depth }) => [number, name, depth])).toEqual([
      ['0', '', 0],
      ['1', '一、修渠', 0],
      ['1.1', '（一）备料', 1],
      ['2', '二、管护', 0],
    ]);
    const top = sections.filter(({ depth }) => depth === 0);
    expect(top.reduce((sum, section) => sum + section.characters, 0)).toBe(characters);
    expect(top.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(words(text, sections[2]?.span ?? { start: 0, end: 0 })).toBe('（一）备料');
    expect(report(`${SENTENCE}\n`).sections).toEqual([]);
  });

  it('looks below a title for the sections', () => {
    const text = `# 在水利会议上的讲话\n\n同志们：\n\n## 一、修渠\n\n${SENTENCE}\n\n## 二、管护\n\n${SENTENCE}\n`;
    expect(report(text, { format: 'markdown' }).sections.map(({ number, depth }) => [number, depth])).toEqual(
      [
        ['0', 0],
        ['1', 0],
        ['2', 0],
      ],
    );
  });

  it('gathers the places of one wording, however many findings name them', () => {
    const text = Array.from('天地玄黄宇宙洪荒日月盈昃', (name) => `${name}组先说。${SENTENCE}\n`).join('');
    const [found, ...others] = report(text).repetitions.filter(({ rule }) => rule === 'repeated-phrase');
    expect(others).toEqual([]);
    expect(found?.places).toHaveLength(12);
    expect(found?.places.map(({ paragraph }) => paragraph)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    for (const { span } of found?.places ?? []) expect(words(text, span)).toContain('账目');
  });

  it('has all places of an overused word, not only those of one paragraph', () => {
    const text = Array.from(
      { length: 8 },
      (_, i) => `第${String(i)}组的工作要快，别的工作要稳，眼下的工作要实。\n`,
    ).join('');
    const found = report(text).repetitions.find(({ rule }) => rule === 'overused-word');
    expect(found?.wording).toBe('工作');
    expect(found?.places).toHaveLength(24);
  });

  it('tells how thick stock phrases stand, but not in a paragraph too short to say', () => {
    const thick =
      '我们要切实抓好落实，进一步压实责任，不断完善机制，扎实推进各项工作，把汛期前的堤防检修做完，一处也不落。';
    const text = `切实抓好。\n${thick}\n${SENTENCE}\n`;
    const { stock } = report(text);
    expect(stock.paragraphs.map(({ paragraph, count }) => [paragraph, count])).toEqual([[2, 5]]);
    expect(stock.count).toBe(6);
    expect(words(text, stock.paragraphs[0]?.span ?? { start: 0, end: 0 })).toBe('切实');
    expect(stock.most[0]).toEqual({ phrase: '切实', count: 2 });
  });

  it('counts words with a baseline always, and the others once there is a segmenter', () => {
    const text = '水渠的工作要快，水渠的工作要实，水渠的工作要稳。\n'.repeat(2);
    expect(report(text).words.map(({ word, count, baseline }) => [word, count, baseline])).toEqual([
      ['工作', 6, 1.9],
    ]);
    const all = report(text, { segmenter: createIntlSegmenter() });
    expect(all.allWords).toBe(true);
    expect(all.words.map(({ word }) => word)).toEqual(['工作', '水渠']);
    expect(all.words.map(({ places }) => places.length)).toEqual([6, 6]);
  });

  it('orders rules by what is worst, and keeps the number of each finding in the draft', () => {
    const text = readFileSync('samples/county-mobilisation.txt', 'utf8');
    const { rules, findings, bySeverity } = report(text);
    expect(rules.map(({ severity }) => severity)).toEqual(
      [...rules.map(({ severity }) => severity)].sort(
        (a, b) =>
          ['error', 'warning', 'information', 'hint'].indexOf(a) -
          ['error', 'warning', 'information', 'hint'].indexOf(b),
      ),
    );
    const numbers = rules.flatMap((rule) => rule.findings.map(({ number }) => number));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: findings }, (_, i) => i + 1));
    expect(Object.values(bySeverity).reduce((a, b) => a + b)).toBe(findings);
  });

  it('names places inside the text only, and none twice in a repetition, whatever the draft', () => {
    const piece = fc.constantFrom(
      ...[
        '同志们：',
        '一、',
        '（一）',
        SENTENCE,
        '工作',
        '切实',
        '\n',
        '\r\n',
        '　',
        '“',
        '**',
        '# ',
        'a',
        '😀',
        '要快。',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }),
        fc.constantFrom<DraftFormat>('plain', 'markdown'),
        (pieces, format) => {
          const text = pieces.join('');
          const made = reportOf(checkDraft(text, { format }), { guide: DEFAULT_GUIDE });
          if (typeof made === 'string') return;
          const spans = [
            ...made.paragraphs.map(({ span }) => span),
            ...made.sentences.map(({ span }) => span),
            ...made.sections.map(({ span }) => span),
            ...made.stock.paragraphs.map(({ span }) => span),
            ...made.words.flatMap(({ places }) => places.map(({ span }) => span)),
            ...made.repetitions.flatMap(({ places }) => places.map(({ span }) => span)),
          ];
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          for (const { at } of made.sentences)
            expect(at).toSatisfy((value: number) => value >= 0 && value <= 1);
          for (const { places } of made.repetitions) {
            expect(new Set(places.map(({ span }) => span.start)).size).toBe(places.length);
          }
          expect(made.paragraphs.reduce((sum, { characters }) => sum + characters, 0)).toBe(made.characters);
        },
      ),
      cases(100),
    );
  });
});
