import fc from 'fast-check';
import {
  DEFAULT_GUIDE,
  NO_WORDS,
  type Guide,
  type GuideWords,
  type RuleSetting,
} from '../../server/src/core/guide.js';
import { rules } from '../../server/src/core/rules/registry.js';

/** Words of a house that stand in the drafts of {@link drafts}. */
const SOME_WORDS: GuideWords = {
  fixedTerms: ['四篇文章', '𠮷', '(', '好'],
  preferredTerms: { 党办: '党委办公室', 沟渠: '水渠', '\u200D': '' },
  stockPhrases: ['清一遍', '👍', '$&'],
  confusableWords: { 工钱: '工资', '。': '！' },
};

/** Guides at the ends of what may be set, and the one that holds where nothing is. */
export const GUIDES = {
  default: DEFAULT_GUIDE,
  /** Every rule on, and every limit as low as a writer may set it. */
  strictest: guideOf((minimum) => minimum || 1, SOME_WORDS),
  /** Every rule on, and every limit as high as a writer may set it. */
  mildest: guideOf((_, maximum) => maximum, NO_WORDS),
} as const satisfies Readonly<Record<string, Guide>>;

/** The name of a guide. */
export const guide = fc.constantFrom<keyof typeof GUIDES>('default', 'strictest', 'mildest');

function guideOf(pick: (minimum: number, maximum: number) => number, words: GuideWords): Guide {
  const settings = rules.map((rule): [string, RuleSetting] => {
    const options = Object.entries(rule.options).flatMap(([name, option]) =>
      option.type === 'integer' ? [[name, pick(option.minimum, option.maximum)] as const] : [],
    );
    return [rule.id, { severity: 'warning', options: Object.fromEntries(options) }];
  });
  return { rules: Object.fromEntries(settings), words };
}
