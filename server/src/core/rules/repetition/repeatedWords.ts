import { perParagraphAnd } from '../../draft/perParagraph.js';
import type { Prose, Segmenter, Sentence } from '../../draft/model.js';
import { PLAIN_WORDS } from '../../lexicon/doubledWords.js';
import { NAMED_TERMS } from '../../lexicon/fixedTerms.js';
import type { Span } from '../../text/span.js';
import { CONTENT_WORDS, repeatedContent } from './contents.js';
import { doubledModifiers } from './modifiers.js';
import { RecurringPairs } from './recurring.js';
import { SentenceView } from './sentence.js';

/** A word that came before in its sentence. Offsets are the paragraph's. */
export interface RepeatedWord {
  readonly kind: 'modifier' | 'predicate' | 'verb' | 'noun';
  readonly word: string;
  readonly place: Span;
  /** The places before, or of a modifier the last of them. */
  readonly earlier: readonly Span[];
  /** How often the sentence has the word. */
  readonly count: number;
  /** Whether it stands twice in a row, which is a slip of the hand. */
  readonly typed: boolean;
}

/** What repeated words are told by. One object for as long as both stay the same. */
interface Search {
  readonly modifiers: readonly string[];
  readonly segmenter: Segmenter;
  /** The modifiers by their first two characters. */
  readonly byPair: ReadonlyMap<string, readonly string[]>;
  /** What can come back: the beginnings of modifiers, and the content words. */
  readonly pairs: RecurringPairs;
}

let search: Search | undefined;

/** The words of each sentence that came before in it and need not, in order of the sentences. */
export function repeatedWordsIn(
  paragraph: Prose,
  modifiers: readonly string[],
  segmenter: Segmenter,
): readonly RepeatedWord[] {
  if (search?.modifiers !== modifiers || search.segmenter !== segmenter) {
    const byPair = byFirstPair(modifiers);
    const pairs = new RecurringPairs([...byPair.keys(), ...CONTENT_WORDS]);
    search = { modifiers, segmenter, byPair, pairs };
  }
  return repeatedWords(paragraph, search);
}

/**
 * Modifiers that a paragraph announces in quotation marks, for itself and the next: “两个全面” → 全面负责，
 * 全面过硬.
 */
export const announcedModifiers = perParagraphAnd(
  ({ text, analysis }, modifiers: readonly string[]): readonly string[] => {
    const announced: string[] = [];
    for (const { start, end, open } of analysis.quotations) {
      const inner = text.slice(start + 1, end - 1);
      if (open === '《' || inner.length > ANNOUNCEMENT_MAX || !inner.includes('个') || namedTerms.has(inner))
        continue;
      for (const [, rest = ''] of inner.matchAll(ANNOUNCED)) {
        announced.push(...modifiers.filter((word) => rest.startsWith(word)));
      }
    }
    return announced;
  },
);

const ANNOUNCED = /[一二两三四五六七八九十几多]个(\p{Script=Han}{2,4})/gu;

/** A longer quotation is a text of its own. */
const ANNOUNCEMENT_MAX = 30;

const namedTerms: ReadonlySet<string> = new Set(NAMED_TERMS);

const NONE: readonly RepeatedWord[] = [];

const repeatedWords = perParagraphAnd((paragraph, by: Search): readonly RepeatedWord[] => {
  if (paragraph.kind === 'heading' || paragraph.kind === 'cell') return NONE;
  const found: RepeatedWord[] = [];
  const { text } = paragraph;
  for (const sentence of paragraph.analysis.sentences) {
    const recurring = by.pairs.find(text, sentence.start, sentence.end);
    if (recurring.length === 0) continue;
    const modifiers = new Set<string>();
    const contents = new Set<string>();
    for (const at of recurring) {
      const pair = text.slice(at, at + 2);
      for (const word of by.byPair.get(pair) ?? []) if (text.startsWith(word, at)) modifiers.add(word);
      if (CONTENT_WORDS.has(pair)) contents.add(pair);
    }
    if (modifiers.size + contents.size === 0) continue;
    const view = new SentenceView(paragraph, sentence, by.segmenter);
    for (const word of modifiers) addModifiers(view, word, by.modifiers, found);
    for (const word of contents) addContent(view, word, found);
  }
  return found.length === 0 ? NONE : found;
});

function addModifiers(view: SentenceView, word: string, all: readonly string[], found: RepeatedWord[]): void {
  const { paragraph, sentence } = view;
  if (isEncouragement(word, paragraph.text, sentence)) return;
  const typed = view.typedTwice(word);
  // What stands twice in a row is a slip of the hand, which doubled-word names.
  for (const second of PLAIN_WORDS.has(word) ? [] : typed) {
    const first = { start: second.start - word.length, end: second.start };
    found.push({ kind: 'modifier', word, place: second, earlier: [first], count: 2, typed: true });
  }
  if (typed.length > 0 || announcedModifiers(paragraph, all).includes(word)) return;
  for (const { place, earlier, count } of doubledModifiers(view, word))
    found.push({ kind: 'modifier', word, place, earlier: [earlier], count, typed: false });
}

function addContent(view: SentenceView, content: string, found: RepeatedWord[]): void {
  const repeated = repeatedContent(view, content);
  if (repeated === undefined) return;
  const { kind, place, others } = repeated;
  const word = view.paragraph.text.slice(place.start, place.end);
  found.push({ kind, word, place, earlier: others, count: others.length + 1, typed: false });
}

/** 努力，努力，再努力 is said on purpose. */
function isEncouragement(word: string, text: string, { start, end }: Sentence): boolean {
  return word === '努力' && text.slice(start, end).includes('再努力');
}

function byFirstPair(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 2) continue;
    const pair = word.slice(0, 2);
    map.set(pair, [...(map.get(pair) ?? []), word]);
  }
  return map;
}
