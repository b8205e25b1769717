import type { Guide } from '../core/guide.js';
import { readRuleSettings } from '../core/guide/ruleSettings.js';
import { ValueReader, type ValueProblem } from '../core/guide/values.js';
import { languageNamed } from './documents.js';
import type { Language } from '../core/localized.js';

/** The settings of one draft, every part of them valid. */
export interface DraftSettings {
  readonly enable: boolean;
  /** Language ids of the documents that are checked, by VS Code's names. */
  readonly languages: readonly string[];
  /** The language of messages. */
  readonly language: Language;
  /** Whether the figures of each section are shown above its heading. */
  readonly codeLens: boolean;
  readonly guide: Guide;
}

/** Settings made of what a client sent, and what was wrong with it: one sentence each, for the log. */
export interface ReadSettings {
  readonly settings: DraftSettings;
  readonly problems: readonly string[];
}

const LANGUAGES = ['auto', 'zh', 'en'] as const;

const DEFAULT_LANGUAGES: readonly string[] = ['plaintext', 'markdown'];

/**
 * Reads the settings below `wenfeng`. Accepts anything and never throws: a part that is absent keeps its default,
 * a wrong one too, and is named in `problems`.
 *
 * @param raw what a client says stands below `wenfeng`
 * @param locale the language that `auto` stands for
 */
export function readSettings(raw: unknown, locale: Language): ReadSettings {
  const reader = new ValueReader({ nullIsAbsent: true });
  const top = reader.record([], raw);
  const language = reader.oneOf(['messageLanguage'], top['messageLanguage'], LANGUAGES) ?? 'auto';
  const codeLens = reader.record(['codeLens'], top['codeLens']);
  return {
    settings: {
      enable: reader.boolean(['enable'], top['enable']) ?? true,
      languages: reader.words(['languages'], top['languages'])?.map(languageNamed) ?? DEFAULT_LANGUAGES,
      language: language === 'auto' ? locale : language,
      codeLens: reader.boolean(['codeLens', 'enabled'], codeLens['enabled']) ?? true,
      guide: { rules: readRuleSettings(reader, ['rules'], top['rules'], { shorthand: false }) },
    },
    problems: reader.problems.map(complaint),
  };
}

function complaint({ path, text, suggestion }: ValueProblem): string {
  const hint = suggestion === undefined ? '' : `; did you mean ${suggestion}?`;
  return `setting ${['wenfeng', ...path].join('.')} is ignored: ${text.en}${hint}`;
}

/** The language of messages for a client's locale (`zh-cn`, `en`, …); Chinese for any other, or none. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale !== undefined && /^en(?:[-_]|$)/iu.test(locale) ? 'en' : 'zh';
}

/** Whether a value is a list of strings. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
