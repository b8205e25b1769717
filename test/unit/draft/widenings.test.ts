import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import { widenings } from '../../../server/src/core/draft/widenings.js';
import { cases } from '../../arbitraries/cases.js';

/** What a selection grows to from the middle of `words`. */
function grow(text: string, words: string, format: DraftFormat = 'plain'): string[] {
  const at = text.indexOf(words);
  expect(at).toBeGreaterThanOrEqual(0);
  return widenings(buildDraft(text, format), at + (words.length >> 1)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('widenings', () => {
  it('go from the clause over sentence, paragraph and sections to the draft', () => {
    const text = '讲话\n一、任务\n（一）修渠\n　　今年修，明年验。后年用。\n（二）架桥\n架。\n';
    expect(grow(text, '明年验')).toEqual([
      '明年验',
      '今年修，明年验。',
      '今年修，明年验。后年用。',
      '（一）修渠\n　　今年修，明年验。后年用。',
      '一、任务\n（一）修渠\n　　今年修，明年验。后年用。\n（二）架桥\n架。',
      text,
    ]);
  });

  it('take in the member of a list', () => {
    const text = '有两条。一是要快，不等不靠；二是要好。\n';
    expect(grow(text, '不等不靠')).toEqual([
      '不等不靠',
      '一是要快，不等不靠；',
      '一是要快，不等不靠；二是要好。',
      '有两条。一是要快，不等不靠；二是要好。',
      text,
    ]);
  });

  it('begin inside a quotation, with its marks next', () => {
    const text = '老话说“人勤地不懒，人懒地长草”，大家要记牢。\n';
    expect(grow(text, '地长草')).toEqual([
      '人懒地长草',
      '人勤地不懒，人懒地长草',
      '“人勤地不懒，人懒地长草”',
      '老话说“人勤地不懒，人懒地长草”，大家要记牢。',
      text,
    ]);
    // Outside, no clause takes one mark of it along.
    expect(grow(text, '老话')[0]).toBe('老话说');
  });

  it('take no mark of a quotation of several sentences without its other', () => {
    const text = '他说：“好。我来。”\n';
    expect(grow(text, '我来')).toEqual([
      '我来',
      '我来。',
      '好。我来。',
      '“好。我来。”',
      '他说：“好。我来。”',
      text,
    ]);
  });

  it('go through quotations inside quotations', () => {
    const text = '他说：“我常想‘修渠’二字。”\n';
    expect(grow(text, '修渠').slice(0, 4)).toEqual([
      '修渠',
      '‘修渠’',
      '我常想‘修渠’二字。',
      '“我常想‘修渠’二字。”',
    ]);
  });

  it('begin with what an offset stands at the start, in the middle or at the end of', () => {
    const first = (text: string, offset: number): string | undefined => {
      const [span] = widenings(buildDraft(text, 'plain'), offset);
      return text.slice(span?.start, span?.end);
    };
    const sentences = '今年修，好。明年架。';
    expect([0, 3, 4, 5, 6, 9, 10].map((offset) => first(sentences, offset))).toEqual([
      '今年修',
      '今年修',
      '好',
      '好',
      '明年架',
      '明年架',
      '明年架。',
    ]);
    const quoted = '说“好”了。';
    expect([1, 2, 3, 4, 5].map((offset) => first(quoted, offset))).toEqual([
      '说“好”了',
      '好',
      '好',
      '说“好”了',
      '说“好”了',
    ]);
  });

  it('take no mark of a quotation before or behind them along', () => {
    expect(grow('他说“好，来”，走。', '他说').slice(0, 2)).toEqual(['他说', '他说“好，来”，走。']);
    expect(grow('“好。来”他说，走。', '他说').slice(0, 3)).toEqual([
      '他说',
      '他说，走。',
      '“好。来”他说，走。',
    ]);
    expect(grow('“好”他“来”说，走。', '他').slice(0, 2)).toEqual(['“好”他“来”说', '“好”他“来”说，走。']);
    expect(grow('好“来。走”说。', '说').slice(0, 2)).toEqual(['说', '说。']);
  });

  it('begin with the prose before the syntax of Markdown', () => {
    const text = '今年，**修渠**好。\n';
    const first = (offset: number): string => {
      const [span] = widenings(buildDraft(text, 'markdown'), offset);
      return text.slice(span?.start, span?.end);
    };
    expect([0, 2, 3, 4, 5, 7].map(first)).toEqual([
      '今年',
      '今年',
      '今年，**修渠**好。',
      '今年，**修渠**好。',
      '修渠**好',
      '修渠**好',
    ]);
  });

  it('keep to the prose of Markdown', () => {
    const text = '## 任务\n\n今年**修渠**，明年架桥。\n';
    expect(grow(text, '修渠', 'markdown')).toEqual([
      '今年**修渠',
      '今年**修渠**，明年架桥。',
      '任务\n\n今年**修渠**，明年架桥。',
      text,
    ]);
  });

  it('are the draft alone on a blank line above all sections, and in an empty draft', () => {
    expect(widenings(buildDraft('好。\n\n坏。\n', 'plain'), 3)).toEqual([{ start: 0, end: 7 }]);
    expect(widenings(buildDraft('', 'plain'), 0)).toEqual([{ start: 0, end: 0 }]);
  });

  it('each lie inside the next, hold the offset, and end with the draft', () => {
    const part = fc.constantFrom(
      ...[
        '一、',
        '（一）',
        '一是',
        '二是',
        '修渠',
        '“',
        '”',
        '‘',
        '’',
        '，',
        '。',
        '；',
        '\n',
        '  ',
        '**',
        '# ',
        '> ',
        '`x`',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }),
        fc.nat(80),
        fc.constantFrom<DraftFormat>('plain', 'markdown'),
        (parts, position, format) => {
          const text = parts.join('');
          const offset = Math.min(position, text.length);
          const chain = widenings(buildDraft(text, format), offset);
          expect(chain.at(-1)).toEqual({ start: 0, end: text.length });
          chain.forEach(({ start, end }, index) => {
            expect(start <= offset && offset <= end).toBe(true);
            const next = chain[index + 1];
            if (next === undefined) return;
            expect(next.start <= start && end <= next.end).toBe(true);
            expect(next.end - next.start).toBeGreaterThan(end - start);
          });
        },
      ),
      cases(500),
    );
  });
});
