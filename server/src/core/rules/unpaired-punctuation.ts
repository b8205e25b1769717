import type { Draft, Paragraph } from '../draft/model.js';
import { perParagraph } from '../draft/perParagraph.js';
import { sumOver } from '../draft/sumOver.js';
import { defineRule } from './rule.js';

/** The marks that come in pairs, opening to closing (GB/T 15834-2011 4.8, 4.9, 4.15). */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
]);

const OPENING_OF: ReadonlyMap<string, string> = new Map([...PAIRS].map(([open, close]) => [close, open]));

/** ASCII brackets count as their full-width forms: drafts mix them within one pair. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）' };

const MARK = /[“”‘’「」『』（）()《》〈〉【】]/gu;

/** A quotation mark, bracket or title mark whose partner is missing in its paragraph. */
export const unpairedPunctuation = defineRule({
  id: 'unpaired-punctuation',
  title: { zh: '引号、括号、书名号不配对', en: 'Unpaired quotation mark or bracket' },
  reason: {
    zh: '缺了一半的引号常常说明连字也丢了，念的人会卡住。',
    en: 'A mark without its partner often means that words were lost with it, and the speaker stumbles.',
  },
  norm: {
    level: 'national-standard-unchecked',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）关于引号、括号、书名号的规定（条款未核对）',
      en: 'General rules for punctuation (GB/T 15834-2011) on quotation marks, brackets and title marks (clause unchecked)',
    },
  },
  severity: 'error',
  fix: 'none',
  needsWords: false,
  options: {},
  messages: {
    unopened: {
      zh: '这里的 {mark} 前面缺少与它配对的 {partner}，请补上，并看看是不是还漏了字。',
      en: 'This {mark} has no {partner} before it; add it, and see whether words were lost too.',
    },
    unclosed: {
      zh: '这里的 {mark} 后面缺少与它配对的 {partner}，请补上，并看看是不是还漏了字。',
      en: 'This {mark} has no {partner} after it; add it, and see whether words were lost too.',
    },
  },
  check({ draft, report }) {
    const lone = loneMarksOf(draft);
    const lawful = findLongQuotations(draft.paragraphs, lone);
    lone.forEach((marks, index) => {
      for (const mark of marks) {
        if (lawful.has(mark)) continue;
        const partner = PAIRS.get(mark.mark) ?? OPENING_OF.get(mark.mark) ?? '';
        const span = draft.paragraphs[index]?.span(mark.at, mark.at + 1);
        if (span === undefined) continue;
        report({ message: mark.closing ? 'unopened' : 'unclosed', data: { mark: mark.mark, partner }, span });
      }
    });
  },
});

interface LoneMark {
  /** Offset in the paragraph. */
  readonly at: number;
  readonly mark: string;
  readonly closing: boolean;
  /** Whether it belongs to an ordinal with half a bracket. */
  readonly half: boolean;
}

/** By paragraph, the lone marks but those of ordinals that are the draft's style. No two of the objects are one. */
function loneMarksOf(draft: Draft): LoneMark[][] {
  let uses: boolean | undefined;
  return draft.paragraphs.map((paragraph) => {
    const marks: LoneMark[] = [];
    for (const mark of loneMarksIn(paragraph)) {
      if (!mark.half || !(uses ??= usesHalfBrackets(draft))) marks.push({ ...mark });
    }
    return marks;
  });
}

/** The marks of a paragraph that are left when every pair has been taken out. */
const loneMarksIn = perParagraph(({ text }): readonly LoneMark[] => {
  const lone: LoneMark[] = [];
  const open: { at: number; mark: string }[] = [];
  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    const mark = FULL_WIDTH[match[0]] ?? match[0];
    if (isApostrophe(text, at) || isSmile(text, at)) continue;
    const opening = OPENING_OF.get(mark);
    if (opening === undefined) {
      open.push({ at, mark });
      continue;
    }
    const partner = open.findLastIndex((candidate) => candidate.mark === opening);
    if (partner < 0) {
      lone.push({ at, mark, closing: true, half: endsHalfBracket(text, at) });
      continue;
    }
    // What was opened inside this pair and not closed in it stays alone.
    for (const inner of open.splice(partner).slice(1)) lone.push({ ...inner, closing: false, half: false });
  }
  for (const left of open) lone.push({ ...left, closing: false, half: false });
  return lone.sort((a, b) => a.at - b.at);
});

/** The bracket of :), a smile. */
function isSmile(text: string, at: number): boolean {
  return /[:;]-?[）)]$/u.test(text.slice(Math.max(0, at - 2), at + 1));
}

function endsHalfBracket(text: string, at: number): boolean {
  return [...text.slice(Math.max(0, at - 4), at + 1).matchAll(HALF_BRACKET)].some(
    (match) => match.index + match[0].length === Math.min(at, 4) + 1,
  );
}

/** ’ within or after a Latin word or a year: don’t, ’90s. */
function isApostrophe(text: string, at: number): boolean {
  if (!/[‘’]/u.test(text.charAt(at))) return false;
  return /[A-Za-z]/u.test(text.charAt(at - 1))
    ? !text.slice(0, at).includes('‘')
    : /[0-9A-Za-z]/u.test(text.charAt(at + 1));
}

/** An ordinal with half a bracket at the start of a clause: 1） or a). */
const HALF_BRACKET = /(?:^|[\s，。；：、！？])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[）)]/gu;

/** Whether ordinals with half a bracket are this draft's style: two of them, or one and no （一） or （1）. */
function usesHalfBrackets(draft: Draft): boolean {
  return halfBracketsOf(draft) !== 1 || wholeBracketsOf(draft) === 0;
}

const halfBracketsOf = sumOver(({ text }) => text.match(HALF_BRACKET)?.length ?? 0);
const wholeBracketsOf = sumOver(({ text }) =>
  Number(/[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]/u.test(text)),
);

/** How many paragraphs a quotation may run over before a lost mark is the likelier explanation. */
const LONGEST_QUOTATION = 12;

/**
 * The lone marks of quotations that run over paragraphs: opened at the start of a paragraph, with or without the
 * opening mark repeated at the start of each that follows, and closed at the end of the last.
 */
function findLongQuotations(
  paragraphs: readonly Paragraph[],
  lone: readonly (readonly LoneMark[])[],
): Set<LoneMark> {
  const lawful = new Set<LoneMark>();
  for (let i = 0; i < paragraphs.length; i++) {
    const first = lone[i]?.at(-1);
    if (first === undefined || first.closing || lawful.has(first) || !opensParagraph(paragraphs[i], first))
      continue;
    const chain = followQuotation(paragraphs, lone, i, first);
    for (const mark of chain) lawful.add(mark);
  }
  return lawful;
}

/** The chain of a long quotation's lone marks, empty when it is never closed. */
function followQuotation(
  paragraphs: readonly Paragraph[],
  lone: readonly (readonly LoneMark[])[],
  start: number,
  first: LoneMark,
): LoneMark[] {
  const chain = [first];
  for (let i = start + 1; i < Math.min(paragraphs.length, start + LONGEST_QUOTATION); i++) {
    const paragraph = paragraphs[i];
    const marks = lone[i] ?? [];
    if (paragraph === undefined) break;
    const [mark] = marks;
    if (mark === undefined) {
      // Where the opening mark is repeated it is so in every paragraph up to the last.
      if (i === start + chain.length && isWhollyQuoted(paragraph.text.trim(), first.mark)) return chain;
      continue;
    }
    if (marks.length > 1) break;
    if (mark.closing) {
      return mark.mark === PAIRS.get(first.mark) && closesParagraph(paragraph, mark) ? [...chain, mark] : [];
    }
    if (mark.mark !== first.mark || !opensParagraph(paragraph, mark)) break;
    chain.push(mark);
  }
  return [];
}

function opensParagraph(paragraph: Paragraph | undefined, mark: LoneMark): boolean {
  return /[“‘「『]/u.test(mark.mark) && paragraph?.text.slice(0, mark.at).trim() === '';
}

/** At the end of its paragraph; a source in brackets may follow. */
function closesParagraph(paragraph: Paragraph, mark: LoneMark): boolean {
  return /^(?:\s*（[^）]*）)?\s*$/u.test(paragraph.text.slice(mark.at + 1));
}

/** The last paragraph of a quotation whose opening mark is repeated: nothing stands outside its own pair. */
function isWhollyQuoted(text: string, open: string): boolean {
  const close = PAIRS.get(open);
  if (!text.startsWith(open)) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) === open) depth++;
    else if (text.charAt(i) === close && --depth === 0) return i === text.length - 1;
  }
  return false;
}
