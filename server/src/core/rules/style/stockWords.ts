import type { Draft, Prose } from '../../draft/model.js';
import { perParagraph, perParagraphAnd } from '../../draft/perParagraph.js';
import type { GuideWords } from '../../guide.js';
import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import { STOCK_PHRASES } from '../../lexicon/stockPhrases.js';
import { compileMatcher, longestMatches, type Matcher } from '../../text/matcher.js';
import { lastStartingBy, type Span } from '../../text/span.js';
import {
  isCounted,
  paragraphWording,
  paragraphWords,
  wordingOf,
  type ParagraphSentence,
  type WordingSentence,
} from '../../text/wording.js';

/** A stock phrase in the draft; its span is in counted positions. */
export interface StockWord extends Span {
  readonly at: WordingSentence;
  readonly text: string;
}

/** Longer quotations are somebody's words. */
const QUOTED_TERM_MAX = 22;

/** What a modifier is part of, so that nothing could be struck out: 深入浅出, 积极性, 坚决不. */
const BOUND: readonly string[] =
  `深入浅出 深入人心 积极性 积极分子 积极因素 努力方向 有效期 有效性 充分就业 充分条件 全面发展 全面性 全面小康 全面二孩 两个全面 四个全面 坚决不 绵绵不断 源源不断 连续不断 接连不断 延绵不断 不断线 不断档 不断流 不断供 深入学习贯彻 全面贯彻 全面加强党的 全面依法 全面从严 全面深化改革`.split(
    ' ',
  );

interface Lexicon {
  readonly words: GuideWords;
  readonly stock: ReadonlySet<string>;
  /** Stock phrases and what exempts them, in one list so that a draft is read once. */
  readonly matcher: Matcher;
}

let lexicon: Lexicon | undefined;

/** The stock phrases of a draft outside headings, fixed terms and quotations, in order; linear in its length. */
export function stockWordsOf(draft: Draft, words: GuideWords): StockWord[] {
  const found: StockWord[] = [];
  for (const at of wordingOf(draft).sentences) {
    const by = at.start - at.own.start;
    for (const { start, end, text } of stockWordsIn(at.paragraph, words).get(at.own) ?? [])
      found.push({ start: start + by, end: end + by, at, text });
  }
  const named = draft.paragraphs.map(namedIn).join('');
  const announced = new Set(
    [...new Set(found.map(({ text }) => text))].filter((text) => named.includes(text)),
  );
  return announced.size === 0 ? found : found.filter(({ text }) => !announced.has(text));
}

/** A stock phrase in the wording of its paragraph. */
type OwnStockWord = Pick<StockWord, 'start' | 'end' | 'text'>;

const NONE: ReadonlyMap<ParagraphSentence, readonly OwnStockWord[]> = new Map();

/** Those of a paragraph, by sentence. */
const stockWordsIn = perParagraphAnd(
  (paragraph: Prose, words: GuideWords): ReadonlyMap<ParagraphSentence, readonly OwnStockWord[]> => {
    if (paragraph.kind === 'heading') return NONE;
    const { stock, matcher } = lexiconFor(words);
    const { codes, offsets, sentences } = paragraphWording(paragraph);
    const wording = paragraphWords(paragraph);
    // The longest word that ends at a place may cover shorter ones found before it: 充分 and 充分发挥.
    const matches = longestMatches(matcher, codes);
    const found = new Map<ParagraphSentence, OwnStockWord[]>();
    matches.forEach(({ start, end }, i) => {
      const text = wording.slice(start, end);
      const overlapped = (matches[i - 1]?.end ?? 0) > start || (matches[i + 1]?.start ?? end) < end;
      if (overlapped || !stock.has(text) || isQuoted(paragraph, offsets[start] ?? 0)) return;
      const sentence = lastStartingBy(sentences, start);
      if (sentence === undefined) return;
      const known = found.get(sentence);
      if (known === undefined) found.set(sentence, [{ start, end, text }]);
      else known.push({ start, end, text });
    });
    return found.size === 0 ? NONE : found;
  },
);

/** The terms in quotation marks: a writer who announces “两个全面” must say 全面 afterwards. */
const namedIn = perParagraph(({ text, analysis }) => {
  let named = '';
  for (const { start, end, open } of analysis.quotations)
    if (open !== '《' && end - start <= QUOTED_TERM_MAX) named += text.slice(start, end);
  return named;
});

function isQuoted({ analysis }: Prose, offset: number): boolean {
  return analysis.quotations.some(({ start, end }) => start < offset && offset < end);
}

function lexiconFor(words: GuideWords): Lexicon {
  if (lexicon?.words !== words) {
    const exempt = [...FIXED_TERMS, ...BOUND].map(countedOnly);
    const own = words.stockPhrases.map(countedOnly);
    // What the writer calls fixed or stock is so, whatever our lists say.
    const fixed = new Set(words.fixedTerms.map(countedOnly));
    const stock = new Set([...STOCK_PHRASES, ...own].filter((word) => !fixed.has(word)));
    lexicon = { words, stock, matcher: compileMatcher([...exempt, ...fixed, ...stock]) };
  }
  return lexicon;
}

function countedOnly(text: string): string {
  return Array.from(text)
    .filter((char) => isCounted(char.charCodeAt(0)))
    .join('');
}
