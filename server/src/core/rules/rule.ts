import type { Draft, Segmenter } from '../draft/model.js';
import type { Edit, Severity } from '../finding.js';
import type { GuideWords } from '../guide.js';
import type { Span } from '../text/span.js';
import type { Localized } from '../localized.js';

/** How binding the source of a rule is. */
export type NormLevel =
  'national-standard' | 'national-standard-unchecked' | 'party-or-government-rule' | 'advice';

/** Where a rule comes from. A clause is named only when its text was read. */
export interface Norm {
  readonly level: NormLevel;
  readonly source: Localized;
}

/** A whole number that a writer may set. */
export interface IntegerOption {
  readonly type: 'integer';
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly description: Localized;
}

/** A list of words that a writer may set. */
export interface WordsOption {
  readonly type: 'words';
  readonly default: readonly string[];
  readonly description: Localized;
}

/** The one statement of a rule's options: types, validation, settings and docs come from it. */
export type OptionSchema = Readonly<Record<string, IntegerOption | WordsOption>>;

/** The values of options as {@link Rule.check} receives them. */
export type OptionValues<O extends OptionSchema> = {
  readonly [K in keyof O]: O[K] extends IntegerOption ? number : readonly string[];
};

/** Whether a rule's fixes are run by fix-all, offered, or absent. */
export type FixKind = 'none' | 'suggested' | 'safe';

/** Values for the placeholders of a message. */
export type MessageData = Readonly<Record<string, string | number>>;

/** A fix as a rule reports it: its title is one of the rule's messages. */
export interface ReportedFix<M extends string> {
  readonly title: M;
  readonly data?: MessageData;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** A finding as a rule reports it, before its message is put into words. */
export interface Report<M extends string> {
  readonly message: M;
  readonly data?: MessageData;
  readonly span: Span;
  readonly related?: readonly { readonly span: Span; readonly message: M; readonly data?: MessageData }[];
  readonly fixes?: readonly ReportedFix<M>[];
}

/** What a rule is given for one draft. */
export interface RuleContext<M extends string, O extends OptionSchema> {
  readonly draft: Draft;
  readonly options: OptionValues<O>;
  /** Present for rules that need words; never absent for them, since they are not run without. */
  readonly segmenter: Segmenter | undefined;
  /** The words of the writer's own house. */
  readonly words: GuideWords;
  readonly report: (report: Report<M>) => void;
}

/** What a rule states about itself, and how it finds what it names. `check` never changes the draft. */
interface RuleDefinition<M extends string, O extends OptionSchema> {
  /** Names the fault in kebab-case; also the docs page, the setting and the diagnostic code. */
  readonly id: string;
  readonly title: Localized;
  /** Why it matters to the listener, in one sentence; shown on hover. */
  readonly reason: Localized;
  readonly norm: Norm;
  /** What its findings are shown as unless a guide says otherwise; `off` for a rule that waits to be asked for. */
  readonly severity: Severity | 'off';
  readonly fix: FixKind;
  /** Whether the rule waits for the segmenter. */
  readonly needsWords: boolean;
  readonly options: O;
  readonly messages: Readonly<Record<M, Localized>>;
  readonly check: (context: RuleContext<M, O>) => void;
}

/** A rule as the registry and everything that runs or documents rules sees it. */
export type Rule = RuleDefinition<string, OptionSchema>;

/**
 * Declares a rule with the types of its messages and options inferred.
 * A message id or an option that is not declared is a compile error where it is used.
 */
export function defineRule<const M extends string, const O extends OptionSchema>(
  rule: Omit<RuleDefinition<M, O>, 'check'> & {
    readonly check: (context: RuleContext<NoInfer<M>, NoInfer<O>>) => void;
  },
): Rule {
  return {
    ...rule,
    // The check of a draft builds the options from this very schema, so the narrower type holds.
    check: (context) => {
      rule.check(context as RuleContext<M, O>);
    },
  };
}
