import type { CheckResult } from '../check.js';
import type { Draft } from '../draft/model.js';
import { repeatedWordings, type RepeatedWording } from '../repeatedWordings.js';
import { commonWordsOf } from '../rules/lexical/commonWords.js';
import { nearDuplicate } from '../rules/near-duplicate.js';
import { overusedWord } from '../rules/overused-word.js';
import { repeatedOpening } from '../rules/repeated-opening.js';
import { repeatedPhrase } from '../rules/repeated-phrase.js';
import type { Span } from '../text/span.js';
import type { Course } from './course.js';

/** The rules on what is said again elsewhere in the draft, and not only in the same sentence. */
const ACROSS: ReadonlySet<string> = new Set(
  [nearDuplicate, repeatedPhrase, repeatedOpening, overusedWord].map(({ id }) => id),
);

/** One place of a wording. */
export interface RepetitionPlace {
  readonly span: Span;
  /** Where it begins in the course of the speech, from 0 to 1. */
  readonly at: number;
  /** The number of its paragraph, from 1. */
  readonly paragraph: number;
}

/** A wording that stands in several places, by the rule that found it. */
export interface Repetition {
  readonly rule: string;
  /** As it stands in the first place, without blanks. */
  readonly wording: string;
  /** In order, two or more, each another place. */
  readonly places: readonly RepetitionPlace[];
}

/** What repeats in a draft: by what a listener hears twice, the most characters first. */
export function repetitionsOf({ draft, findings }: CheckResult, course: Course): Repetition[] {
  const across = repeatedWordings(findings).filter(({ rule }) => ACROSS.has(rule));
  return joinByWording(draft, across)
    .map(({ rule, wording, spans }) => ({
      rule,
      wording,
      places: spans.map((span) => ({
        span,
        at: course.at(span.start),
        paragraph: (course.paragraphAt(span.start)?.index ?? 0) + 1,
      })),
    }))
    .sort((a, b) => heard(b) - heard(a));
}

/** Characters that are heard again after the first time. */
function heard({ wording, places }: Repetition): number {
  return wording.length * (places.length - 1);
}

/** Joins what one rule says of one wording: each paragraph has its own finding on its openings. */
function joinByWording(
  draft: Draft,
  wordings: readonly RepeatedWording[],
): { rule: string; wording: string; spans: readonly Span[] }[] {
  const joined = new Map<string, { rule: string; wording: string; spans: Span[] }>();
  for (const { rule, places } of wordings) {
    const [first] = places;
    if (first === undefined) continue;
    const wording = wordingAt(draft, first);
    const key = `${rule} ${wording}`;
    const known = joined.get(key);
    if (known !== undefined) known.spans.push(...places);
    else joined.set(key, { rule, wording, spans: [...everywhere(draft, rule, wording, places)] });
  }
  for (const { spans } of joined.values()) spans.sort((a, b) => a.start - b.start);
  return [...joined.values()];
}

/** A finding on a word names only the places of one paragraph; the draft has them all. */
function everywhere(draft: Draft, rule: string, wording: string, places: readonly Span[]): readonly Span[] {
  if (rule !== overusedWord.id) return places;
  const all = commonWordsOf(draft).get(wording);
  return all?.map(({ paragraph, start, end }) => paragraph.span(start, end)) ?? places;
}

function wordingAt({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/gu, '');
}
