import type { Draft, Paragraph } from '../../draft/model.js';
import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import { WORD_FREQUENCIES } from '../../lexicon/wordFrequencies.js';
import { compileMatcher, longestMatches, type Matcher } from '../../text/matcher.js';
import type { Span } from '../../text/span.js';
import { isCounted, wordingOf } from '../../text/wording.js';

/** One place of a word. Offsets are the paragraph's. */
export interface WordPlace extends Span {
  readonly paragraph: Paragraph;
}

let matcher: Matcher | undefined;

/** The places of each word of {@link WORD_FREQUENCIES} outside fixed terms, headings and tables, in order. */
export function commonWordsOf(draft: Draft): Map<string, WordPlace[]> {
  const wording = wordingOf(draft);
  const { codes, offsets } = wording;
  matcher ??= compileMatcher([...FIXED_TERMS.map(countedOnly), ...WORD_FREQUENCIES.keys()]);
  const places = new Map<string, WordPlace[]>();
  // A fixed term covers the words inside it.
  for (const { start, end } of longestMatches(matcher, codes)) {
    const word = wording.text.slice(start, end);
    const paragraph = WORD_FREQUENCIES.has(word) ? wording.sentenceAt(start)?.paragraph : undefined;
    if (paragraph === undefined || paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
    const place = { paragraph, start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
    const known = places.get(word);
    if (known === undefined) places.set(word, [place]);
    else known.push(place);
  }
  return places;
}

function countedOnly(text: string): string {
  return Array.from(text)
    .filter((char) => isCounted(char.charCodeAt(0)))
    .join('');
}
