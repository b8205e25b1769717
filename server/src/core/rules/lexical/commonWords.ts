import { carriedIndex } from '../../draft/carriedIndex.js';
import type { Draft, Paragraph, Prose } from '../../draft/model.js';
import { perParagraph } from '../../draft/perParagraph.js';
import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import { WORD_FREQUENCIES } from '../../lexicon/wordFrequencies.js';
import { compileMatcher, longestMatches, type Matcher } from '../../text/matcher.js';
import type { Span } from '../../text/span.js';
import { isCounted, paragraphWording, paragraphWords } from '../../text/wording.js';

/** One place of a word. Offsets are the paragraph's. */
export interface WordPlace extends Span {
  readonly paragraph: Paragraph;
}

/** A word of {@link WORD_FREQUENCIES} in its paragraph. */
interface CommonWord extends Span {
  readonly word: string;
}

const NONE: readonly CommonWord[] = [];

let matcher: Matcher | undefined;

/** The words of {@link WORD_FREQUENCIES} outside fixed terms, in order; none of a heading or a table. */
const commonWordsIn = perParagraph((paragraph: Prose): readonly CommonWord[] => {
  if (paragraph.kind === 'heading' || paragraph.kind === 'cell') return NONE;
  matcher ??= compileMatcher([...FIXED_TERMS.map(countedOnly), ...WORD_FREQUENCIES.keys()]);
  const { codes, offsets } = paragraphWording(paragraph);
  const words = paragraphWords(paragraph);
  const found: CommonWord[] = [];
  // A fixed term covers the words inside it.
  for (const { start, end } of longestMatches(matcher, codes)) {
    const word = words.slice(start, end);
    if (WORD_FREQUENCIES.has(word))
      found.push({ word, start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 });
  }
  return found;
});

/** How often each word of {@link WORD_FREQUENCIES} stands in a draft outside fixed terms, headings and tables. */
export const commonWordCounts: (draft: Draft) => ReadonlyMap<string, number> = carriedIndex(
  () => new Map<string, number>(),
  (counts, { removed, added }) => {
    for (const content of removed) count(counts, content, -1);
    for (const content of added) count(counts, content, 1);
  },
);

function count(counts: Map<string, number>, content: Prose, by: number): void {
  for (const { word } of commonWordsIn(content)) counts.set(word, (counts.get(word) ?? 0) + by);
}

/** The places of such words, of all or of those that are named, in order; the words by their first places. */
export function commonWordsOf(draft: Draft, named?: ReadonlySet<string>): Map<string, WordPlace[]> {
  const places = new Map<string, WordPlace[]>();
  for (const paragraph of draft.paragraphs) {
    for (const { word, start, end } of commonWordsIn(paragraph)) {
      if (named?.has(word) === false) continue;
      const place = { paragraph, start, end };
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  }
  return places;
}

function countedOnly(text: string): string {
  return Array.from(text)
    .filter((char) => isCounted(char.charCodeAt(0)))
    .join('');
}
