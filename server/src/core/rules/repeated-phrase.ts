import type { Draft } from '../draft/model.js';
import type { Span } from '../text/span.js';
import { paragraphWording } from '../text/wording.js';
import { outsideFrames } from './repetition/exemptions.js';
import type { Place } from './repetition/place.js';
import { isContinuousProse } from './repetition/prose.js';
import { repeatedPhrases } from './repetition/repeatedPhrases.js';
import { defineRule } from './rule.js';

/** Other places that a finding names; a message that names more is not read. */
const RELATED_MAX = 8;

/** Longer wordings are shortened in the middle when a message quotes them. */
const QUOTED_MAX = 24;

/** In an essay or a story only so long a wording is more than a refrain. */
const PROSE_MIN = 16;

/** The same wording at two places of the draft, where a short form or another word would do. */
export const repeatedPhrase = defineRule({
  id: 'repeated-phrase',
  title: { zh: '词句重复', en: 'Repeated phrase' },
  reason: {
    zh: '同样的一串话原样再说一遍，听的人会以为念重了；第一次用全称，后面用简称或换个说法。',
    en: 'Listeners take the same string of words for a slip of the reader; after the first mention use a short form.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：改稿时删去重复的词句（参考《大手笔是怎样炼成的》修改一章）',
      en: 'Advice: strike out repeated words when revising, as handbooks of speech writing put it',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    minChars: {
      type: 'integer',
      default: 10,
      minimum: 6,
      maximum: 100,
      description: {
        zh: '至少多少个相同的字才算重复（标点不计）',
        en: 'From how many equal characters on wording counts as repeated, marks left out',
      },
    },
  },
  messages: {
    first: {
      zh: '“{words}”在全文出现了 {count} 次，后面几次可以换成简称或换个说法。',
      en: '“{words}” stands {count} times in this draft; use a short form or other words after this first mention.',
    },
    again: {
      zh: '“{words}”在全文出现了 {count} 次，这里是第 {nth} 次，可以换成简称或换个说法。',
      en: '“{words}” stands {count} times in this draft, here for time {nth}; a short form or other words would do.',
    },
    sentence: {
      zh: '这句话在全文原样出现了 {count} 次，请只留一处，或换个说法。',
      en: 'This sentence stands {count} times in this draft word for word; keep one, or put the other differently.',
    },
    place: { zh: '第 {nth} 次出现', en: 'Time {nth}' },
  },
  check({ draft, options, report }) {
    const prose = isContinuousProse(draft);
    const phrases = repeatedPhrases(draft, options.minChars);
    const framed = new Claims(draft);
    for (const { judgement } of phrases) for (const place of judgement.framed) framed.add(place);
    const found: { readonly wholeSentence: boolean; readonly places: readonly Place[] }[] = [];
    for (const { words, judgement } of phrases) {
      const { wholeSentence } = judgement;
      if (prose && words.length < PROSE_MIN && !wholeSentence) continue;
      found.push({ wholeSentence, places: outsideFrames(judgement, (place, at) => framed.has(place, at)) });
    }
    // The longest wording has its places; a shorter one has those that are left.
    const taken = new Claims(draft);
    found.sort((a, b) => lengthOf(b.places) - lengthOf(a.places));
    for (const { wholeSentence, places } of found) {
      // A place is named by those around it too.
      const spans: Span[] = [];
      places.forEach((place, index) => {
        if (taken.hasAnyOf(place)) return;
        taken.add(place);
        report({
          message: wholeSentence ? 'sentence' : index === 0 ? 'first' : 'again',
          data: { words: quote(wordsOf(place)), count: places.length, nth: index + 1 },
          span: (spans[index] ??= spanOf(draft, place)),
          related: nearest(places, index).map((nth) => ({
            span: (spans[nth] ??= spanOf(draft, places[nth] ?? place)),
            message: 'place' as const,
            data: { nth: nth + 1 },
          })),
        });
      });
    }
  },
});

function lengthOf(places: readonly Place[]): number {
  const first = places[0];
  return first === undefined ? 0 : first.end - first.start;
}

function spanOf({ paragraphs }: Draft, { paragraph, start, end }: Place): Span {
  const { offsets } = paragraph.wording;
  const span = paragraphs[paragraph.index]?.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
  return span ?? { start: 0, end: 0 };
}

function wordsOf({ paragraph, start, end }: Place): string {
  const { offsets } = paragraph.wording;
  return paragraph.content.text.slice(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
}

/** Counted positions of a draft that were claimed. */
class Claims {
  readonly #bits: Uint8Array;

  constructor({ paragraphs }: Draft) {
    this.#bits = new Uint8Array(paragraphs.reduce((sum, one) => sum + paragraphWording(one).codes.length, 0));
  }

  has({ paragraph }: Place, at: number): boolean {
    return this.#bits[paragraph.base + at] === 1;
  }

  hasAnyOf(place: Place): boolean {
    for (let at = place.start; at < place.end; at++) if (this.has(place, at)) return true;
    return false;
  }

  add({ paragraph, start, end }: Place): void {
    this.#bits.fill(1, paragraph.base + start, paragraph.base + end);
  }
}

function quote(words: string): string {
  const dense = words.replace(/\s+/gu, ' ');
  return dense.length <= QUOTED_MAX ? dense : `${dense.slice(0, QUOTED_MAX - 8)}…${dense.slice(-6)}`;
}

/** The indices of the places nearest to `index`, itself left out, in order. */
function nearest(places: readonly Place[], index: number): number[] {
  const positionOf = (nth: number): number => {
    const place = places[nth];
    return place === undefined ? 0 : place.paragraph.base + place.start;
  };
  let low = index;
  let high = index;
  const position = positionOf(index);
  while (high - low < RELATED_MAX && (low > 0 || high < places.length - 1)) {
    const before = low > 0 ? position - positionOf(low - 1) : Infinity;
    const after = high < places.length - 1 ? positionOf(high + 1) - position : Infinity;
    if (before <= after) low--;
    else high++;
  }
  const indices: number[] = [];
  for (let nth = low; nth <= high; nth++) if (nth !== index) indices.push(nth);
  return indices;
}
