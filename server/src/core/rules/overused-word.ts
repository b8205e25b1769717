import type { Draft, Paragraph } from '../draft/model.js';
import { mayBeTopic, WORD_FREQUENCIES } from '../lexicon/wordFrequencies.js';
import { commonWordCounts, commonWordsOf, type WordPlace } from './lexical/commonWords.js';
import type { Span } from '../text/span.js';
import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';

/** Words that are named in one draft: the worst. */
const WORDS_MAX = 3;

/** Places that a finding names: those in the paragraph that holds most. */
const RELATED_MAX = 20;

/** A common word that stands in the draft far more often than published reports need it. */
export const overusedWord = defineRule({
  id: 'overused-word',
  title: { zh: '高频词', en: 'Overused word' },
  reason: {
    zh: '一个“工作”念上几十遍，听的人就烦了；很多时候删掉它，意思一点不少。',
    en: 'Listeners tire of a “工作” said dozens of times; often it can go and nothing is lost.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：用词要有变化，可有可无的词要删去（参考《大手笔是怎样炼成的》修改一章）',
      en: 'Advice: vary words, strike out those that say nothing, as handbooks of speech writing put it',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    perThousand: {
      type: 'integer',
      default: 6,
      minimum: 1,
      maximum: 100,
      description: {
        zh: '一个词每一千字出现多少次以上才提示',
        en: 'How often a word must stand in 1,000 characters to be named',
      },
    },
    ratio: {
      type: 'integer',
      default: 3,
      minimum: 1,
      maximum: 100,
      description: {
        zh: '是公开发表的报告里的多少倍以上才提示',
        en: 'How many times as often as in published reports it must stand',
      },
    },
    minCount: {
      type: 'integer',
      default: 20,
      minimum: 2,
      maximum: 1000,
      description: { zh: '全文至少出现多少次才提示', en: 'How often it must stand in the whole draft' },
    },
  },
  messages: {
    word: {
      zh: '“{word}”全文出现 {count} 次，每千字 {density} 次，是一般报告的 {ratio} 倍，这一段就有 {here} 次，请删去可有可无的，或换个说法。',
      en: '“{word}” stands {count} times in this draft, {density} per 1,000 characters, {ratio} times as often as in reports, {here} times in this paragraph; strike some out or use other words.',
    },
    place: { zh: '这里也有“{word}”', en: '“{word}” again' },
  },
  check({ draft, options, words, report }) {
    if (isStatute(draft)) return;
    const least = Math.max(options.minCount, (options.perThousand * draft.characters) / 1000);
    const perThousand = (count: number): number => (count * 1000) / draft.characters;
    const ratioOf = (word: string, density: number): number =>
      density / (WORD_FREQUENCIES.get(word) ?? density);
    const overused = [...commonWordCounts(draft)]
      .filter(([word, count]) => count >= least && ratioOf(word, perThousand(count)) >= options.ratio)
      .map(([word]) => word)
      .filter((word) => !words.fixedTerms.includes(word) && !(mayBeTopic(word) && isTopic(draft, word)));
    if (overused.length === 0) return;
    const found = [...commonWordsOf(draft, new Set(overused))]
      .map(([word, places]) => {
        const density = perThousand(places.length);
        return { word, places, density, ratio: ratioOf(word, density) };
      })
      .sort((a, b) => b.density - a.density);
    for (const { word, places, density, ratio } of found.slice(0, WORDS_MAX)) {
      const here = thickest(places);
      const first = here[0];
      if (first === undefined) continue;
      report({
        message: 'word',
        data: {
          word,
          count: places.length,
          density: density.toFixed(1),
          ratio: ratio.toFixed(1),
          here: here.length,
        },
        span: spanOf(first),
        related: here.slice(1, 1 + RELATED_MAX).map((place) => ({
          span: spanOf(place),
          message: 'place' as const,
          data: { word },
        })),
      });
    }
  },
});

function spanOf({ paragraph, start, end }: WordPlace): Span {
  return paragraph.span(start, end);
}

/** A line above the text without a sentence's end is its title. */
const TITLE = /^.{1,50}(?<![。！？，；：])$/u;

function isTopic({ paragraphs }: Draft, word: string): boolean {
  return paragraphs.some(
    ({ index, kind, text }) =>
      text.includes(word) && (kind === 'heading' || (index === 0 && TITLE.test(text.trim()))),
  );
}

/** The places in the paragraph that holds most. */
function thickest(places: readonly WordPlace[]): readonly WordPlace[] {
  const byParagraph = new Map<Paragraph, WordPlace[]>();
  for (const place of places) {
    const known = byParagraph.get(place.paragraph);
    if (known === undefined) byParagraph.set(place.paragraph, [place]);
    else known.push(place);
  }
  return [...byParagraph.values()].reduce((most, here) => (here.length > most.length ? here : most), []);
}
