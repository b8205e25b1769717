import type { CheckResult } from '../check.js';
import type { Draft } from '../draft/model.js';
import type { Finding } from '../finding.js';
import { commonWordsOf } from '../rules/lexical/commonWords.js';
import { nearDuplicate } from '../rules/near-duplicate.js';
import { overusedWord } from '../rules/overused-word.js';
import { repeatedFrame } from '../rules/repeated-frame.js';
import { repeatedOpening } from '../rules/repeated-opening.js';
import { repeatedPhrase } from '../rules/repeated-phrase.js';
import type { Span } from '../text/span.js';
import type { Course } from './course.js';

/** The rules whose findings are places of one wording, in the order of the report. */
const RULES = [nearDuplicate, repeatedPhrase, repeatedFrame, repeatedOpening, overusedWord] as const;

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
  return RULES.flatMap(({ id }) => {
    const ofRule = findings.filter(({ rule }) => rule === id);
    const groups = joinByPlace(ofRule.map((finding) => placesOf(draft, finding)));
    return joinByWording(draft, groups).map(({ wording, spans }) => ({
      rule: id,
      wording,
      places: spans.map((span) => ({
        span,
        at: course.at(span.start),
        paragraph: (course.paragraphAt(span.start)?.index ?? 0) + 1,
      })),
    }));
  })
    .filter(({ places }) => places.length > 1)
    .sort((a, b) => heard(b) - heard(a));
}

/** Characters that are heard again after the first time. */
function heard({ wording, places }: Repetition): number {
  return wording.length * (places.length - 1);
}

/** A finding on a word names only the places of one paragraph; the draft has them all. */
function placesOf(draft: Draft, { rule, span, related }: Finding): readonly Span[] {
  if (rule === overusedWord.id) {
    const places = commonWordsOf(draft).get(wordingAt(draft, span));
    if (places !== undefined) return places.map((place) => place.span);
  }
  return [span, ...related.map((place) => place.span)];
}

/** Joins the lists that share a place. */
function joinByPlace(lists: readonly (readonly Span[])[]): Span[][] {
  const groupAt = new Map<string, Map<string, Span>>();
  for (const spans of lists) {
    const joined = new Map<string, Span>();
    for (const span of spans) {
      const key = keyOf(span);
      joined.set(key, span);
      for (const [other, place] of groupAt.get(key) ?? []) joined.set(other, place);
    }
    for (const key of joined.keys()) groupAt.set(key, joined);
  }
  return [...new Set(groupAt.values())].map((group) => [...group.values()].sort((a, b) => a.start - b.start));
}

/** Joins the groups of one wording: each paragraph has its own finding on its openings. */
function joinByWording(
  draft: Draft,
  groups: readonly (readonly Span[])[],
): { wording: string; spans: readonly Span[] }[] {
  const byWording = new Map<string, Span[]>();
  for (const spans of groups) {
    const [first] = spans;
    if (first === undefined) continue;
    const wording = wordingAt(draft, first);
    byWording.set(wording, [...(byWording.get(wording) ?? []), ...spans]);
  }
  return [...byWording].map(([wording, spans]) => ({
    wording,
    spans: spans.sort((a, b) => a.start - b.start),
  }));
}

function wordingAt({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/gu, '');
}

function keyOf({ start, end }: Span): string {
  return `${String(start)}-${String(end)}`;
}
