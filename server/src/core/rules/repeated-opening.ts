import type { Paragraph, Prose, Sentence } from '../draft/model.js';
import { perParagraphAnd } from '../draft/perParagraph.js';
import type { Span } from '../text/span.js';
import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';

/** Beside announced items so many other sentences must open alike. */
const UNANNOUNCED_MIN = 3;

/** The items of an announced list share so many characters after the opening. */
const SHARED_START = 2;

/** Short items share their end: 要谋划在前。 */
const SHORT = 10;
const SHARED_END = 2;

/** Words that only look like an opening: 要是, 要么. */
const OTHER_WORDS = /^(?:要(?:[是么不点素害领]|紧[的，。]|求(?!真))|坚持[者性])/u;

/** A paragraph whose sentences begin with the same word one after the other. */
export const repeatedOpening = defineRule({
  id: 'repeated-opening',
  title: { zh: '句首重复', en: 'Sentences that begin alike' },
  reason: {
    zh: '一句“要”，接着一句“要”，听的人记不住要做哪几件事；有的句子本来不用“要”字开头。',
    en: 'One “要” after the other, and listeners cannot tell which of the demands matter.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：句式要有变化，排比之外不要句句同一个开头',
      en: 'Advice: vary the openings of sentences; outside parallels not all should begin alike',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    minPerParagraph: {
      type: 'integer',
      default: 5,
      minimum: 2,
      maximum: 50,
      description: {
        zh: '一段里至少几句同一个开头才提示',
        en: 'From how many sentences with one opening on a paragraph is named',
      },
    },
    minPercent: {
      type: 'integer',
      default: 40,
      minimum: 1,
      maximum: 100,
      description: {
        zh: '这些句子至少占全段句数的百分之几才提示',
        en: 'What percentage of the paragraph’s sentences they must be at least',
      },
    },
    openings: {
      type: 'words',
      default: ['要', '必须', '坚持', '加强'],
      description: { zh: '留意哪些开头', en: 'Which openings to look for' },
    },
  },
  messages: {
    opening: {
      zh: '这一段 {total} 句里有 {count} 句用“{word}”开头，请换掉几句的开头，或把相近的几句合并。',
      en: '{count} of the {total} sentences of this paragraph begin with “{word}”; vary some or merge those that belong together.',
    },
    place: { zh: '又用“{word}”开头', en: 'Begins with “{word}” again' },
  },
  check({ draft, options, report }) {
    if (isStatute(draft)) return;
    for (const paragraph of draft.paragraphs) {
      const total = paragraph.analysis.sentences.length;
      if (total < options.minPerParagraph) continue;
      for (const { word, opened } of openingsIn(paragraph, options.openings, options.minPerParagraph)) {
        const [first, ...others] = opened;
        if (first === undefined || opened.length * 100 < total * options.minPercent) continue;
        report({
          message: 'opening',
          data: { word, count: opened.length, total },
          span: openingOf(paragraph, first, word),
          related: others.map((sentence) => ({
            span: openingOf(paragraph, sentence, word),
            message: 'place' as const,
            data: { word },
          })),
        });
      }
    }
  },
});

/** The words with which at least `least` sentences of a paragraph open that are not items of one list. */
const openingsIn = perParagraphAnd((content, words: readonly string[], least: number) => {
  const found: { readonly word: string; readonly opened: readonly Sentence[] }[] = [];
  if (content.kind === 'heading') return found;
  for (const word of words) {
    if (word === '') continue;
    const opened = content.analysis.sentences.filter((sentence) => opensWith(content, sentence, word));
    if (opened.length < least) continue;
    if (unannounced(content, opened, word.length) < Math.min(UNANNOUNCED_MIN, least)) continue;
    found.push({ word, opened });
  }
  return found;
});

function opensWith({ text }: Prose, { start, end }: Sentence, word: string): boolean {
  return text.startsWith(word, start) && !OTHER_WORDS.test(text.slice(start, end));
}

/** How many of the sentences are not items of one list: those share more of their start, or their end. */
function unannounced({ text }: Prose, opened: readonly Sentence[], opening: number): number {
  const starts = opened.map(({ start }) => text.slice(start, start + opening + SHARED_START));
  const ends = opened.map(({ start, end, characters }) =>
    characters > SHORT
      ? ''
      : text
          .slice(start, end)
          .replace(/[。！？!?”]+$/u, '')
          .slice(-SHARED_END),
  );
  return opened.filter(
    (_, i) =>
      starts.filter((start) => start === starts[i]).length === 1 &&
      (ends[i] === '' || ends.filter((end) => end === ends[i]).length === 1),
  ).length;
}

function openingOf(paragraph: Paragraph, { start }: Sentence, word: string): Span {
  return paragraph.span(start, start + word.length);
}
