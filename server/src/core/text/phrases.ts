import type { Prose } from '../draft/model.js';
import { codesIn } from './codes.js';
import { compileMatcher, type Matcher } from './matcher.js';
import type { Span } from './span.js';

/** One wording to look for, what to put in its place, and the neighbours it must have. */
export interface Phrase {
  readonly wrong: string;
  /** One or more; the writer chooses. */
  readonly rights: readonly string[];
  /** Tried on what stands before the wording, its end anchored. */
  readonly before: RegExp | undefined;
  /** Tried on what stands after the wording, its start anchored. */
  readonly after: RegExp | undefined;
}

/** A phrase found in a paragraph; the span is in offsets of its text. */
export interface PhraseHit<P extends Phrase> extends Span {
  readonly phrase: P;
}

/** Phrases compiled into one matcher. */
export interface PhraseTable<P extends Phrase> {
  /** Where phrases stand among fitting neighbours in a paragraph, in order; of those that overlap, the first and longest. */
  find(paragraph: Prose): PhraseHit<P>[];
}

/** Neighbours looked at on either side, in UTF-16 units; none of the tables looks further. */
const REACH = 48;

/**
 * Reads a table: entries `right=wrong,wrong` or `right/right=wrong`, divided by blanks, each followed where needed
 * by its neighbours `before_after`, two regular expressions around the wording.
 */
export function parsePhrases(table: string): Phrase[] {
  const phrases: Phrase[] = [];
  const tokens = table.trim().split(/\s+/u);
  tokens.forEach((token, index) => {
    const [right = '', wrongs] = token.split(/=(?=\p{Script=Han})/u);
    if (wrongs === undefined || token.includes('_')) return;
    const next = tokens[index + 1];
    const [before = '', after = ''] = next?.includes('_') === true ? next.split('_') : [];
    const neighbours = {
      before: before === '' ? undefined : new RegExp(`(?:${before})$`, 'u'),
      after: after === '' ? undefined : new RegExp(`^(?:${after})`, 'u'),
    };
    for (const wrong of wrongs.split(',')) phrases.push({ wrong, rights: right.split('/'), ...neighbours });
  });
  return phrases;
}

/** Compiles phrases. Where one stands in its own right form (党委 in 县党委), it is not found. */
export function compilePhrases<P extends Phrase>(phrases: readonly P[]): PhraseTable<P> {
  const byWording = new Map<string, P[]>();
  for (const phrase of phrases) {
    const same = byWording.get(phrase.wrong);
    if (same === undefined) byWording.set(phrase.wrong, [phrase]);
    else same.push(phrase);
  }
  // The matcher names the longest wording only; shorter ones that end with it are tried when it does not fit.
  const candidates = new Map<string, P[]>();
  for (const wording of byWording.keys()) {
    const list: P[] = [];
    for (let at = 0; at < wording.length; at++) list.push(...(byWording.get(wording.slice(at)) ?? []));
    candidates.set(wording, list);
  }
  let matcher: Matcher | undefined;
  return {
    find(paragraph) {
      matcher ??= compileMatcher(byWording.keys());
      const { text } = paragraph;
      const lead = text.length - text.trimStart().length;
      const hits: PhraseHit<P>[] = [];
      matcher.match(codesIn(paragraph), (start, end) => {
        for (const phrase of candidates.get(text.slice(start, end)) ?? []) {
          const from = end - phrase.wrong.length;
          if (!fits(phrase, text, from, end, lead) || standsInRight(phrase, text, from)) continue;
          hits.push({ start: from, end, phrase });
          return;
        }
      });
      return hits.length < 2 ? hits : withoutOverlaps(hits);
    },
  };
}

function fits({ before, after }: Phrase, text: string, start: number, end: number, lead: number): boolean {
  if (before !== undefined && !before.test(text.slice(Math.max(lead, start - REACH), start))) return false;
  return after === undefined || after.test(text.slice(end, end + REACH));
}

function standsInRight({ wrong, rights }: Phrase, text: string, start: number): boolean {
  return rights.some((right) => {
    const at = right.indexOf(wrong);
    return at >= 0 && text.startsWith(right, start - at);
  });
}

function withoutOverlaps<H extends Span>(hits: readonly H[]): H[] {
  const sorted = hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: H[] = [];
  let end = 0;
  for (const hit of sorted) {
    if (hit.start < end) continue;
    kept.push(hit);
    end = hit.end;
  }
  return kept;
}
