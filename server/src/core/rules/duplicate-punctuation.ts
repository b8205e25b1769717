import { perParagraph } from '../draft/perParagraph.js';
import type { Span } from '../text/span.js';
import { isUnbroken } from './punctuation/surroundings.js';
import { defineRule, type ReportedFix } from './rule.js';

/** Marks of which no two stand side by side. ！？ ！！ …… —— are lawful, and so is a mark before a closing quote. */
const RUN = /[，。、；：]{2,}|[！？][，。、；：]+|[，、；：。][！？]+/gu;

type Title = 'keep' | 'ellipsis' | 'keepOther';

/** Two marks typed where one belongs. */
export const duplicatePunctuation = defineRule({
  id: 'duplicate-punctuation',
  title: { zh: '标点重叠', en: 'Doubled punctuation' },
  reason: {
    zh: '改稿时删了字、留下标点，两个标点就挤在了一起，念的人不知道该停多久。',
    en: 'Words were deleted and their mark left behind; the speaker cannot tell how long to pause.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '校对惯例：一处停顿只用一个点号',
      en: 'Proofreading practice: one pause takes one mark',
    },
  },
  severity: 'warning',
  fix: 'safe',
  needsWords: false,
  options: {},
  messages: {
    same: {
      zh: '这里的“{mark}”重了 {over} 个，请只留一个。',
      en: '“{mark}” stands here {over} time(s) too many; keep one.',
    },
    mixed: {
      zh: '“{marks}”是 {count} 个标点挤在一处，请只留一个。',
      en: '“{marks}” is {count} marks in one place; keep only one.',
    },
    keep: { zh: '只留“{mark}”', en: 'Keep only “{mark}”' },
    keepOther: { zh: '只留“{mark}”', en: 'Keep only “{mark}”' },
    ellipsis: { zh: '改成省略号“……”', en: 'Write an ellipsis ……' },
  },
  check({ draft, report }) {
    for (const paragraph of draft.paragraphs) {
      const { text } = paragraph;
      for (const { start, end } of runsIn(paragraph)) {
        const marks = text.slice(start, end);
        if (!isUnbroken(paragraph, start, end)) continue;
        const span = paragraph.span(start, end);
        const kinds = [...new Set(marks)];
        const atEnd = /^[\s”’）】》]*$/u.test(text.slice(end));
        const keep = (mark: string, title: Title, safe: boolean): ReportedFix<Title> => ({
          title,
          data: { mark },
          safe,
          edits: [{ span, text: mark === '…' ? '……' : mark }],
        });
        const [only = ''] = kinds;
        if (kinds.length === 1) {
          const dots = only === '。' && marks.length > 2;
          report({
            message: 'same',
            data: { mark: only, over: marks.length - 1 },
            span,
            // Three full stops or more may be meant for an ellipsis.
            fixes: dots
              ? [keep('…', 'ellipsis', false), keep(only, 'keep', false)]
              : [keep(only, 'keep', true)],
          });
          continue;
        }
        // Only a full stop can end a paragraph, so that nothing is lost with the other mark.
        const certain = atEnd && kinds.includes('。') && !/[！？]/u.test(marks);
        const order = certain ? ['。'] : kinds;
        report({
          message: 'mixed',
          data: { marks, count: marks.length },
          span,
          fixes: order.map((mark, i) => keep(mark, i === 0 ? 'keep' : 'keepOther', certain)),
        });
      }
    }
  },
});

const runsIn = perParagraph(({ text }): readonly Span[] =>
  Array.from(text.matchAll(RUN), ({ 0: marks, index }) => ({ start: index, end: index + marks.length })),
);
