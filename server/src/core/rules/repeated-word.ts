import { EMPTY_MODIFIERS } from '../lexicon/emptyModifiers.js';
import type { Paragraph } from '../draft/model.js';
import { announcedModifiers, repeatedWordsIn, type RepeatedWord } from './repetition/repeatedWords.js';
import { defineRule, type ReportedFix } from './rule.js';

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
    const { modifiers } = options;
    for (const paragraph of draft.paragraphs) {
      for (const repeated of repeatedWordsIn(paragraph, modifiers, segmenter)) {
        const { kind, word, place, earlier, count } = repeated;
        if (kind === 'modifier' && !repeated.typed) {
          const before = draft.paragraphs[paragraph.index - 1];
          if (before !== undefined && announcedModifiers(before, modifiers).includes(word)) continue;
        }
        report({
          message: kind,
          data: { word, count },
          span: paragraph.span(place.start, place.end),
          related: earlier.map(({ start, end }) => ({
            span: paragraph.span(start, end),
            message: 'place' as const,
            data: { word },
          })),
          fixes: kind === 'modifier' ? strikingOut(paragraph, repeated) : [],
        });
      }
    }
  },
});

function strikingOut(paragraph: Paragraph, { word, place }: RepeatedWord): readonly ReportedFix<'strike'>[] {
  const end = paragraph.text.charAt(place.end) === '地' ? place.end + 1 : place.end;
  const span = paragraph.span(place.start, end);
  // In Markdown a word may have syntax inside it, which a deletion would take along.
  const whole = span.end - span.start === end - place.start;
  return whole ? [{ title: 'strike', data: { word }, safe: false, edits: [{ span, text: '' }] }] : [];
}
