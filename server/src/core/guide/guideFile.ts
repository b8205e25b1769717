import type { GuideStructure, GuideWords, IgnoredFinding, RuleSetting } from '../guide.js';
import type { Localized } from '../localized.js';
import type { Span } from '../text/span.js';
import type { PresetName } from './presets.js';

/** The name of a guide file, in whatever folder it lies. */
export const GUIDE_FILE_NAME = '.wenfeng.json';

/**
 * What a guide file may hold, so that one from anywhere can neither stop the checking nor fill the memory. Lengths are in
 * UTF-16 code units.
 */
export const GUIDE_LIMITS = {
  /** A pattern of `files`. */
  globLength: 200,
  /** All patterns of `files` of a file. */
  globs: 1000,
  /** A wording of the house. */
  wordLength: 100,
  /** So many mistakes are told one by one. */
  problems: 200,
} as const;

/** What a guide file, or one of its overrides, sets. */
export interface GuidePart {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly words: GuideWords;
}

/** What a guide builds on: a preset, or another guide file by its path relative to the folder of this one. */
export type GuideBase =
  | { readonly kind: 'preset'; readonly name: PresetName }
  | { readonly kind: 'file'; readonly path: string; readonly span: Span };

/** What holds for some drafts only. */
export interface GuideOverride extends GuidePart {
  /** Globs relative to the folder of the guide file. */
  readonly files: readonly string[];
  readonly presets: readonly PresetName[];
}

/** What one guide file says, every part of it valid. */
export interface GuideFile extends GuidePart {
  /** In the order in which they are built upon: what a later one sets holds over what an earlier one sets. */
  readonly bases: readonly GuideBase[];
  readonly overrides: readonly GuideOverride[];
  readonly ignored: readonly IgnoredFinding[];
  readonly structures: readonly GuideStructure[];
}

/** A mistake in a guide file: what stands there has no effect, and everything else has. */
export interface GuideProblem {
  readonly span: Span;
  /** One sentence. */
  readonly message: Localized;
}
