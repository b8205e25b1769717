import type { Severity } from './finding.js';
import { rules } from './rules/registry.js';

/** What a writer has set for one rule. Whatever is absent keeps the rule's default. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, number | readonly string[]>>;
}

/** The writer's settings by rule id. An empty guide is the default. */
export interface Guide {
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** The guide of a writer who has set nothing. */
export const DEFAULT_GUIDE: Guide = { rules: {} };

/** The characters a speaker reads in a minute, as the guide or the rule speech-length states them. */
export function charactersPerMinute(guide: Guide): number {
  const set = guide.rules['speech-length']?.options?.['charactersPerMinute'];
  if (typeof set === 'number') return set;
  const option = rules.find((rule) => rule.id === 'speech-length')?.options['charactersPerMinute'];
  return option?.type === 'integer' ? option.default : 180;
}
