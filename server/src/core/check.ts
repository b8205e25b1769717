import { buildDraft } from './draft/buildDraft.js';
import type { Draft, DraftFormat, Segmenter } from './draft/model.js';
import type { AnalysisCache } from './draft/analysisCache.js';
import { SEVERITIES, type Finding } from './finding.js';
import { DEFAULT_GUIDE, NO_WORDS, type Guide, type IgnoredFinding } from './guide.js';
import { applyIgnored } from './ignored.js';
import { applyIgnoreComments } from './ignoreComments.js';
import { charactersPerMinute } from './readingRate.js';
import { formatMessage } from './rules/message.js';
import { rules } from './rules/registry.js';
import type { Language } from './localized.js';
import type { OptionSchema, OptionValues, Rule } from './rules/rule.js';

/** How a draft is to be checked. */
export interface CheckOptions {
  readonly format: DraftFormat;
  /** Without one the rules that need words are left out. */
  readonly segmenter?: Segmenter | undefined;
  readonly guide?: Guide;
  /** What the writer has ignored beside what the guide lists. */
  readonly ignored?: readonly IgnoredFinding[] | undefined;
  /** The language of messages; Chinese when absent. */
  readonly language?: Language;
  /** Kept by the caller over the versions of one draft. */
  readonly cache?: AnalysisCache;
}

/** A rule that threw: the others were run all the same. */
export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

/** What a check found. */
export interface CheckResult {
  readonly draft: Draft;
  readonly characters: number;
  /** Characters divided by the guide's reading rate, not rounded. */
  readonly minutes: number;
  /** By place, then severity, then rule. Empty for a draft that is not Chinese prose. */
  readonly findings: readonly Finding[];
  /** What was found too, and left out because the writer has ignored it. */
  readonly ignored: readonly Finding[];
  /** Entries of the lists of ignored findings that nothing in this draft answers to. */
  readonly unmatchedIgnored: readonly IgnoredFinding[];
  readonly failures: readonly RuleFailure[];
}

/** Checks one draft. Accepts any string and never throws: a rule that throws is one entry of `failures`. */
export function checkDraft(text: string, options: CheckOptions): CheckResult {
  const draft = buildDraft(text, options.format, options.cache);
  const guide = options.guide ?? DEFAULT_GUIDE;
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  if (draft.chinese) {
    for (const rule of rules) {
      try {
        runRule(rule, draft, guide, options, findings);
      } catch (error) {
        failures.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  const entries = [...(guide.ignored ?? []), ...(options.ignored ?? [])];
  const listed = applyIgnored(findings.sort(byPlace), entries, text);
  const commented = applyIgnoreComments(listed.kept, draft, rules);
  return {
    draft,
    characters: draft.characters,
    minutes: draft.characters / charactersPerMinute(guide),
    findings: commented.kept,
    ignored: [...listed.ignored, ...commented.ignored].sort(byPlace),
    unmatchedIgnored: listed.unmatched,
    failures,
  };
}

function runRule(rule: Rule, draft: Draft, guide: Guide, options: CheckOptions, findings: Finding[]): void {
  const setting = guide.rules[rule.id];
  const severity = setting?.severity ?? rule.severity;
  if (severity === 'off') return;
  if (rule.needsWords && options.segmenter === undefined) return;
  const language = options.language ?? 'zh';
  rule.check({
    draft,
    options: optionsOf(rule, guide),
    segmenter: rule.needsWords ? options.segmenter : undefined,
    words: guide.words ?? NO_WORDS,
    report: (report) => {
      findings.push({
        rule: rule.id,
        severity,
        message: formatMessage(rule, report.message, report.data, language),
        span: report.span,
        related: (report.related ?? []).map((place) => ({
          span: place.span,
          message: formatMessage(rule, place.message, place.data, language),
        })),
        fixes: (report.fixes ?? []).map((fix) => ({
          title: formatMessage(rule, fix.title, fix.data, language),
          safe: fix.safe,
          edits: fix.edits,
        })),
      });
    },
  });
}

/** By guide, the options of the rules that ran with it: each version of a draft has the same. */
const known = new WeakMap<Guide, Map<Rule, OptionValues<OptionSchema>>>();

function optionsOf(rule: Rule, guide: Guide): OptionValues<OptionSchema> {
  let ofRules = known.get(guide);
  if (ofRules === undefined) known.set(guide, (ofRules = new Map<Rule, OptionValues<OptionSchema>>()));
  let options = ofRules.get(rule);
  if (options === undefined) {
    options = optionValues(rule.options, guide.rules[rule.id]?.options);
    ofRules.set(rule, options);
  }
  return options;
}

function optionValues<O extends OptionSchema>(
  schema: O,
  set: Readonly<Record<string, number | readonly string[]>> | undefined,
): OptionValues<O> {
  const values: Record<string, number | readonly string[]> = {};
  for (const [name, option] of Object.entries(schema)) values[name] = set?.[name] ?? option.default;
  return values as OptionValues<O>;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
