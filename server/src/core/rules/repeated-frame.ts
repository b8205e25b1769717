import type { Draft } from '../draft/model.js';
import type { Span } from '../text/span.js';
import { paragraphWording } from '../text/wording.js';
import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';
import { wordsOf, type FramedClause } from './style/framedClauses.js';
import { framesByWeight } from './style/frames.js';

/** Other places that a finding names. */
const RELATED_MAX = 12;

/** Frames that are named in one draft: those used most. */
const FRAMES_MAX = 3;

/** The same discontinuous pattern worn out: 充分发挥…作用 five times. */
export const repeatedFrame = defineRule({
  id: 'repeated-frame',
  title: { zh: '句式用滥', en: 'Worn-out pattern' },
  reason: {
    zh: '“充分发挥……作用”换个词填进去又说一遍，说到第三遍，听的人只听见架子，听不见内容。',
    en: 'By the third “充分发挥……作用” listeners hear the pattern only, not what was put into it.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：句式要有变化，同一个架子不要反复套用',
      en: 'Advice: vary the patterns of sentences; do not fill the same one again and again',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    minCount: {
      type: 'integer',
      default: 3,
      minimum: 2,
      maximum: 50,
      description: {
        zh: '同一个句式用到几次才提示（一组排比算一次）',
        en: 'From how many uses on a pattern is named; parallel clauses count once',
      },
    },
  },
  messages: {
    frame: {
      zh: '“{frame}”这个句式全文用了 {count} 次，请换掉几处，或直接说事。',
      en: 'The pattern “{frame}” is used {count} times in this draft; put some differently, or just state the fact.',
    },
    place: { zh: '第 {nth} 次用这个句式', en: 'Use {nth} of the pattern' },
  },
  check({ draft, options, report }) {
    if (isStatute(draft)) return;
    const used = new Set<FramedClause>();
    let reported = 0;
    for (const { parts, clauses } of framesByWeight(draft)) {
      const own = clauses.filter((clause) => !used.has(clause));
      const first = own[0];
      if (first === undefined || own.length < options.minCount) continue;
      for (const clause of own) used.add(clause);
      report({
        message: 'frame',
        data: { frame: parts.join('…'), count: own.length },
        span: spanOf(draft, first, parts),
        related: own.slice(1, 1 + RELATED_MAX).map((clause, index) => ({
          span: spanOf(draft, clause, parts),
          message: 'place' as const,
          data: { nth: index + 2 },
        })),
      });
      if (++reported === FRAMES_MAX) return;
    }
  },
});

/** From the frame's first part to the end of the clause. */
function spanOf({ paragraphs }: Draft, clause: FramedClause, parts: readonly string[]): Span {
  const { paragraph, start, end } = clause;
  const { offsets } = paragraphWording(paragraph.content);
  const from = offsets[start + Math.max(0, wordsOf(clause).indexOf(parts[0] ?? ''))] ?? 0;
  return paragraphs[paragraph.index]?.span(from, (offsets[end - 1] ?? 0) + 1) ?? { start: 0, end: 0 };
}
