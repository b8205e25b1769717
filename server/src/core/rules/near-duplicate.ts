import type { Draft } from '../draft/model.js';
import { Comparison, type Change } from '../text/difference.js';
import { isInsidePair } from '../text/characters.js';
import { alikeBefore } from '../text/shingles.js';
import { lastStartingBy, type Span } from '../text/span.js';
import { wordingOf, type Wording, type WordingSentence } from '../text/wording.js';
import { maskOf } from './repetition/mask.js';
import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';

/** Longer sentences are compared no more: the time grows with the square. */
const LONGEST = 400;

/** Of the longer sentence so much must stand in the other one too, unless a clause was dropped. */
const ALIKE = 0.8;

/** A sentence from which a clause was dropped keeps so much of its wording. */
const KEPT = 0.92;

/** It is at least so long, measured by the longer one. */
const REMAINS = 0.5;

/** More changes than this make another sentence. */
const CHANGES_MAX = 3;

/** So much of the wording must be the writer's own, not fixed terms. */
const OWN_MIN = 12;

/** Sentences this near each other carry one frame on purpose. */
const SENTENCES_APART = 3;
const PARAGRAPHS_APART = 2;

/** Longer stretches are shortened in the message. */
const QUOTED_MAX = 14;

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
    const wording = wordingOf(draft);
    const sentences = comparable(draft, wording, options.minChars);
    if (sentences.length < 2) return;
    let comparison: Comparison | undefined;
    alikeBefore(wording.codes, sentences, (index, others) => {
      const b = sentences[index];
      if (b === undefined) return;
      let compared = false;
      for (const other of others) {
        const a = sentences[other];
        if (a === undefined || areNear(a.at, b.at) || !areAlikeInLength(a, b)) continue;
        comparison ??= new Comparison();
        if (!compared) comparison.compareTo(wording.codes, b);
        compared = true;
        const changes = smallChanges(comparison, a, b);
        if (changes === undefined || maskOf(draft).rest(b.start, b.end, true) < OWN_MIN) continue;
        report({
          message: 'again',
          data: { difference: changes.map((change) => describe(wording, change)).join('、') },
          span: spanOf(wording, b),
          related: [{ span: spanOf(wording, a), message: 'earlier' }],
        });
        return;
      }
    });
  },
});

interface Stretch extends Span {
  readonly at: WordingSentence;
}

/** The sentences long enough, without the ordinals that open them. Statutes repeat their terms by law. */
function comparable(draft: Draft, wording: Wording, least: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const at of wording.sentences) {
    const { paragraph, sentence } = at;
    if (at.end - at.start < least || paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
    let start = at.start;
    const marker = lastStartingBy(paragraph.analysis.markers, sentence.start);
    if (marker?.start === sentence.start)
      while (start < at.end && (wording.offsets[start] ?? 0) < marker.end) start++;
    if (at.end - start >= least && at.end - start <= LONGEST) stretches.push({ start, end: at.end, at });
  }
  return isStatute(draft) ? [] : stretches;
}

/** Members of one parallelism or list stand near each other. */
function areNear(a: WordingSentence, b: WordingSentence): boolean {
  if (a.paragraph === b.paragraph) return b.index - a.index <= SENTENCES_APART;
  return b.paragraph.index - a.paragraph.index <= PARAGRAPHS_APART && a.index === b.index;
}

function areAlikeInLength(a: Stretch, b: Stretch): boolean {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  return Math.min(lengthA, lengthB) >= REMAINS * Math.max(lengthA, lengthB);
}

/**
 * What differs between two sentences that are nearly the same; undefined for others and for equal ones.
 *
 * @param comparison with the second sentence
 */
function smallChanges(comparison: Comparison, a: Stretch, b: Stretch): readonly Change[] | undefined {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  const common = comparison.commonWith(a);
  if (common < ALIKE * Math.max(lengthA, lengthB) && common < KEPT * Math.min(lengthA, lengthB))
    return undefined;
  const changes = comparison.changes(CHANGES_MAX);
  return changes === undefined || changes.length === 0 || tellsOtherwise(changes, a, b) ? undefined : changes;
}

/** 扎实推进某工程 and 某工程开工建设 share a name and say two things about it. */
function tellsOtherwise(changes: readonly Change[], a: Stretch, b: Stretch): boolean {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === last) return false;
  return (
    first?.before.start === a.start &&
    first.after.start === b.start &&
    last?.before.end === a.end &&
    last.after.end === b.end
  );
}

function describe(wording: Wording, { before, after }: Change): string {
  const [old, new_] = [before, after].map((span) => `“${shorten(wordsOf(wording, span))}”`);
  if (before.start === before.end) return `+${new_ ?? ''}`;
  return after.start === after.end ? `−${old ?? ''}` : `${old ?? ''}→${new_ ?? ''}`;
}

/** The words of a stretch, which may begin or end with half a character that both sentences have. */
function wordsOf({ text }: Wording, { start, end }: Span): string {
  return text.slice(isInsidePair(text, start) ? start - 1 : start, isInsidePair(text, end) ? end + 1 : end);
}

function shorten(words: string): string {
  const characters = Array.from(words);
  if (characters.length <= QUOTED_MAX) return words;
  return `${characters.slice(0, QUOTED_MAX - 6).join('')}…${characters.slice(-4).join('')}`;
}

function spanOf({ offsets }: Wording, { start, end, at }: Stretch): Span {
  return at.paragraph.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
}
