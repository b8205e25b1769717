import { EMPTY_MODIFIERS } from '../lexicon/emptyModifiers.js';
import { PLAIN_WORDS } from '../lexicon/doubledWords.js';
import { NAMED_TERMS } from '../lexicon/fixedTerms.js';
import type { Paragraph } from '../draft/model.js';
import type { Span } from '../text/span.js';
import { CONTENT_WORDS, repeatedContent } from './repetition/contents.js';
import { doubledModifiers } from './repetition/modifiers.js';
import { RecurringPairs } from './repetition/recurring.js';
import { SentenceView } from './repetition/sentence.js';
import { defineRule, type Report } from './rule.js';

/** The same empty modifier, verb or hollow noun more than once in a sentence. */
export const repeatedWord = defineRule({
  id: 'repeated-word',
  title: { zh: '一句之内用词重复', en: 'Word repeated in a sentence' },
  reason: {
    zh: '一句话里同一个“着力”“切实”说两遍，分量不会加倍，只会显得空。',
    en: 'A modifier said twice in one sentence does not weigh double; it only sounds hollow.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：一句之中删去重复的词（参考《大手笔是怎样炼成的》修改一章）',
      en: 'Advice: strike out words that come back in one sentence, as handbooks of speech writing put it',
    },
  },
  severity: 'warning',
  fix: 'suggested',
  needsWords: true,
  options: {
    modifiers: {
      type: 'words',
      default: EMPTY_MODIFIERS,
      description: { zh: '一句话里只该用一次的修饰语', en: 'Modifiers that belong in a sentence only once' },
    },
  },
  messages: {
    modifier: {
      zh: '这句话里“{word}”用了 {count} 次，请删去一个，或把分句合并。',
      en: '“{word}” stands {count} times in this sentence; strike one out or merge the clauses.',
    },
    predicate: {
      zh: '这句话里“{word}”说了两遍，请合并，或换个说法。',
      en: '“{word}” is said twice in this sentence; merge the two or put one differently.',
    },
    verb: {
      zh: '这句话里“{word}”用了两次，请删去一个，或换个动词。',
      en: '“{word}” stands twice in this sentence; strike one out or use another verb.',
    },
    noun: {
      zh: '这句话里“{word}”出现了 {count} 次，请删去可有可无的几个。',
      en: '“{word}” stands {count} times in this sentence; strike out those that say nothing.',
    },
    place: { zh: '前面的“{word}”', en: '“{word}” before' },
    strike: { zh: '删去这个“{word}”', en: 'Strike out this “{word}”' },
  },
  check({ draft, options, segmenter, report }) {
    if (segmenter === undefined) return;
    const modifiers = byFirstPair(options.modifiers);
    const pairs = new RecurringPairs([...modifiers.keys(), ...CONTENT_WORDS]);
    for (const paragraph of draft.paragraphs) {
      if (paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
      const { text } = paragraph;
      let known: readonly string[] | undefined;
      const announced = (): readonly string[] =>
        (known ??= [draft.paragraphs[paragraph.index - 1], paragraph].flatMap((one) =>
          announcedIn(one, options.modifiers),
        ));
      for (const sentence of paragraph.analysis.sentences) {
        const recurring = pairs.find(text, sentence.start, sentence.end);
        if (recurring.length === 0) continue;
        const words = new Set<string>();
        const contents = new Set<string>();
        for (const at of recurring) {
          const pair = text.slice(at, at + 2);
          for (const word of modifiers.get(pair) ?? []) if (text.startsWith(word, at)) words.add(word);
          if (CONTENT_WORDS.has(pair)) contents.add(pair);
        }
        if (words.size + contents.size === 0) continue;
        const view = new SentenceView(paragraph, sentence, segmenter);
        for (const word of words) {
          if (isEncouragement(word, text, sentence)) continue;
          const typed = view.typedTwice(word);
          // What stands twice in a row is a slip of the hand, which doubled-word names.
          for (const second of PLAIN_WORDS.has(word) ? [] : typed) {
            const first = { start: second.start - word.length, end: second.start };
            reportModifier(paragraph, word, second, first, 2, report);
          }
          if (typed.length > 0 || announced().includes(word)) continue;
          for (const { place, earlier, count } of doubledModifiers(view, word)) {
            reportModifier(paragraph, word, place, earlier, count, report);
          }
        }
        for (const content of contents) {
          const found = repeatedContent(view, content);
          if (found === undefined) continue;
          const { kind, place, others } = found;
          const word = text.slice(place.start, place.end);
          report({
            message: kind,
            data: { word, count: others.length + 1 },
            span: paragraph.span(place.start, place.end),
            related: others.map(({ start, end }) => ({
              span: paragraph.span(start, end),
              message: 'place' as const,
              data: { word },
            })),
          });
        }
      }
    }
  },
});

/** 努力，努力，再努力 is said on purpose. */
function isEncouragement(word: string, text: string, { start, end }: Span): boolean {
  return word === '努力' && text.slice(start, end).includes('再努力');
}

function reportModifier(
  paragraph: Paragraph,
  word: string,
  place: Span,
  earlier: Span,
  count: number,
  report: (report: Report<'modifier' | 'place' | 'strike'>) => void,
): void {
  const end = paragraph.text.charAt(place.end) === '地' ? place.end + 1 : place.end;
  const span = paragraph.span(place.start, end);
  // In Markdown a word may have syntax inside it, which a deletion would take along.
  const whole = span.end - span.start === end - place.start;
  report({
    message: 'modifier',
    data: { word, count },
    span: paragraph.span(place.start, place.end),
    related: [{ span: paragraph.span(earlier.start, earlier.end), message: 'place', data: { word } }],
    fixes: whole ? [{ title: 'strike', data: { word }, safe: false, edits: [{ span, text: '' }] }] : [],
  });
}

function byFirstPair(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 2) continue;
    const pair = word.slice(0, 2);
    map.set(pair, [...(map.get(pair) ?? []), word]);
  }
  return map;
}

/**
 * Modifiers that a paragraph announces in quotation marks, for itself and the next: “两个全面” → 全面负责，
 * 全面过硬.
 */
function announcedIn(paragraph: Paragraph | undefined, words: readonly string[]): string[] {
  const announced: string[] = [];
  if (paragraph === undefined) return announced;
  const { text, analysis } = paragraph;
  for (const { start, end, open } of analysis.quotations) {
    const inner = text.slice(start + 1, end - 1);
    if (open === '《' || inner.length > ANNOUNCEMENT_MAX || NAMED_TERMS.includes(inner)) continue;
    for (const [, rest = ''] of inner.matchAll(/[一二两三四五六七八九十几多]个(\p{Script=Han}{2,4})/gu)) {
      announced.push(...words.filter((word) => rest.startsWith(word)));
    }
  }
  return announced;
}

/** A longer quotation is a text of its own. */
const ANNOUNCEMENT_MAX = 30;
