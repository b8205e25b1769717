import type { Severity } from './finding.js';
import type { OccasionId } from './structures/occasions.js';
import type { PartId } from './structures/parts.js';

/** What a writer has set for one rule. Whatever is absent keeps the rule's default. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, number | readonly string[]>>;
}

/** The words of a writer's own house, beside those that the rules know. */
export interface GuideWords {
  /** Fixed wording, never a fault: names, slogans of the year. */
  readonly fixedTerms: readonly string[];
  /** Wording to replace, and by what: 党办 → 党委办公室. */
  readonly preferredTerms: Readonly<Record<string, string>>;
  /** Stock phrases beside the known ones. */
  readonly stockPhrases: readonly string[];
  /** Wrong forms beside the known ones, and the right form. */
  readonly confusableWords: Readonly<Record<string, string>>;
}

/**
 * A finding that the writer has looked at and does not want to hear of again; see core/ignored.ts. Without `before`
 * and `after` the wording is ignored wherever it stands, with them only between them.
 */
export interface IgnoredFinding {
  readonly rule: string;
  /** The words at fault without blanks, or how they begin and …; `␣` for each blank where they are nothing else. */
  readonly text: string;
  /** What stands before and behind them, without blanks; empty at the edge of a line. */
  readonly before?: string;
  readonly after?: string;
}

/** A paragraph structure of the writer's own house. */
export interface GuideStructure {
  readonly name: string;
  /** What can be typed for it: Chinese, or letters in lower case. May be empty. */
  readonly prefixes: readonly string[];
  /** In VS Code's snippet syntax, with nothing in it but tab stops, defaults and choices; see structures/fields.ts. */
  readonly body: string;
  readonly part?: PartId;
  /** What it suits; empty for every occasion. */
  readonly occasions: readonly OccasionId[];
}

/** The writer's settings by rule id, and the writer's own words. An empty guide is the default. */
export interface Guide {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly words?: GuideWords;
  readonly ignored?: readonly IgnoredFinding[];
  /** Each of another name. */
  readonly structures?: readonly GuideStructure[];
}

/** The words of a writer who has named none. */
export const NO_WORDS: GuideWords = {
  fixedTerms: [],
  preferredTerms: {},
  stockPhrases: [],
  confusableWords: {},
};

/** The guide of a writer who has set nothing. */
export const DEFAULT_GUIDE: Guide = { rules: {} };
