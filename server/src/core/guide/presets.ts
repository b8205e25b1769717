import type { RuleSetting } from '../guide.js';
import type { Localized } from '../localized.js';

/** A guide that comes with the product, for one kind of draft. */
export interface Preset {
  readonly title: Localized;
  /** One sentence without an end mark. */
  readonly description: Localized;
  /** What differs from the rules' own defaults. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** The presets by the name that a guide file's `extends` gives. */
export const PRESETS = {
  standard: {
    title: { zh: '通用', en: 'Standard' },
    description: {
      zh: '各类讲话稿，按每条规则的默认设置',
      en: 'any speech, every rule as it comes',
    },
    rules: {},
  },
  plain: {
    title: { zh: '平实', en: 'Plain' },
    description: {
      zh: '要求短段落、短句子、少套话，从严检查',
      en: 'short paragraphs, short sentences, few stock phrases: strict',
    },
    rules: {
      'paragraph-too-long': { options: { max: 300, severe: 400 } },
      'sentence-too-long': { options: { max: 80, severe: 100 } },
      'heading-too-long': { options: { max: 20 } },
      'repeated-phrase': { severity: 'warning', options: { minChars: 8 } },
      'repeated-opening': { options: { minPerParagraph: 4 } },
      'stock-phrase': { severity: 'warning', options: { perThousand: 6, perSentence: 3 } },
      'overused-word': { options: { perThousand: 5, minCount: 12 } },
      'dunhao-overload': { options: { maxPerSentence: 5 } },
    },
  },
  ceremonial: {
    title: { zh: '致辞', en: 'Ceremonial' },
    description: {
      zh: '开幕、庆典、欢迎等场合的短篇致辞，讲究排比和呼应，一般不超过八分钟',
      en: 'short addresses at openings and feasts, at home with parallels and refrains; eight minutes at most',
    },
    rules: {
      'paragraph-too-long': { options: { max: 250, severe: 400 } },
      'repeated-phrase': { options: { minChars: 14 } },
      'repeated-word': { severity: 'information' },
      'repeated-opening': { severity: 'off' },
      'repeated-frame': { severity: 'off' },
      'stock-phrase': { options: { perThousand: 14, perSentence: 5 } },
      'speech-length': { options: { maxMinutes: 8, charactersPerMinute: 160 } },
    },
  },
  report: {
    title: { zh: '报告', en: 'Report' },
    description: {
      zh: '工作报告、总结，篇幅长，成段列举多',
      en: 'work reports and summaries: long, with whole paragraphs of lists',
    },
    rules: {
      'paragraph-too-long': { options: { max: 500, severe: 800 } },
      'sentence-too-long': { options: { max: 120, severe: 160 } },
      'repeated-phrase': { options: { minChars: 14 } },
      'repeated-word': { severity: 'information' },
      'repeated-opening': { options: { minPerParagraph: 7 } },
      'stock-phrase': { options: { perThousand: 14, perSentence: 6 } },
      'dunhao-overload': { options: { maxPerSentence: 10 } },
    },
  },
  document: {
    title: { zh: '公文', en: 'Official paper' },
    description: {
      zh: '通知、意见、决定等正式公文，供人看而不是念，“进行”“做出”等书面说法照用',
      en: 'notices, opinions, decisions: read by the eye, and at home with written turns of phrase',
    },
    rules: {
      'paragraph-too-long': { options: { max: 500, severe: 800 } },
      'sentence-too-long': { options: { max: 120, severe: 160 } },
      'repeated-phrase': { options: { minChars: 16 } },
      'repeated-word': { severity: 'information' },
      'repeated-opening': { severity: 'off' },
      'repeated-frame': { severity: 'off' },
      'stock-phrase': { options: { perThousand: 14, perSentence: 6 } },
      'light-verb': { severity: 'off' },
      'dunhao-overload': { options: { maxPerSentence: 10 } },
      'speech-length': { severity: 'off' },
    },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof PRESETS;

/** In the order in which they are offered. */
export const PRESET_NAMES: readonly PresetName[] = ['standard', 'plain', 'ceremonial', 'report', 'document'];

/** Whether a preset is called so. */
export function isPresetName(name: unknown): name is PresetName {
  return PRESET_NAMES.some((known) => known === name);
}

/** A preset by its name. */
export function presetOf(name: PresetName): Preset {
  return PRESETS[name];
}
