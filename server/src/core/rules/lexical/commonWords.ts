import type { Draft, Paragraph } from '../../draft/model.js';
import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import { WORD_FREQUENCIES } from '../../lexicon/wordFrequencies.js';
import { compileMatcher, type Matcher } from '../../text/matcher.js';
import type { Span } from '../../text/span.js';
import { isCounted, wordingOf } from '../../text/wording.js';

/** One place of a word. */
export interface WordPlace {
  readonly paragraph: Paragraph;
  readonly span: Span;
}

let matcher: Matcher | undefined;

/** The places of each word of {@link WORD_FREQUENCIES} outside fixed terms, headings and tables, in order. */
export function commonWordsOf(draft: Draft): Map<string, WordPlace[]> {
  const wording = wordingOf(draft);
  const { codes, offsets } = wording;
  matcher ??= compileMatcher([...FIXED_TERMS.map(countedOnly), ...WORD_FREQUENCIES.keys()]);
  const places = new Map<string, WordPlace[]>();
  const matches: Span[] = [];
  matcher.match(codes, (start, end) => {
    // A fixed term covers the words inside it.
    while ((matches.at(-1)?.start ?? -1) >= start) matches.pop();
    matches.push({ start, end });
  });
  for (const { start, end } of matches) {
    const word = wording.text.slice(start, end);
    const paragraph = WORD_FREQUENCIES.has(word) ? wording.sentenceAt(start)?.paragraph : undefined;
    if (paragraph === undefined || paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
    const span = paragraph.span(offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1);
    const known = places.get(word);
    if (known === undefined) places.set(word, [{ paragraph, span }]);
    else known.push({ paragraph, span });
  }
  return places;
}

function countedOnly(text: string): string {
  return Array.from(text)
    .filter((char) => isCounted(char.charCodeAt(0)))
    .join('');
}
