/**
 * The library: what other tools need to check drafts, and nothing else. docs/library.md shows how it is used. What is
 * exported here keeps its name and shape within a major version.
 *
 * @packageDocumentation
 */
import { matchesGlobs } from './bulk/globs.js';
import { checkDraft as check, type CheckOptions as EngineOptions } from './core/check.js';
import type { DraftFormat, Segmenter } from './core/draft/model.js';
import type { Edit, Finding, Fix, RelatedPlace, Severity } from './core/finding.js';
import { fixUntilStable, type FixedText } from './core/fixes.js';
import type { GuideWords, IgnoredFinding, RuleSetting } from './core/guide.js';
import type { GuideProblem } from './core/guide/guideFile.js';
import { guideOfLayers, ownLayers, presetLayer } from './core/guide/layers.js';
import { parseGuide as parseFile } from './core/guide/parseGuide.js';
import type { Language } from './core/localized.js';
import type { Span } from './core/text/span.js';
import { loadSegmenter as load, type LoadedSegmenter } from './segmenter/load.js';

export type { DraftFormat, Segmenter, LoadedSegmenter };
export type { Edit, Finding, Fix, FixedText, RelatedPlace, Severity, Span };
export type { GuideProblem, GuideWords, IgnoredFinding, Language, RuleSetting };

/** The writer's settings by rule id, the writer's own words, and what the writer ignores. `{ rules: {} }` sets nothing. */
export interface Guide {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly words?: GuideWords;
  readonly ignored?: readonly IgnoredFinding[];
}

/** How a draft is to be checked. */
export interface CheckOptions {
  /** How the text is to be read: a paragraph a line, or Markdown. `plain` when absent. */
  readonly format?: DraftFormat;
  /** Cuts words; {@link loadSegmenter} has one. Without one the rules that need words find nothing. */
  readonly segmenter?: Segmenter;
  /** What the writer has set; {@link parseGuide} reads it from a guide file. The rules' own defaults when absent. */
  readonly guide?: Guide;
  /** The language of messages; Chinese when absent. */
  readonly language?: Language;
}

/** What a check found. */
export interface CheckedDraft {
  /** Characters of all prose, blanks not counted. */
  readonly characters: number;
  /** How long the draft takes to deliver at the guide's reading rate, not rounded. */
  readonly minutes: number;
  /**
   * By place, then severity, then rule. Spans are half-open and in UTF-16 code units, so that `text.slice(start, end)`
   * is what a finding is about. Empty for a text that is not Chinese prose.
   */
  readonly findings: readonly Finding[];
  /** Rules that failed, which is a mistake of ours: the others were run all the same. Empty as a rule. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

/** What a guide file says for one draft, and what is wrong in it. */
export interface ParsedGuide {
  readonly guide: Guide;
  /** In order of place. What is wrong has no effect; the rest has. */
  readonly problems: readonly GuideProblem[];
}

/**
 * Loads nodejieba, or Intl.Segmenter where nodejieba cannot be had: `fallbackReason` says why. Never throws. Blocks for a
 * quarter of a second; one segmenter serves for any number of drafts.
 */
export function loadSegmenter(): LoadedSegmenter {
  return load();
}

/**
 * Checks one draft. Accepts any string and never throws. Takes a few milliseconds for a speech of half an hour, and
 * longer the first time.
 */
export function checkDraft(text: string, options: CheckOptions = {}): CheckedDraft {
  const { characters, minutes, findings, failures } = check(text, engineOptions(options));
  return { characters, minutes, findings, failures };
}

/** Applies the fixes that cannot spoil a sentence, until none is left. Fixing its own result changes nothing. */
export function fixDraft(text: string, options: CheckOptions = {}): FixedText {
  return fixUntilStable(text, (current) => check(current, engineOptions(options)).findings);
}

/**
 * Reads the text of a guide file (`.wenfeng.json`). Accepts any string and never throws. Other guide files that it
 * extends are not read: each is a problem.
 * @param draft the draft's path, relative to the folder of the guide file; without it no override holds
 */
export function parseGuide(text: string, draft?: string): ParsedGuide {
  const { file, problems } = parseFile(text);
  const presets = file.bases.flatMap((base) => (base.kind === 'preset' ? [presetLayer(base.name)] : []));
  const unread = file.bases.flatMap((base) =>
    base.kind === 'file' ? [{ span: base.span, message: NOT_READ }] : [],
  );
  const { rules, words, ignored } = guideOfLayers(
    [...presets, ...ownLayers(file, FOLDER)],
    ({ globs }) => draft !== undefined && matchesGlobs(`${FOLDER}/${draft}`, globs, FOLDER),
  );
  return {
    guide: {
      rules,
      ...(words === undefined ? {} : { words }),
      ...(ignored === undefined ? {} : { ignored }),
    },
    problems: [...problems, ...unread].sort((a, b) => a.span.start - b.span.start),
  };
}

/** Stands for the folder of a guide file, wherever that is. */
const FOLDER = '/guide';

const NOT_READ = {
  zh: '这里不读别的风格文件，这一处没有生效；请把要用的设置写进这一份。',
  en: 'This has no effect: other guide files are not read here; put what you need into this one.',
};

function engineOptions({ format = 'plain', segmenter, guide, language }: CheckOptions): EngineOptions {
  return {
    format,
    ...(segmenter === undefined ? {} : { segmenter }),
    ...(guide === undefined ? {} : { guide }),
    ...(language === undefined ? {} : { language }),
  };
}
