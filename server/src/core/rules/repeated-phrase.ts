import { lastStartingBy, type Span } from '../text/span.js';
import { findRepeats } from '../text/repeats.js';
import { isLatinOrDigit, wordingOf, type Wording } from '../text/wording.js';
import { Exemptions } from './repetition/exemptions.js';
import type { Place } from './repetition/place.js';
import { isContinuousProse } from './repetition/prose.js';
import { defineRule } from './rule.js';

/** Other places that a finding names; a message that names more is not read. */
const RELATED_MAX = 8;

/** Longer wordings are shortened in the middle when a message quotes them. */
const QUOTED_MAX = 24;

/** In an essay or a story only so long a wording is more than a refrain. */
const PROSE_MIN = 16;

/** A string of fewer different characters (哈哈哈哈, 一二一二) is no wording. */
const FEWEST_CHARACTERS = 4;

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
    const wording = wordingOf(draft);
    const repeats = findRepeats(wording.codes, options.minChars);
    if (repeats.stretches.length === 0) return;
    const exemptions = new Exemptions(draft, wording);
    const prose = isContinuousProse(draft);
    const seen = new Set<string>();
    const candidates: Place[][] = [];
    for (const stretch of repeats.stretches) {
      const trimmed = trim(wording, stretch, options.minChars);
      if (trimmed.end - trimmed.start < options.minChars) continue;
      const key = wording.text.slice(trimmed.start, trimmed.end);
      if (seen.has(key)) continue;
      seen.add(key);
      if (new Set(key).size < FEWEST_CHARACTERS) continue;
      const places = exemptions.faultyPlaces(repeats.placesOf(trimmed), trimmed.end - trimmed.start);
      if (places.length < 2) continue;
      if (prose && trimmed.end - trimmed.start < PROSE_MIN && !places.some((place) => place.wholeSentence))
        continue;
      candidates.push(places);
    }
    const found = candidates.map((places) => exemptions.outsideFrames(places));
    // The longest wording has its places; a shorter one has those that are left.
    const taken = new Uint8Array(wording.codes.length);
    found.sort((a, b) => lengthOf(b) - lengthOf(a));
    for (const places of found) {
      places.forEach((place, index) => {
        for (let at = place.start; at < place.end; at++) if (taken[at] === 1) return;
        taken.fill(1, place.start, place.end);
        report({
          message: place.wholeSentence ? 'sentence' : index === 0 ? 'first' : 'again',
          data: { words: quote(wordsOf(wording, place)), count: places.length, nth: index + 1 },
          span: spanOf(wording, place),
          related: nearest(places, index).map((nth) => ({
            span: spanOf(wording, places[nth] ?? place),
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

/**
 * The stretch without what its edges only share by chance: the rest of an ordinal (一是… and 二是…), part of a
 * Latin word or a number, a 的 that joins it to something else, the last character or two of another clause.
 */
function trim(wording: Wording, { start, end }: Span, minimum: number): Span {
  let from = start;
  let to = end;
  const { codes, offsets } = wording;
  const at = wording.sentenceAt(start);
  const offset = offsets[start] ?? 0;
  const marker = lastStartingBy(at?.paragraph.analysis.markers ?? [], offset - 1);
  if (marker !== undefined && offset < marker.end)
    while (from < to && (offsets[from] ?? 0) < marker.end) from++;
  if (isLatinOrDigit(codes[from - 1] ?? 0)) while (from < to && isLatinOrDigit(codes[from] ?? 0)) from++;
  if (isLatinOrDigit(codes[to] ?? 0)) while (from < to && isLatinOrDigit(codes[to - 1] ?? 0)) to--;
  while (from < to && LOOSE_HEADS.includes(codes[from] ?? 0)) from++;
  if (codes[to] !== 0) while (from < to && LOOSE_TAILS.includes(codes[to - 1] ?? 0)) to--;
  const text = at?.paragraph.text ?? '';
  for (let i = FRAGMENT_MAX; i > 0; i--) {
    if (to - from - i >= minimum && hasClauseMark(text, offsets[from + i - 1], offsets[from + i])) {
      if (!hasMark(offsets[from - 1], offsets[from])) from += i;
    }
    if (to - from - i >= minimum && hasClauseMark(text, offsets[to - i - 1], offsets[to - i])) {
      if (!hasMark(offsets[to - 1], offsets[to])) to -= i;
    }
  }
  return { start: from, end: to };
}

const LOOSE_HEADS = ['的'].map((char) => char.charCodeAt(0));
const LOOSE_TAILS = ['的', '和', '与', '及', '并', '第', '对', '把', '将', '被'].map((char) =>
  char.charCodeAt(0),
);

/** So many characters before or after a comma are the rest of another clause. */
const FRAGMENT_MAX = 2;

function hasClauseMark(text: string, before: number | undefined, after: number | undefined): boolean {
  return /[，；：]/u.test(text.slice((before ?? 0) + 1, after));
}

function hasMark(before: number | undefined, after: number | undefined): boolean {
  return (after ?? 0) !== (before ?? 0) + 1;
}

function spanOf({ offsets }: Wording, place: Place): Span {
  return place.at.paragraph.span(offsets[place.start] ?? 0, (offsets[place.end - 1] ?? 0) + 1);
}

function wordsOf({ offsets }: Wording, place: Place): string {
  return place.at.paragraph.text.slice(offsets[place.start] ?? 0, (offsets[place.end - 1] ?? 0) + 1);
}

function quote(words: string): string {
  const dense = words.replace(/\s+/gu, ' ');
  return dense.length <= QUOTED_MAX ? dense : `${dense.slice(0, QUOTED_MAX - 8)}…${dense.slice(-6)}`;
}

/** The indices of the places nearest to `index`, itself left out, in order. */
function nearest(places: readonly Place[], index: number): number[] {
  let low = index;
  let high = index;
  const start = places[index]?.start ?? 0;
  while (high - low < RELATED_MAX && (low > 0 || high < places.length - 1)) {
    const before = low > 0 ? start - (places[low - 1]?.start ?? 0) : Infinity;
    const after = high < places.length - 1 ? (places[high + 1]?.start ?? 0) - start : Infinity;
    if (before <= after) low--;
    else high++;
  }
  const indices: number[] = [];
  for (let nth = low; nth <= high; nth++) if (nth !== index) indices.push(nth);
  return indices;
}
