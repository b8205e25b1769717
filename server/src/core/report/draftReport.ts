import type { CheckResult } from '../check.js';
import type { Segmenter } from '../draft/model.js';
import { SEVERITIES, type Finding, type Severity } from '../finding.js';
import { NO_WORDS, type Guide } from '../guide.js';
import { charactersPerMinute } from '../readingRate.js';
import { rules } from '../rules/registry.js';
import type { Localized } from '../localized.js';
import { Course } from './course.js';
import {
  longestOf,
  paragraphLengths,
  sentenceLengths,
  type ParagraphLength,
  type SentenceLength,
} from './lengths.js';
import { limitsOf, type Limits } from './limits.js';
import { repetitionsOf, type Repetition } from './repetitions.js';
import { sectionMinutes, type SectionMinutes } from './sectionMinutes.js';
import { stockPhrasesOf, type StockPhrases } from './stockDensity.js';
import { wordUse, type WordUse } from './wordUse.js';

/** Why there is nothing to report: no prose at all, or none that is Chinese. */
export type NothingToReport = 'empty' | 'not-chinese';

/** A finding in the report. */
export interface ReportedFinding {
  /** Its number among all findings of the draft, from 1, by place. */
  readonly number: number;
  readonly finding: Finding;
  /** The number of its paragraph, from 1. */
  readonly paragraph: number;
  /** Where it begins in the course of the speech, from 0 to 1. */
  readonly at: number;
}

/** What one rule has found. */
export interface RuleFindings {
  readonly rule: string;
  readonly title: Localized;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** By place, one or more. */
  readonly findings: readonly ReportedFinding[];
}

/** What the report says of a draft, in figures and places; offsets are the draft's. */
export interface DraftReport {
  readonly limits: Limits;
  readonly characters: number;
  readonly minutes: number;
  readonly charactersPerMinute: number;
  readonly paragraphs: readonly ParagraphLength[];
  readonly sentences: readonly SentenceLength[];
  readonly longestParagraph: ParagraphLength | undefined;
  readonly longestSentence: SentenceLength | undefined;
  readonly sections: readonly SectionMinutes[];
  readonly repetitions: readonly Repetition[];
  readonly stock: StockPhrases;
  readonly words: readonly WordUse[];
  /** Whether all words could be counted, and not only those with a baseline. */
  readonly allWords: boolean;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** The rules that found anything: the worst first, then the most findings. */
  readonly rules: readonly RuleFindings[];
}

/** How the check was made that is reported. */
export interface ReportOptions {
  readonly guide: Guide;
  readonly segmenter?: Segmenter | undefined;
}

/** The report on a draft that was checked; why there is none otherwise. */
export function reportOf(result: CheckResult, options: ReportOptions): DraftReport | NothingToReport {
  const { draft, findings, characters, minutes } = result;
  if (characters === 0) return 'empty';
  if (!draft.chinese) return 'not-chinese';
  const { guide, segmenter } = options;
  const limits = limitsOf(guide);
  const rate = charactersPerMinute(guide);
  const course = new Course(draft);
  const paragraphs = paragraphLengths(draft, limits);
  const sentences = sentenceLengths(draft, limits, course);
  return {
    limits,
    characters,
    minutes,
    charactersPerMinute: rate,
    paragraphs,
    sentences,
    longestParagraph: longestOf(paragraphs),
    longestSentence: longestOf(sentences),
    sections: sectionMinutes(draft, rate),
    repetitions: repetitionsOf(result, course),
    stock: stockPhrasesOf(draft, guide.words ?? NO_WORDS),
    words: wordUse(draft, segmenter),
    allWords: segmenter !== undefined,
    findings: findings.length,
    bySeverity: countBySeverity(findings),
    rules: byRule(findings, course),
  };
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function byRule(findings: readonly Finding[], course: Course): RuleFindings[] {
  const found = new Map<string, ReportedFinding[]>();
  findings.forEach((finding, index) => {
    const reported = {
      number: index + 1,
      finding,
      paragraph: (course.paragraphAt(finding.span.start)?.index ?? 0) + 1,
      at: course.at(finding.span.start),
    };
    const known = found.get(finding.rule);
    if (known === undefined) found.set(finding.rule, [reported]);
    else known.push(reported);
  });
  return rules
    .flatMap(({ id, title }) => {
      const ofRule = found.get(id);
      return ofRule === undefined ? [] : [{ rule: id, title, severity: worstOf(ofRule), findings: ofRule }];
    })
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.findings.length - a.findings.length,
    );
}

function worstOf(findings: readonly ReportedFinding[]): Severity {
  const ranks = findings.map(({ finding }) => SEVERITIES.indexOf(finding.severity));
  return SEVERITIES[Math.min(...ranks)] ?? 'hint';
}
