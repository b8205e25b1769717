import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';
import { isSpeltOut, labelsOf, type Label } from './style/labels.js';

/** Labels that are named in one draft. */
const LABELS_MAX = 3;

/** Other places that a finding names. */
const RELATED_MAX = 8;

/** A numeral label that the draft uses and never spells out. */
export const unexplainedShorthand = defineRule({
  id: 'unexplained-shorthand',
  title: { zh: '数字概括没有交代', en: 'Numeral label not spelt out' },
  reason: {
    zh: '“四大战略”“五比五不比”是哪几条，写的人知道，听的人未必知道；头一次说到，要交代一句。',
    en: 'The writer knows what “四大战略” stands for; listeners may not, unless they are told once.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：用数字概括的说法，第一次出现时说明所指，众所周知的除外',
      en: 'Advice: say what a numeral label stands for at its first mention, unless everybody knows',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {},
  messages: {
    label: {
      zh: '“{label}”全文没有说明是哪 {value} 条，请在头一次说到时交代一句，或直接说内容。',
      en: '“{label}” is never spelt out in this draft; say once which {value} things it stands for, or name them instead.',
    },
    place: { zh: '这里也用“{label}”', en: '“{label}” here too' },
  },
  check({ draft, words, report }) {
    if (isStatute(draft)) return;
    const labels = new Map<string, Label[]>();
    for (const label of labelsOf(draft, words.fixedTerms)) {
      const known = labels.get(label.text);
      if (known === undefined) labels.set(label.text, [label]);
      else known.push(label);
    }
    let reported = 0;
    for (const [text, places] of labels) {
      const first = places[0];
      if (first === undefined || places.some((place) => isSpeltOut(draft, place))) continue;
      if (++reported > LABELS_MAX) return;
      report({
        message: 'label',
        data: { label: text, value: first.value },
        span: first.paragraph.span(first.start, first.end),
        related: places.slice(1, 1 + RELATED_MAX).map(({ paragraph, start, end }) => ({
          span: paragraph.span(start, end),
          message: 'place' as const,
          data: { label: text },
        })),
      });
    }
  },
});
