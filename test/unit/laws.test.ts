import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { DraftFormat } from '../../server/src/core/draft/model.js';
import type { Span } from '../../server/src/core/text/span.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';

const { segmenter } = loadSegmenter();

/** Pieces that rules look for, so that random drafts come near their faults. */
const PIECE = fc.constantFrom(
  ...Array.from('，。、；：！？“”‘’（）《》【】'),
  ...[
    '\n',
    '\r\n',
    ' ',
    '\u00A0',
    '\u3000',
    '\u200B',
    '**',
    '××',
    '某某',
    '# ',
    '- ',
    '`',
    '| ',
    '\uD83D',
    '👍',
    '𠮷',
  ],
  ...['同志们', '一、', '（一）', '1.', '一是', '二是', '三是', '一要', '第一，', '首先', '最后', '另一方面'],
  ...[
    '我讲三点意见',
    '做到四个到位',
    '这两个问题',
    '进一步',
    '切实',
    '加强领导',
    '推动工作',
    '高质量发展',
    '3个',
    '2022年',
  ],
  ...['全国全省全市工作会议精神要传达到每一个人', '把路修到村口把水引到田边把灯装到门前'],
);
const draft = fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join(''));
const format = fc.constantFrom<DraftFormat>('plain', 'markdown');

describe('any text', () => {
  it('is checked without a rule failing, and every span lies inside it', () => {
    fc.assert(
      fc.property(draft, format, fc.constantFrom('zh', 'en'), (text, as, language) => {
        const { findings, failures } = checkDraft(text, { format: as, segmenter, language });
        expect(failures).toEqual([]);
        const inside = ({ start, end }: Span) => start >= 0 && start <= end && end <= text.length;
        for (const { span, related, fixes, message } of findings) {
          expect(inside(span) && span.start < span.end).toBe(true);
          expect(related.every((place) => inside(place.span))).toBe(true);
          expect(message).not.toMatch(/\{\w+\}|undefined|NaN/u);
          for (const { edits } of fixes) {
            edits.forEach((edit, i) => {
              expect(inside(edit.span)).toBe(true);
              expect(edit.span.start).toBeGreaterThanOrEqual(edits[i - 1]?.span.end ?? 0);
            });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same findings whatever its line ends are', () => {
    const brief = (text: string) =>
      checkDraft(text, { format: 'plain', segmenter }).findings.map(
        ({ rule, message }) => `${rule} ${message}`,
      );
    fc.assert(
      fc.property(draft, (text) => {
        const lf = text.replace(/\r\n?/gu, '\n');
        expect(brief(lf.replace(/\n/gu, '\r\n'))).toEqual(brief(lf));
      }),
      { numRuns: 200 },
    );
  });
});
