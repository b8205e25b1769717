import { FIXED_TERMS } from '../lexicon/fixedTerms.js';
import type { Paragraph, Segmenter } from '../draft/model.js';
import type { Localized } from '../localized.js';
import { codesOf } from '../text/codes.js';
import { compileMatcher, type Matcher } from '../text/matcher.js';
import { contains, overlaps, type Span } from '../text/span.js';
import { filled, notHere, type Change, type Outcome, type Request } from './restructuring.js';

const TITLE = { zh: '把“{from}”改成“{to}”（{count} 处）', en: 'Replace “{from}” by “{to}” ({count} places)' };
const NO_TERM = { zh: '请先写出要换的说法和新的说法。', en: 'Say which term to replace, and by what.' };
const SAME = { zh: '新旧两种说法是一样的。', en: 'Both terms are the same.' };
const ABSENT = { zh: '稿子里没有“{from}”。', en: '“{from}” does not stand in this draft.' };
const IN_TITLE = { zh: '在《》里，可能是原名', en: 'in a title, which may have to stay' };
const IN_QUOTATION = { zh: '在引文里，可能是原话', en: 'in a quotation, which may have to stay' };
const IN_FIXED = { zh: '在固定提法“{words}”里', en: 'part of the fixed term “{words}”' };
const IN_WORD = { zh: '可能是“{words}”的一部分', en: 'may be part of the word “{words}”' };

/** Characters shown on each side of a place. */
const CONTEXT = 10;

let known: Matcher | undefined;

/**
 * Replaces a term wherever it stands in the prose of the draft. Places in titles, quotations, fixed terms and longer
 * words are doubtful; where the new term stands already, which may hold the old one, nothing is replaced.
 */
export function replaceTerm({ draft, term, segmenter, words }: Request): Outcome {
  const from = term?.from.trim() ?? '';
  const to = term?.to.trim() ?? '';
  if (from === '' || to === '' || /[\r\n]/u.test(from + to)) return notHere(NO_TERM);
  if (from === to) return notHere(SAME);
  const own = compileMatcher(words.fixedTerms);
  known ??= compileMatcher(FIXED_TERMS);
  const changes: Change[] = [];
  for (const paragraph of draft.paragraphs) {
    const places = placesOf(paragraph.text, from, to);
    if (places.length === 0) continue;
    const fixed = [...matches(known, paragraph.text), ...matches(own, paragraph.text)];
    for (const place of places) {
      const span = paragraph.span(place.start, place.end);
      // Markdown's syntax inside the term would be lost.
      if (span.end - span.start !== from.length) continue;
      const doubt = doubtOf(paragraph, place, fixed, segmenter);
      const label = contextOf(paragraph.text, place);
      changes.push({
        span,
        text: to,
        label: { zh: label, en: label },
        ...(doubt === undefined ? {} : { doubt }),
      });
    }
  }
  if (changes.length === 0) return notHere(ABSENT, { from });
  return { title: filled(TITLE, { from, to, count: changes.length }), changes, separable: true };
}

/** Where `from` stands in a text and is no part of `to`. */
function placesOf(text: string, from: string, to: string): Span[] {
  const places: Span[] = [];
  const inside = to.indexOf(from);
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    if (inside >= 0 && text.startsWith(to, at - inside)) continue;
    places.push({ start: at, end: at + from.length });
  }
  return places;
}

function doubtOf(
  { text, analysis }: Paragraph,
  place: Span,
  fixed: readonly Span[],
  segmenter: Segmenter | undefined,
): Localized | undefined {
  const around = analysis.quotations.filter((quotation) => contains(quotation, place));
  if (around.some(({ open }) => open === '《')) return filled(IN_TITLE);
  // “一网通办” is the term in quotation marks, not somebody's words.
  if (around.some(({ start, end }) => end - start > place.end - place.start + 2)) return filled(IN_QUOTATION);
  const term = fixed.find((span) => contains(span, place) && span.end - span.start > place.end - place.start);
  if (term !== undefined) return filled(IN_FIXED, { words: text.slice(term.start, term.end) });
  const word = longerWord(text, analysis.sentences, place, segmenter);
  return word === undefined ? undefined : filled(IN_WORD, { words: word });
}

/**
 * The longer word that the place is a part of. A word that only overlaps it counts where the segmenter knows the term as
 * one word: of a term that it does not know, it makes words with what stands beside.
 */
function longerWord(
  text: string,
  sentences: readonly Span[],
  place: Span,
  segmenter: Segmenter | undefined,
): string | undefined {
  const sentence = sentences.find((candidate) => overlaps(candidate, place));
  if (sentence === undefined || segmenter === undefined) return undefined;
  const known = segmenter.segment(text.slice(place.start, place.end)).length === 1;
  const inSentence = { start: place.start - sentence.start, end: place.end - sentence.start };
  return segmenter
    .segment(text.slice(sentence.start, sentence.end))
    .find(
      (word) =>
        overlaps(word, inSentence) && !contains(inSentence, word) && (known || contains(word, inSentence)),
    )?.text;
}

function matches(matcher: Matcher, text: string): Span[] {
  const found: Span[] = [];
  matcher.match(codesOf(text), (start, end) => found.push({ start, end }));
  return found;
}

/** The place with what stands beside it, cut between characters. */
function contextOf(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  const words = text.slice(from, to).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
  return `${from > 0 ? '…' : ''}${words.trim()}${to < text.length ? '…' : ''}`;
}
