import type { Draft, Paragraph } from '../draft/model.js';
import type { GuideWords } from '../guide.js';
import { stockWordsOf } from '../rules/style/stockWords.js';
import type { Span } from '../text/span.js';
import { wordingOf } from '../text/wording.js';

/** How thick stock phrases stand in a paragraph. */
export interface StockDensity {
  /** The number of the paragraph, from 1. */
  readonly paragraph: number;
  readonly count: number;
  /** Stock phrases in 1,000 characters of it. */
  readonly perThousand: number;
  /** The first of them. */
  readonly span: Span;
}

/** Stock phrases of a draft. */
export interface StockPhrases {
  readonly count: number;
  readonly perThousand: number;
  /** The paragraphs that hold any, in order, but not those too short to have a density. */
  readonly paragraphs: readonly StockDensity[];
  /** What is said most, most often first: at most {@link MOST}. */
  readonly most: readonly { readonly phrase: string; readonly count: number }[];
}

/** In a shorter paragraph one phrase would look like a habit. Characters. */
const SHORTEST = 50;

const MOST = 8;

/** Where stock phrases stand in a draft. */
export function stockPhrasesOf(draft: Draft, words: GuideWords): StockPhrases {
  const found = stockWordsOf(draft, words);
  const { offsets } = wordingOf(draft);
  const counts = new Map<string, number>();
  const byParagraph = new Map<Paragraph, { count: number; readonly span: Span }>();
  for (const { start, end, at, text } of found) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
    const known = byParagraph.get(at.paragraph);
    if (known !== undefined) known.count++;
    else {
      const span = at.paragraph.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
      byParagraph.set(at.paragraph, { count: 1, span });
    }
  }
  return {
    count: found.length,
    perThousand: perThousand(found.length, draft.characters),
    paragraphs: [...byParagraph]
      .filter(([{ analysis }]) => analysis.characters >= SHORTEST)
      .map(([{ index, analysis }, { count, span }]) => ({
        paragraph: index + 1,
        count,
        perThousand: perThousand(count, analysis.characters),
        span,
      })),
    most: [...counts]
      .map(([phrase, count]) => ({ phrase, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST),
  };
}

function perThousand(count: number, characters: number): number {
  return characters === 0 ? 0 : (count * 1000) / characters;
}
