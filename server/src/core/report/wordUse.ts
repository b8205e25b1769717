import type { Draft, Paragraph, ParagraphAnalysis, Segmenter, TaggedWord, Word } from '../draft/model.js';
import { FUNCTION_WORDS } from '../lexicon/functionWords.js';
import { WORD_FREQUENCIES } from '../lexicon/wordFrequencies.js';
import { commonWordsOf } from '../rules/lexical/commonWords.js';
import type { Span } from '../text/span.js';

/** How often a word stands in a draft. */
export interface WordUse {
  readonly word: string;
  readonly count: number;
  /** Occurrences in 1,000 characters of the draft. */
  readonly perThousand: number;
  /** The same in published reports; undefined for a word that was not counted there. */
  readonly baseline: number | undefined;
  /** In order. */
  readonly places: readonly WordUsePlace[];
}

/** One place of a word. */
export interface WordUsePlace {
  readonly span: Span;
  /** The number of its paragraph, from 1. */
  readonly paragraph: number;
}

/** Words that are listed. */
const MOST = 15;

/** A word that stands more seldom is not used much in any draft. */
const FEWEST = 3;

/** Two characters or more, all Han. */
const WORD = /^\p{Script=Han}{2,}$/u;

/** Nouns but names, verbs, adjectives, idioms and short forms, in the tags of ICTCLAS. */
const CONTENT_TAG = /^(?:n(?!r|s|t)|v|a|i|l|j)/u;

/**
 * The words that a draft uses most outside headings and tables, the most frequent first. Without a segmenter only those
 * that have a baseline.
 */
export function wordUse(draft: Draft, segmenter: Segmenter | undefined): WordUse[] {
  const places = new Map<string, readonly WordUsePlace[]>();
  for (const [word, found] of commonWordsOf(draft))
    places.set(
      word,
      found.map(({ paragraph, start, end }) => ({
        span: paragraph.span(start, end),
        paragraph: paragraph.index + 1,
      })),
    );
  if (segmenter !== undefined) {
    for (const [word, found] of otherWords(draft, segmenter)) places.set(word, found);
  }
  return [...places]
    .filter(([, { length }]) => length >= FEWEST)
    .map(([word, found]) => ({
      word,
      count: found.length,
      perThousand: (found.length * 1000) / draft.characters,
      baseline: WORD_FREQUENCIES.get(word),
      places: found,
    }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
}

function otherWords(draft: Draft, segmenter: Segmenter): Map<string, WordUsePlace[]> {
  const places = new Map<string, WordUsePlace[]>();
  for (const paragraph of draft.paragraphs) {
    if (paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
    for (const { text, start, end } of contentWords(paragraph, segmenter)) {
      if (WORD_FREQUENCIES.has(text)) continue;
      const place = { span: paragraph.span(start, end), paragraph: paragraph.index + 1 };
      const known = places.get(text);
      if (known === undefined) places.set(text, [place]);
      else known.push(place);
    }
  }
  return places;
}

/** The words of a paragraph, by its analysis: that is kept over the versions of a draft, so one edit cuts one anew. */
const known = new WeakMap<ParagraphAnalysis, { readonly by: Segmenter; readonly words: readonly Word[] }>();

function contentWords({ text, analysis }: Paragraph, segmenter: Segmenter): readonly Word[] {
  const before = known.get(analysis);
  if (before?.by === segmenter) return before.words;
  const words = cut(text, segmenter);
  known.set(analysis, { by: segmenter, words });
  return words;
}

function cut(text: string, segmenter: Segmenter): readonly Word[] {
  const tagged: readonly TaggedWord[] | undefined = segmenter.tag?.(text);
  const words: readonly Word[] =
    tagged?.filter(({ tag }) => CONTENT_TAG.test(tag)) ?? segmenter.segment(text);
  return words.filter((word) => WORD.test(word.text) && !FUNCTION_WORDS.has(word.text));
}
