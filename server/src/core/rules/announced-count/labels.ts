import { perParagraph } from '../../draft/perParagraph.js';
import type { Prose, Sentence } from '../../draft/model.js';
import type { Span } from '../../text/span.js';
import {
  isFixedTerm,
  numberPhrasesIn,
  type Announcement,
  type Mismatch,
  type NumberPhrase,
} from './announcements.js';

/** What leads from a label to its explanation within the sentence. */
const EXPLAINS = /^[”’」]?[，,：:]?(?:具体)?(?:就是|即是|即|是指|指的是|分别是|也就是|：|:)(?:要)?/u;

/** Words before a label that name a policy of others: what follows need not be its items. */
const QUOTES_POLICY = /(?:落实|贯彻|按照|根据|围绕|践行|深化|巩固|推进|依据|结合|开展|实施|学习|深入)$/u;

/** What may stand before the label at the start of an item. */
const OPENERS = [
  '',
  '就要',
  '还要',
  '更要',
  '要',
  '必须',
  '坚持',
  '始终',
  '切实',
  '着力',
  '做到',
  '以',
  '在',
];

/** A sentence of at most this many characters can be an item by its last word: 发现问题要到位。 */
const SHORT = 14;

/** A label that is this far from its items announces other items. */
const NEAR = 2;

/** Announcements whose label comes back in the items: 三个紧扣, 四个到位, “突出一个引领、做到四个紧贴”. */
export function* checkLabels(
  announcements: readonly (readonly Announcement[])[],
  settled: ReadonlySet<Announcement>,
): Generator<Mismatch> {
  for (const own of announcements) {
    const [first] = own;
    if (first === undefined) continue;
    for (const { phrase, items } of miscounted(first.paragraph)) {
      const announcement = own[phrase];
      if (announcement === undefined || settled.has(announcement)) continue;
      const { paragraph } = announcement;
      yield {
        announcement,
        count: items.length,
        direction: 'after',
        items: items.map(({ start, end }) => paragraph.span(start, end)),
        names: [],
      };
    }
  }
}

/** The items that take the label of a number phrase up, which are more or fewer than it says. */
interface Miscounted {
  /** The index of the phrase in its paragraph. */
  readonly phrase: number;
  readonly items: readonly Span[];
}

const NONE: readonly Miscounted[] = [];

const miscounted = perParagraph((paragraph): readonly Miscounted[] => {
  const phrases = numberPhrasesIn(paragraph);
  if (phrases.length === 0) return NONE;
  const found: Miscounted[] = [];
  phrases.forEach((phrase, index) => {
    if (phrase.label === '' || isFixedTerm(paragraph.text, phrase)) return;
    const items = explained(paragraph, phrase) ?? echoedAfter(paragraph, phrase, phrases);
    if (items === undefined || items.length === phrase.value) return;
    if (Math.abs(items.length - phrase.value) <= NEAR) found.push({ phrase: index, items });
  });
  return found.length === 0 ? NONE : found;
});

/** 三个紧扣，即紧扣…，紧扣…，紧扣…: the items in the sentence itself. */
function explained(paragraph: Prose, { end, label, value, start }: NumberPhrase): Span[] | undefined {
  if (value < 2 || label.length < 2) return undefined;
  const { text } = paragraph;
  const opening = EXPLAINS.exec(text.slice(end, end + 12));
  if (opening === null) return undefined;
  const sentence = sentenceAt(paragraph, start);
  if (sentence === undefined) return undefined;
  const from = end + opening[0].length;
  const segments = split(text, from, sentence.end, '，；,;。！？');
  const leading = runFrom(segments, (segment) => opensWith(text, segment, label));
  if (leading.length > 1) return takenUpLater(segments, leading.length, text, label) ? undefined : leading;
  const inside = segments.filter(({ start: a, end: b }) => occurrences(text.slice(a, b), label) === 1);
  if (segments.length > 1 && inside.length === segments.length) return inside;
  const first = segments[0];
  if (first === undefined) return undefined;
  // 和 may join two members or stand inside one.
  if (/[和与及]/u.test(text.slice(first.start, first.end).replaceAll(label, ''))) return undefined;
  const members = split(text, first.start, first.end, '、');
  const joined = runFrom(members, ({ start: a, end: b }) => {
    const member = text.slice(a, b);
    return member.startsWith(label) || member.endsWith(label);
  });
  return joined.length > 1 && joined.length === members.length ? joined : undefined;
}

/** A later clause with the label beyond the run: the run is not the whole list. */
function takenUpLater(segments: readonly Span[], count: number, text: string, label: string): boolean {
  return segments.slice(count).some(({ start, end }) => text.slice(start, end).includes(label));
}

/** The sentences or short sentences after the announcement that take its label up. */
function echoedAfter(
  { text, analysis }: Prose,
  phrase: NumberPhrase,
  own: readonly NumberPhrase[],
): Span[] | undefined {
  const { start, end, label, value } = phrase;
  // The announcement must end its sentence, alone or with its fellows in one quotation.
  ENDS_SENTENCE.lastIndex = end;
  const endsAlone = ENDS_SENTENCE.test(text);
  const fellows = fellowsOf(text, phrase, own);
  const compound = fellows.length > 1;
  if (!endsAlone && !(compound && /^[”’]?[。：:！]/u.test(text.slice(fellows.at(-1)?.end)))) return undefined;
  const opening = openingOf(text, start);
  if (QUOTES_POLICY.test(text.slice(Math.max(0, opening - 2), opening))) return undefined;
  const sentences = analysis.sentences.filter((sentence) => sentence.start >= end);
  if (sentences.length === 0) return undefined;
  if (value > 1 && text.includes(label, end)) {
    const opened = sentences.filter((sentence) => opensWith(text, sentence, label));
    if (opened.length > 1) return opened.map((sentence) => firstClause(sentence));
    const short = sentences.filter((sentence) => isShort(sentence) && bodyOf(text, sentence).endsWith(label));
    if (short.length > 1) return short;
  }
  if (value > 1 && compound && label.length === 2) {
    const sharing = sentences.filter(
      (sentence) => isShort(sentence) && endsButFor(bodyOf(text, sentence), label.charAt(0)),
    );
    if (sharing.length > 1) return sharing;
  }
  return framed(text, phrase, sentences, compound);
}

/** What stands between a label and the end of the sentence that announces it. */
const ENDS_SENTENCE = /[^“”‘’。！？：，；]*[”’]?[。：:！]/uy;

/** 解决3个突出问题: 要下决心解决…问题，…。要下决心解决…问题，…。 */
function framed(
  text: string,
  { verb, label, value }: NumberPhrase,
  sentences: readonly Sentence[],
  compound: boolean,
): Span[] | undefined {
  if (verb === '做到' || !/^\p{Script=Han}{2}$/u.test(verb)) return undefined;
  const noun = label.slice(-2);
  if (value > 1) {
    const heads = sentences.map(firstClause).filter((head) => isFramed(text, head, verb, noun));
    const [first] = heads;
    if (first !== undefined && heads.length > 1) {
      const opening = text.slice(first.start, text.indexOf(verb, first.start));
      if (heads.every((head) => text.startsWith(opening + verb, head.start))) return heads;
    }
  }
  if (!compound) return undefined;
  const taking = sentences.filter(
    (sentence) => sentence.clauses.length === 1 && isWhollyFramed(bodyOf(text, sentence), verb, label),
  );
  return taking.length > 0 ? taking : undefined;
}

/** Before the verb that opens an item stand so many characters at most. */
const LEAD_MAX = 5;

/** Whether a clause begins with the verb and ends with the noun, and has something between. */
function isFramed(text: string, { start, end }: Span, verb: string, noun: string): boolean {
  const before = end - noun.length;
  if (before < start || !text.startsWith(noun, before)) return false;
  const at = text.indexOf(verb, start);
  return at >= 0 && at + verb.length < before && lengthOf(text.slice(start, at)) <= LEAD_MAX;
}

/** Between verb and label of a short item stand so many characters at most. */
const GAP_MAX = 8;

/** Whether a sentence is nothing but the verb and the label with something short between: 要突出…引领。 */
function isWhollyFramed(body: string, verb: string, label: string): boolean {
  if (!body.endsWith(label)) return false;
  return ['', '要', '必须'].some((lead) => {
    if (!body.startsWith(lead) || !body.startsWith(verb, lead.length)) return false;
    const gap = lengthOf(body.slice(lead.length + verb.length, -label.length));
    return gap > 0 && gap <= GAP_MAX;
  });
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** The number phrases that stand with this one in one breath: “突出一个引领、做到四个紧贴”. */
function fellowsOf(
  text: string,
  phrase: NumberPhrase,
  own: readonly NumberPhrase[],
): readonly NumberPhrase[] {
  let from = own.indexOf(phrase);
  let to = from;
  while (areJoined(text, own[from - 1], own[from])) from--;
  while (areJoined(text, own[to], own[to + 1])) to++;
  return own.slice(from, to + 1);
}

function areJoined(text: string, first: NumberPhrase | undefined, second: NumberPhrase | undefined): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    /^[，、][^“”‘’，。；：、]{0,6}$/u.test(text.slice(first.end, second.start))
  );
}

/** Where the quotation that holds `at` opens, or `at` itself. */
function openingOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 24), at);
  const open = before.lastIndexOf('“');
  return open < 0 || before.includes('”', open) ? at : at - (before.length - open);
}

function sentenceAt(paragraph: Prose, at: number): Sentence | undefined {
  return paragraph.analysis.sentences.find(({ start, end }) => start <= at && at < end);
}

function firstClause(sentence: Sentence): Span {
  return sentence.clauses[0] ?? sentence;
}

function isShort(sentence: Sentence): boolean {
  return sentence.clauses.length === 1 && sentence.characters <= SHORT;
}

/** A sentence without its end mark. */
function bodyOf(text: string, sentence: Sentence): string {
  return text.slice(sentence.start, sentence.end).replace(/[。！？!?”’\s]+$/u, '');
}

function opensWith(text: string, { start, end }: Span, label: string): boolean {
  return OPENERS.some((opener) => {
    const at = start + opener.length;
    return at + label.length <= end && text.startsWith(label, at) && text.startsWith(opener, start);
  });
}

/** Whether the text ends with a word and one more character: 到 of 管到底. */
function endsButFor(text: string, word: string): boolean {
  const head = text.replace(/.$/u, '');
  return head !== text && head.endsWith(word);
}

function occurrences(text: string, word: string): number {
  return text.split(word).length - 1;
}

/** The parts of `text` between `from` and `to` divided at `marks`, without those of blanks and closing quotes alone. */
function split(text: string, from: number, to: number, marks: string): Span[] {
  const parts: Span[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !marks.includes(text.charAt(i))) continue;
    const part = text.slice(start, i);
    if (part.trim() !== '' && /[^”’]/u.test(part)) parts.push({ start, end: i });
    start = i + 1;
  }
  return parts;
}

function runFrom(parts: readonly Span[], holds: (part: Span) => boolean): Span[] {
  const stop = parts.findIndex((part) => !holds(part));
  return parts.slice(0, stop < 0 ? parts.length : stop);
}
