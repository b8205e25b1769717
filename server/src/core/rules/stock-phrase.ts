import type { Paragraph } from '../draft/model.js';
import { hollowness } from '../lexicon/stockPhrases.js';
import type { Span } from '../text/span.js';
import { wordingOf, type Wording } from '../text/wording.js';
import { defineRule } from './rule.js';
import { stockWordsOf, type StockWord } from './style/stockWords.js';

/** Places that the finding for the whole draft names. */
const RELATED_MAX = 50;

/** So many places of one formula show the habit. */
const FORMULA_PLACES = 2;

/** A text of fewer stock phrases says nothing of its writer's habits. */
const FEWEST = 12;

/** Overloaded sentences that are reported in one draft: the worst. */
const SENTENCES_MAX = 3;

/** A sentence is overloaded only when there is a stock phrase to so few characters. */
const CHARACTERS_EACH = 11;

/** Stock phrases: how thick they stand in the draft, and the sentences that consist of little else. */
export const stockPhrase = defineRule({
  id: 'stock-phrase',
  title: { zh: '套话、空话', en: 'Stock phrases' },
  reason: {
    zh: '“进一步”“切实”“不断”说多了，听的人就不往心里去了；省下的字，可以用来讲一件实事。',
    en: 'Listeners stop hearing “进一步” and “切实”; the room they take could hold one plain fact.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：力戒空话套话，讲短话、讲实话、讲新话',
      en: 'Advice: no empty or stock phrases; short, true and fresh words instead',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    perThousand: {
      type: 'integer',
      default: 10,
      minimum: 1,
      maximum: 100,
      description: {
        zh: '全文每一千字有多少处以上套话才提示',
        en: 'Above how many stock phrases per 1,000 characters the draft is named',
      },
    },
    perSentence: {
      type: 'integer',
      default: 4,
      minimum: 2,
      maximum: 20,
      description: {
        zh: '一句话里有多少处以上套话才提示（句子短、套话密的才算）',
        en: 'From how many stock phrases on a sentence is named, when little else stands in it',
      },
    },
  },
  messages: {
    density: {
      zh: '全文有 {count} 处套话，每千字 {density} 处，超过 {limit} 处；用得最多的是{words}，能删的请删去，换成具体的事。',
      en: 'This draft has {count} stock phrases, {density} per 1,000 characters where {limit} are enough; most often {words}: strike them out or say something particular.',
    },
    sentence: {
      zh: '这句话里有 {count} 处套话（{words}），请删去几处，说得具体些。',
      en: 'This sentence has {count} stock phrases ({words}); strike some out and be particular.',
    },
    place: { zh: '套话“{word}”', en: 'Stock phrase “{word}”' },
  },
  check({ draft, options, words, report }) {
    const found = stockWordsOf(draft, words);
    if (found.length < Math.min(FEWEST, options.perSentence)) return;
    const wording = wordingOf(draft);
    const spanOf = (word: StockWord): Span => sourceSpan(wording, word);
    const related = (places: readonly StockWord[]) =>
      places.map((word) => ({ span: spanOf(word), message: 'place' as const, data: { word: word.text } }));
    const density = (found.length * 1000) / draft.characters;
    if (found.length >= FEWEST && density > options.perThousand) {
      const shown = worthNaming(found);
      const anchor = anchorOf(found, shown);
      report({
        message: 'density',
        data: {
          count: found.length,
          density: density.toFixed(1),
          limit: options.perThousand,
          words: mostUsed(found),
        },
        span: spanOf(anchor),
        related: related(shown.filter((word) => word !== anchor)),
      });
    }
    for (const places of overloaded(found, options.perSentence)) {
      const first = places[0];
      if (first === undefined) continue;
      report({
        message: 'sentence',
        data: { count: places.length, words: places.map(({ text }) => text).join('、') },
        span: spanOf(first),
        related: related(places.slice(1)),
      });
    }
  },
});

/** The emptiest phrases, and of those the longest, in the draft's order. */
function worthNaming(found: readonly StockWord[]): StockWord[] {
  if (found.length <= RELATED_MAX) return [...found];
  const named = new Map<string, number>();
  return found
    .filter(({ text }) => {
      const times = (named.get(text) ?? 0) + 1;
      named.set(text, times);
      return hollowness(text) !== 1 || times <= FORMULA_PLACES;
    })
    .sort(
      (a, b) => hollowness(b.text) - hollowness(a.text) || b.text.length - a.text.length || a.start - b.start,
    )
    .slice(0, RELATED_MAX)
    .sort((a, b) => a.start - b.start);
}

/** Of the phrases that are named, the first in the paragraph that holds most phrases. */
function anchorOf(found: readonly StockWord[], shown: readonly StockWord[]): StockWord {
  const counts = new Map<Paragraph, number>();
  for (const { at } of found) counts.set(at.paragraph, (counts.get(at.paragraph) ?? 0) + 1);
  return shown.reduce((best, word) =>
    (counts.get(word.at.paragraph) ?? 0) > (counts.get(best.at.paragraph) ?? 0) ? word : best,
  );
}

function countsOf(found: readonly StockWord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of found) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function mostUsed(found: readonly StockWord[]): string {
  return [...countsOf(found)]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([word, count]) => `“${word}”×${count}`)
    .join('、');
}

/** The places of each sentence that holds at least `least` phrases and little else, the worst sentences of the draft. */
function overloaded(found: readonly StockWord[], least: number): StockWord[][] {
  const sentences = new Map<StockWord['at'], StockWord[]>();
  for (const word of found) {
    const places = sentences.get(word.at);
    if (places === undefined) sentences.set(word.at, [word]);
    else places.push(word);
  }
  return [...sentences.entries()]
    .filter(
      ([{ sentence }, places]) =>
        places.length >= least && sentence.characters < places.length * CHARACTERS_EACH,
    )
    .map(([, places]) => places)
    .sort((a, b) => b.length - a.length)
    .slice(0, SENTENCES_MAX);
}

function sourceSpan({ offsets }: Wording, { start, end, at }: StockWord): Span {
  return at.paragraph.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
}
