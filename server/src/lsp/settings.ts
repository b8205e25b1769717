import { SEVERITIES } from '../core/finding.js';
import type { Guide, RuleSetting } from '../core/guide.js';
import { rules } from '../core/rules/registry.js';
import type { IntegerOption, Language, Rule, WordsOption } from '../core/rules/rule.js';

/** The settings of one draft, every part of them valid. */
export interface DraftSettings {
  readonly enable: boolean;
  /** Language ids of the documents that are checked. */
  readonly languages: readonly string[];
  /** The language of messages. */
  readonly language: Language;
  readonly guide: Guide;
}

/** Settings made of what a client sent, and what was wrong with it: one sentence each, for the log. */
export interface ReadSettings {
  readonly settings: DraftSettings;
  readonly problems: readonly string[];
}

const DEFAULT_LANGUAGES: readonly string[] = ['plaintext', 'markdown'];

/**
 * Reads the settings below `wenfeng`. Accepts anything and never throws: a part that is absent keeps its default,
 * a wrong one too, and is named in `problems`.
 *
 * @param raw what a client says stands below `wenfeng`
 * @param locale the language that `auto` stands for
 */
export function readSettings(raw: unknown, locale: Language): ReadSettings {
  const problems: string[] = [];
  const reader = new Reader(problems);
  const top = reader.object('', raw);
  const language = reader.oneOf('messageLanguage', top['messageLanguage'], ['auto', 'zh', 'en']) ?? 'auto';
  return {
    settings: {
      enable: reader.boolean('enable', top['enable']) ?? true,
      languages: reader.words('languages', top['languages']) ?? DEFAULT_LANGUAGES,
      language: language === 'auto' ? locale : language,
      guide: readGuide(reader, reader.object('rules', top['rules'])),
    },
    problems,
  };
}

/** The language of messages for a client's locale (`zh-cn`, `en`, …); Chinese for any other, or none. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale !== undefined && /^en(?:[-_]|$)/iu.test(locale) ? 'en' : 'zh';
}

function readGuide(reader: Reader, raw: Readonly<Record<string, unknown>>): Guide {
  const guide: Record<string, RuleSetting> = {};
  for (const [id, value] of Object.entries(raw)) {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined) reader.complain(`rules.${id}`, 'no such rule');
    else guide[id] = readRule(reader, rule, reader.object(`rules.${id}`, value));
  }
  return { rules: guide };
}

function readRule(reader: Reader, rule: Rule, raw: Readonly<Record<string, unknown>>): RuleSetting {
  const options: Record<string, number | readonly string[]> = {};
  const severity = reader.oneOf(`rules.${rule.id}.severity`, raw['severity'], [
    ...SEVERITIES,
    'off',
  ] as const);
  for (const [name, value] of Object.entries(raw)) {
    if (name === 'severity') continue;
    const path = `rules.${rule.id}.${name}`;
    const schema = rule.options[name];
    if (schema === undefined) {
      reader.complain(path, 'no such option');
      continue;
    }
    const option = readOption(reader, path, value, schema);
    if (option !== undefined) options[name] = option;
  }
  return severity === undefined ? { options } : { severity, options };
}

function readOption(
  reader: Reader,
  path: string,
  value: unknown,
  schema: IntegerOption | WordsOption,
): number | readonly string[] | undefined {
  return schema.type === 'integer' ? reader.integer(path, value, schema) : reader.words(path, value);
}

/** Takes values that are what they should be, and complains of the others. Null counts as absent. */
class Reader {
  readonly #problems: string[];

  constructor(problems: string[]) {
    this.#problems = problems;
  }

  complain(path: string, wrong: string): void {
    this.#problems.push(`setting wenfeng${path === '' ? '' : '.'}${path} is ignored: ${wrong}`);
  }

  object(path: string, value: unknown): Readonly<Record<string, unknown>> {
    return this.#take(path, value, 'an object', isRecord) ?? {};
  }

  boolean(path: string, value: unknown): boolean | undefined {
    return this.#take(path, value, 'true or false', (v) => typeof v === 'boolean');
  }

  words(path: string, value: unknown): readonly string[] | undefined {
    return this.#take(path, value, 'a list of texts', isTexts);
  }

  oneOf<T extends string>(path: string, value: unknown, allowed: readonly T[]): T | undefined {
    return this.#take(path, value, `one of ${allowed.join(', ')}`, (v): v is T =>
      allowed.some((a) => a === v),
    );
  }

  integer(path: string, value: unknown, { minimum, maximum }: IntegerOption): number | undefined {
    return this.#take(
      path,
      value,
      `a whole number from ${minimum} to ${maximum}`,
      (v): v is number => typeof v === 'number' && Number.isInteger(v) && v >= minimum && v <= maximum,
    );
  }

  #take<T>(
    path: string,
    value: unknown,
    expected: string,
    is: (value: unknown) => value is T,
  ): T | undefined {
    if (value === undefined || value === null) return undefined;
    if (is(value)) return value;
    this.complain(path, `it should be ${expected}`);
    return undefined;
  }
}

/** Whether a value is an object with named parts. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of strings. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
