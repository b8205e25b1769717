import type { Span } from '../text/span.js';
import { wordingOf, type Wording, type WordingSentence } from '../text/wording.js';
import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';
import { abbreviationsOf } from './style/abbreviations.js';
import { declaredNames } from './style/declaredNames.js';

/** Other places that a finding names. */
const RELATED_MAX = 20;

/** One thing by two names: an abbreviation beside its full form, or a name that the draft or its house has settled. */
export const termInconsistent = defineRule({
  id: 'term-inconsistent',
  title: { zh: '称谓前后不一', en: 'Two names for one thing' },
  reason: {
    zh: '前面说“党办系统”，后面说“党委办公室系统”，听的人会想这是不是两回事。',
    en: 'When a thing goes by two names, listeners wonder whether there are two of it.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：同一事物全文用同一个名称；用简称的，先用全称并注明简称',
      en: 'Advice: one name for one thing; a short form is declared at the first mention of the full one',
    },
  },
  severity: 'information',
  fix: 'suggested',
  needsWords: false,
  options: {},
  messages: {
    mixed: {
      zh: '“{rare}”（{rareCount} 次）和“{usual}”（{usualCount} 次）在全文混用，请统一成一种说法。',
      en: '“{rare}” ({rareCount}) and “{usual}” ({usualCount}) are both used in this draft; keep to one.',
    },
    declared: {
      zh: '前面已经声明简称“{short}”，后面仍有 {count} 处用全称“{full}”，请改用简称。',
      en: 'The short form “{short}” was declared, yet the full “{full}” stands {count} times after it; use the short form.',
    },
    preferred: {
      zh: '“{word}”要写作“{right}”，这是你定下的用语，请改过来。',
      en: '“{word}” is to be written “{right}”, as your own terms have it; change it.',
    },
    place: { zh: '这里也用“{word}”', en: '“{word}” here too' },
    other: { zh: '这里用“{word}”', en: '“{word}” here' },
    replace: { zh: '改成“{right}”', en: 'Replace by “{right}”' },
    replaceAll: { zh: '{count} 处都改成“{right}”', en: 'Replace all {count} by “{right}”' },
  },
  check({ draft, words, report }) {
    const wording = wordingOf(draft);
    const preferred = Object.entries(words.preferredTerms);
    for (const [word, right] of preferred) {
      for (const place of placesOf(wording, word, right)) {
        const span = spanOf(wording, place);
        if (span === undefined) continue;
        const whole = draft.text.slice(span.start, span.end) === word;
        report({
          message: 'preferred',
          data: { word, right },
          span,
          fixes: whole
            ? [{ title: 'replace', data: { right }, safe: false, edits: [{ span, text: right }] }]
            : [],
        });
      }
    }
    if (isStatute(draft)) return;
    const settled = new Set(preferred.flat());
    for (const { short, full, places } of declaredNames(draft)) {
      const [first, ...rest] = places;
      if (first === undefined || settled.has(short) || settled.has(full)) continue;
      report({
        message: 'declared',
        data: { short, full, count: places.length },
        span: first,
        related: rest
          .slice(0, RELATED_MAX)
          .map((span) => ({ span, message: 'place' as const, data: { word: full } })),
        fixes: [
          {
            title: 'replaceAll',
            data: { right: short, count: places.length },
            safe: false,
            edits: places.map((span) => ({ span, text: short })),
          },
        ],
      });
    }
    for (const { short, full } of abbreviationsOf(wording)) {
      if (settled.has(short.text) || settled.has(full.text)) continue;
      const [rare, usual] = short.places.length < full.places.length ? [short, full] : [full, short];
      const [spans, others] = [rare, usual].map(({ places }) =>
        places.flatMap((place) => spanOf(wording, place) ?? []),
      );
      const first = spans?.[0];
      if (spans === undefined || others === undefined || first === undefined) continue;
      const whole = spans.every((span) => draft.text.slice(span.start, span.end) === rare.text);
      report({
        message: 'mixed',
        data: {
          rare: rare.text,
          rareCount: rare.places.length,
          usual: usual.text,
          usualCount: usual.places.length,
        },
        span: first,
        related: [
          ...spans
            .slice(1, RELATED_MAX)
            .map((span) => ({ span, message: 'place' as const, data: { word: rare.text } })),
          ...others
            .slice(0, RELATED_MAX)
            .map((span) => ({ span, message: 'other' as const, data: { word: usual.text } })),
        ],
        fixes: whole
          ? [
              {
                title: 'replaceAll',
                data: { right: usual.text, count: spans.length },
                safe: false,
                edits: spans.map((span) => ({ span, text: usual.text })),
              },
            ]
          : [],
      });
    }
  },
});

/** The places of a word in the wording that do not stand inside the right form. */
function* placesOf({ text }: Wording, word: string, right: string): Generator<Span> {
  if (word === '' || word === right) return;
  const inside = right.indexOf(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (inside >= 0 && text.startsWith(right, at - inside)) continue;
    yield { start: at, end: at + word.length };
  }
}

function spanOf(wording: Wording, { start, end }: Span): Span | undefined {
  const at: WordingSentence | undefined = wording.sentenceAt(start);
  const { offsets } = wording;
  return at?.paragraph.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
}
