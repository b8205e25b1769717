import type { Guide } from '../guide.js';
import { paragraphTooLong } from '../rules/paragraph-too-long.js';
import type { Rule } from '../rules/rule.js';
import { sentenceTooLong } from '../rules/sentence-too-long.js';
import { speechLength } from '../rules/speech-length.js';
import { stockPhrase } from '../rules/stock-phrase.js';

/** Two limits of a length in characters: above `max` it is too long, above `severe` far too long. */
export interface LengthLimits {
  readonly max: number;
  readonly severe: number;
}

/** The limits that a guide sets. Absent where its rule is switched off, or knows none. */
export interface Limits {
  readonly minutes: number | undefined;
  readonly characters: number | undefined;
  readonly paragraph: LengthLimits | undefined;
  readonly sentence: LengthLimits | undefined;
  /** Stock phrases in 1,000 characters. */
  readonly stockPerThousand: number | undefined;
}

/** The limits in force. */
export function limitsOf(guide: Guide): Limits {
  return {
    minutes: unlessZero(optionOf(guide, speechLength, 'maxMinutes')),
    characters: unlessZero(optionOf(guide, speechLength, 'maxCharacters')),
    paragraph: lengthLimits(guide, paragraphTooLong),
    sentence: lengthLimits(guide, sentenceTooLong),
    stockPerThousand: optionOf(guide, stockPhrase, 'perThousand'),
  };
}

/** How a length stands to its limits. */
export type Excess = 'within' | 'over' | 'far over';

/** Where a number of characters stands; within where there are no limits. */
export function excessOf(characters: number, limits: LengthLimits | undefined): Excess {
  if (limits === undefined || characters <= limits.max) return 'within';
  return characters > limits.severe ? 'far over' : 'over';
}

function lengthLimits(guide: Guide, rule: Rule): LengthLimits | undefined {
  const max = optionOf(guide, rule, 'max');
  if (max === undefined) return undefined;
  return { max, severe: Math.max(max, optionOf(guide, rule, 'severe') ?? max) };
}

/** 0 stands for no limit. */
function unlessZero(limit: number | undefined): number | undefined {
  return limit === 0 ? undefined : limit;
}

/** A whole number that a rule is set to; undefined where the rule is off. */
function optionOf(guide: Guide, rule: Rule, name: string): number | undefined {
  const setting = guide.rules[rule.id];
  if ((setting?.severity ?? rule.severity) === 'off') return undefined;
  const set = setting?.options?.[name];
  if (typeof set === 'number') return set;
  const option = rule.options[name];
  return option?.type === 'integer' ? option.default : undefined;
}
