import { GOVERNING_VERBS, HOLLOW_NOUNS } from '../../lexicon/overworkedWords.js';
import type { Occurrence, SentenceView } from './sentence.js';

/** A content word that came before in its sentence, and how the two stand to each other. */
export interface RepeatedContent {
  readonly kind: 'predicate' | 'verb' | 'noun';
  readonly place: Occurrence;
  readonly others: readonly Occurrence[];
}

/** Longer sentences are lists of measures, in which words come back without anybody noticing. */
const SENTENCE_MAX = 120;

const NOUNS_MIN = 3;

/** What may stand before a verb that heads its clause. */
const LIGHT =
  /^(?:[要须应需将会能]|必须|应当|着力|切实|进一步|不断|大力|扎实|全力|努力|积极|认真|全面|深入|有效|持续|我们|同时|还|也|并)*$/u;

/** The words whose repetition {@link repeatedContent} reports; each of two characters. */
export const CONTENT_WORDS: ReadonlySet<string> = new Set([...GOVERNING_VERBS, ...HOLLOW_NOUNS]);

/** What an editor would mark of a content word that stands more than once in a sentence; usually nothing. */
export function repeatedContent(view: SentenceView, word: string): RepeatedContent | undefined {
  if (view.sentence.characters > SENTENCE_MAX) return undefined;
  const verb = GOVERNING_VERBS.has(word);
  const all = view.occurrencesOf(word, verb ? 2 : NOUNS_MIN);
  const first = all[0];
  if (first === undefined || view.areInDifferentItems(first.start, all.at(-1)?.start ?? 0)) return undefined;
  return verb ? repeatedVerb(view, all) : repeatedNoun(view, all);
}

function repeatedVerb(view: SentenceView, all: readonly Occurrence[]): RepeatedContent | undefined {
  const [a, b] = all;
  // Three and more are a frame.
  if (a === undefined || b === undefined || all.length !== 2 || a.index === b.index) return undefined;
  const { text } = view.paragraph;
  if (!LIGHT.test(a.before)) return undefined;
  const objects = [a, b].map(({ end }) => /^\p{Script=Han}{2}/u.exec(text.slice(end, end + 2))?.[0]);
  const parallel = a.before === b.before || (b.index - a.index === 1 && LIGHT.test(b.before));
  if (objects[0] !== undefined && objects[0] === objects[1] && !parallel && isWordStart(view, a.end)) {
    const length = a.text.length + objects[0].length;
    const widen = (place: Occurrence): Occurrence => ({ ...place, end: place.start + length });
    return { kind: 'predicate', place: widen(b), others: [widen(a)] };
  }
  // 加强组织领导，使工作力量得到加强: what the sentence did at its beginning has been done at its end.
  const done = b.end === b.clause.end && /(?:得到|有所|获得|不断|进一步|持续)$/u.test(b.before);
  return done && a.end < a.clause.end && isWord(view, a) && isWord(view, b)
    ? { kind: 'verb', place: b, others: [a] }
    : undefined;
}

function repeatedNoun(view: SentenceView, all: readonly Occurrence[]): RepeatedContent | undefined {
  const { text } = view.paragraph;
  const own = all.filter((place) => !isListed(text, place));
  const last = own.at(-1);
  if (last === undefined || new Set(own.map(({ index }) => index)).size < NOUNS_MIN) return undefined;
  // A frame: the noun ends its clauses, or stands behind one and the same word, or comes first in them.
  const heads = new Set(own.map(({ before }) => before.slice(-1)));
  const tails = new Set(own.map(({ end }) => text.charAt(end)));
  const lengths = new Set(own.map(({ before }) => before.length));
  if (heads.size < own.length || tails.size < 2 || lengths.size < 2) return undefined;
  if (!own.every((place) => isWord(view, place))) return undefined;
  return { kind: 'noun', place: last, others: own.slice(0, -1) };
}

function isWord(view: SentenceView, { start, text }: Occurrence): boolean {
  return view.wordsAt(start)[0]?.text === text;
}

function isWordStart(view: SentenceView, offset: number): boolean {
  return view.wordsAt(offset)[0] !== undefined;
}

/** A member of a list: 重点工作、重点会议. */
function isListed(text: string, { start, end }: Occurrence): boolean {
  return (
    text.charAt(end) === '、' || /、\p{Script=Han}{0,4}$/u.test(text.slice(Math.max(0, start - 5), start))
  );
}
