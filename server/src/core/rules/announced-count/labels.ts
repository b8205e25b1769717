import type { Paragraph, Sentence } from '../../draft/model.js';
import type { Span } from '../../text/span.js';
import { isFixedTerm, type Announcement, type Mismatch } from './announcements.js';

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
    for (const announcement of own) {
      if (settled.has(announcement) || isFixedTerm(announcement) || announcement.label === '') continue;
      const items = explained(announcement) ?? echoedAfter(announcement, own);
      if (items === undefined || items.length === announcement.value) continue;
      if (Math.abs(items.length - announcement.value) > NEAR) continue;
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

/** 三个紧扣，即紧扣…，紧扣…，紧扣…: the items in the sentence itself. */
function explained({ paragraph, end, label, value, start }: Announcement): Span[] | undefined {
  if (value < 2 || label.length < 2) return undefined;
  const { text } = paragraph;
  const opening = EXPLAINS.exec(text.slice(end, end + 12));
  const sentence = sentenceAt(paragraph, start);
  if (opening === null || sentence === undefined) return undefined;
  const from = end + opening[0].length;
  const segments = split(text, from, sentence.end, /[，；,;。！？]/u);
  const leading = runFrom(segments, (segment) => opensWith(text.slice(segment.start, segment.end), label));
  if (leading.length > 1) return takenUpLater(segments, leading.length, text, label) ? undefined : leading;
  const inside = segments.filter(({ start: a, end: b }) => occurrences(text.slice(a, b), label) === 1);
  if (segments.length > 1 && inside.length === segments.length) return inside;
  const first = segments[0];
  if (first === undefined) return undefined;
  // 和 may join two members or stand inside one.
  if (/[和与及]/u.test(text.slice(first.start, first.end).replaceAll(label, ''))) return undefined;
  const members = split(text, first.start, first.end, /、/u);
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
function echoedAfter(announcement: Announcement, own: readonly Announcement[]): Span[] | undefined {
  const { paragraph, start, end, label, value } = announcement;
  const { text } = paragraph;
  // The announcement must end its sentence, alone or with its fellows in one quotation.
  const after = /^[^“”‘’。！？：，；]*[”’]?[。：:！]/u.exec(text.slice(end));
  const fellows = fellowsOf(text, announcement, own);
  const last = fellows.at(-1) ?? announcement;
  const ends = after !== null || /^[”’]?[。：:！]/u.test(text.slice(last.end));
  if (
    !ends ||
    QUOTES_POLICY.test(text.slice(Math.max(0, openingOf(text, start) - 2), openingOf(text, start)))
  ) {
    return undefined;
  }
  const sentences = paragraph.analysis.sentences.filter((sentence) => sentence.start >= end);
  if (sentences.length === 0) return undefined;
  if (value > 1) {
    const opened = sentences.filter(({ start: from, end: to }) => opensWith(text.slice(from, to), label));
    if (opened.length > 1) return opened.map((sentence) => firstClause(sentence));
    const short = sentences.filter((sentence) => isShort(sentence) && bodyOf(text, sentence).endsWith(label));
    if (short.length > 1) return short;
    const sharing = sentences.filter(
      (sentence) =>
        isShort(sentence) && label.length === 2 && endsButFor(bodyOf(text, sentence), label.charAt(0)),
    );
    if (sharing.length > 1 && fellows.length > 1) return sharing;
  }
  return framed(announcement, sentences, fellows.length > 1);
}

/** 解决3个突出问题: 要下决心解决…问题，…。要下决心解决…问题，…。 */
function framed(
  { paragraph, verb, label, value }: Announcement,
  sentences: readonly Sentence[],
  compound: boolean,
): Span[] | undefined {
  if (!/^\p{Script=Han}{2}$/u.test(verb) || verb === '做到') return undefined;
  const noun = label.slice(-2);
  const { text } = paragraph;
  const heads = sentences.map((sentence) => firstClause(sentence));
  const holding = heads.filter((head) => holdsBoth(text.slice(head.start, head.end), verb, noun));
  if (value > 1 && holding.length > 1) {
    const frame = new RegExp(`^.{0,5}${escape(verb)}.+${escape(noun)}$`, 'u');
    const taking = holding.filter((head) => frame.test(text.slice(head.start, head.end)));
    const opening =
      taking[0] === undefined ? '' : text.slice(taking[0].start, text.indexOf(verb, taking[0].start));
    if (taking.length > 1 && taking.every((head) => text.startsWith(opening + verb, head.start)))
      return taking;
  }
  if (!compound) return undefined;
  const single = new RegExp(`^(?:要|必须)?${escape(verb)}.{1,8}${escape(label)}$`, 'u');
  const taking = sentences.filter(
    (sentence) => sentence.clauses.length === 1 && single.test(bodyOf(text, sentence)),
  );
  return taking.length > 0 ? taking : undefined;
}

/** Whether a pattern of the two need be tried on the text at all. */
function holdsBoth(text: string, verb: string, noun: string): boolean {
  return text.endsWith(noun) && text.includes(verb);
}

/** The announcements that stand with this one in one breath: “突出一个引领、做到四个紧贴”. */
function fellowsOf(text: string, announcement: Announcement, own: readonly Announcement[]): Announcement[] {
  const at = own.indexOf(announcement);
  const joined = (first: Announcement | undefined, second: Announcement | undefined): boolean =>
    first !== undefined &&
    second !== undefined &&
    /^[，、][^“”‘’，。；：、]{0,6}$/u.test(text.slice(first.end, second.start));
  let from = at;
  while (joined(own[from - 1], own[from])) from--;
  let to = at;
  while (joined(own[to], own[to + 1])) to++;
  return own.slice(from, to + 1);
}

/** Where the quotation that holds `at` opens, or `at` itself. */
function openingOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 24), at);
  const open = before.lastIndexOf('“');
  return open < 0 || before.includes('”', open) ? at : at - (before.length - open);
}

function sentenceAt(paragraph: Paragraph, at: number): Sentence | undefined {
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

function opensWith(segment: string, label: string): boolean {
  return OPENERS.some((opener) => segment.startsWith(label, opener.length) && segment.startsWith(opener));
}

/** Whether the text ends with a word and one more character: 到 of 管到底. */
function endsButFor(text: string, word: string): boolean {
  const head = text.replace(/.$/u, '');
  return head !== text && head.endsWith(word);
}

function occurrences(text: string, word: string): number {
  return text.split(word).length - 1;
}

/** The parts of `text` between `from` and `to` divided at `mark`, without blanks around and empty ones. */
function split(text: string, from: number, to: number, mark: RegExp): Span[] {
  const parts: Span[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !mark.test(text.charAt(i))) continue;
    if (text.slice(start, i).trim() !== '' && /[^”’]/u.test(text.slice(start, i)))
      parts.push({ start, end: i });
    start = i + 1;
  }
  return parts;
}

function runFrom(parts: readonly Span[], holds: (part: Span) => boolean): Span[] {
  const stop = parts.findIndex((part) => !holds(part));
  return parts.slice(0, stop < 0 ? parts.length : stop);
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
