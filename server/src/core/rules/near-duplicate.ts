import type { Draft } from '../draft/model.js';
import type { Span } from '../text/span.js';
import { paragraphWording } from '../text/wording.js';
import { nearDuplicates, type ComparedSentence } from './repetition/nearDuplicates.js';
import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';

/** A sentence that stands elsewhere in the draft with small changes. */
export const nearDuplicate = defineRule({
  id: 'near-duplicate',
  title: { zh: '句子雷同', en: 'Nearly the same sentence' },
  reason: {
    zh: '几个人分头写的稿子，同一句话常常改一两个字又出现一次；听的人会想：这不是刚讲过吗？',
    en: 'In drafts put together from parts one sentence often comes twice with a word changed; listeners notice.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：改稿时删去重复的句子（参考《大手笔是怎样炼成的》修改一章）',
      en: 'Advice: strike out repeated sentences when revising, as handbooks of speech writing put it',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    minChars: {
      type: 'integer',
      default: 20,
      minimum: 10,
      maximum: 200,
      description: {
        zh: '多少个字以上的句子才比较（标点不计）',
        en: 'From how many characters on sentences are compared, marks left out',
      },
    },
  },
  messages: {
    again: {
      zh: '这句话和前面的一句几乎一样，只差 {difference}，请只留一句，或者换个说法。',
      en: 'This sentence is nearly the same as an earlier one but for {difference}; keep one, or put the other differently.',
    },
    earlier: { zh: '前面的那一句', en: 'The earlier sentence' },
  },
  check({ draft, options, report }) {
    // Statutes repeat their terms by law.
    if (isStatute(draft)) return;
    for (const { sentences } of nearDuplicates(draft, options.minChars).paragraphs) {
      for (const sentence of sentences) {
        const { earlier } = sentence;
        if (earlier === undefined) continue;
        report({
          message: 'again',
          data: { difference: earlier.difference },
          span: spanOf(draft, sentence),
          related: [{ span: spanOf(draft, earlier.sentence), message: 'earlier' }],
        });
      }
    }
  },
});

function spanOf({ paragraphs }: Draft, { paragraph, start, end }: ComparedSentence): Span {
  const { offsets } = paragraphWording(paragraph.content);
  const span = paragraphs[paragraph.index]?.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
  return span ?? { start: 0, end: 0 };
}
