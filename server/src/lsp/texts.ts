import type { Language, Localized } from '../core/localized.js';
import type { NormLevel } from '../core/rules/rule.js';

/** What the server itself says to a writer; what rules say stands in the rules. Placeholders are written {name}. */
export const TEXTS = {
  leftOut: {
    zh: '另有 {count} 个问题没有列出：一篇稿子最多列出 {limit} 个，按严重程度取舍。',
    en: '{count} more findings are not listed: at most {limit} are listed for a draft, the worst first.',
  },
  fixAll: { zh: '修正所有可以放心修正的问题', en: 'Fix everything that can be fixed safely' },
  fixRule: { zh: '修正本稿全部“{rule}”（{count} 处）', en: 'Fix all {count} in this draft: {rule}' },
  ignoreHere: { zh: '忽略这一处：{rule}', en: 'Ignore this here: {rule}' },
  ignoreWording: {
    zh: '忽略这一用语（整个工作区）：“{words}”，{rule}',
    en: 'Ignore this wording in this workspace: “{words}”, {rule}',
  },
  openRule: { zh: '查看规则说明：{rule}', en: 'Read about the rule: {rule}' },
  replaceTerm: { zh: '把“{from}”全文换成别的说法…', en: 'Replace “{from}” everywhere…' },
  notOpen: { zh: '这份稿子没有打开。', en: 'This draft is not open.' },
  why: { zh: '为什么：{reason}', en: 'Why: {reason}' },
  norm: { zh: '依据（{level}）：{source}', en: 'Norm ({level}): {source}' },
  lensCharacters: { zh: '{number} 字', en: '{number} characters' },
  lensCharacter: { zh: '{number} 字', en: '{number} character' },
  lensMinutes: { zh: '约 {minutes} 分钟', en: 'about {minutes} min' },
  lensUnderMinute: { zh: '不到 1 分钟', en: 'under 1 min' },
  lensFindings: { zh: '{findings} 处提示', en: '{findings} findings' },
  lensFinding: { zh: '{findings} 处提示', en: '{findings} finding' },
  rulePage: { zh: '规则说明', en: 'About this rule' },
} as const satisfies Record<string, Localized>;

/** How binding a norm is, in words. */
export const NORM_LEVELS: Readonly<Record<NormLevel, Localized>> = {
  'national-standard': { zh: '国家标准', en: 'national standard' },
  'national-standard-unchecked': {
    zh: '国家标准（条文未经核对）',
    en: 'national standard (its text was not checked)',
  },
  'party-or-government-rule': { zh: '党政机关规定', en: 'party or government rule' },
  advice: { zh: '写作建议', en: 'advice' },
};

/** One of {@link TEXTS} with its placeholders filled in. */
export function say(
  text: keyof typeof TEXTS,
  language: Language,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[text][language].replace(/\{(\w+)\}/gu, (whole, name: string) => String(data[name] ?? whole));
}
