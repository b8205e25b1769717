import type { Localized } from '../localized.js';
import { closest } from './closest.js';

/** Where a value stands in what holds it: names of parts and places in lists, from the outside in. */
export type ValuePath = readonly (string | number)[];

/** A text and where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly path: ValuePath;
}

/** So many names are compared with those that may have been meant; whoever slips more often has no slip. */
const SUGGESTIONS = 100;

/** A part of what a writer set that cannot be taken as it is. */
export interface ValueProblem {
  readonly path: ValuePath;
  /** Whether the name of the part is wrong, or what it holds. */
  readonly at: 'name' | 'value';
  /** What is wrong, without an end mark, to be put into a sentence. */
  readonly text: Localized;
  /** The known name that was probably meant. */
  readonly suggestion?: string;
}

/**
 * Takes values that are what they should be and complains of the others, which count as absent. One reader serves
 * guide files and an editor's settings alike. Never throws, whatever the values are.
 */
export class ValueReader {
  readonly problems: ValueProblem[] = [];
  readonly #nullIsAbsent: boolean;
  #asked = 0;

  /** @param nullIsAbsent whether null may stand for what was not set, as editors say it */
  constructor({ nullIsAbsent = false }: { readonly nullIsAbsent?: boolean } = {}) {
    this.#nullIsAbsent = nullIsAbsent;
  }

  complain(path: ValuePath, text: Localized): void {
    this.problems.push({ path, at: 'value', text });
  }

  /** Complains of a name that is not among `known`, and offers the nearest that is. */
  unknown(path: ValuePath, text: Localized, known: readonly string[]): void {
    const suggestion = this.closest(String(path.at(-1) ?? ''), known);
    this.problems.push({ path, at: 'name', text, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  /** The one of `known` that was probably meant by `name`, for the first {@link SUGGESTIONS} that are asked about. */
  closest(name: string, known: readonly string[]): string | undefined {
    return this.#asked++ < SUGGESTIONS ? closest(name, known) : undefined;
  }

  record(path: ValuePath, value: unknown): Readonly<Record<string, unknown>> {
    return this.#take(path, value, SHOULD.record, isRecord) ?? {};
  }

  list(path: ValuePath, value: unknown): readonly unknown[] {
    return this.#take(path, value, SHOULD.list, (v): v is readonly unknown[] => Array.isArray(v)) ?? [];
  }

  boolean(path: ValuePath, value: unknown): boolean | undefined {
    return this.#take(path, value, SHOULD.boolean, (v) => typeof v === 'boolean');
  }

  text(path: ValuePath, value: unknown): string | undefined {
    return this.#take(path, value, SHOULD.text, isNonBlank);
  }

  /** The texts of a list; wrong ones are left out. Undefined when there is no list, or none of it can be taken. */
  words(path: ValuePath, value: unknown): readonly string[] | undefined {
    return this.placedWords(path, value)?.map(({ text }) => text);
  }

  /** The texts of a list as {@link words} takes them, each with its place. */
  placedWords(path: ValuePath, value: unknown): readonly PlacedText[] | undefined {
    const items = this.#take(path, value, SHOULD.words, (v): v is readonly unknown[] => Array.isArray(v));
    if (items === undefined) return undefined;
    const words = items.flatMap((item, at): PlacedText[] => {
      const text = this.text([...path, at], item);
      return text === undefined ? [] : [{ text, path: [...path, at] }];
    });
    return words.length === 0 && items.length > 0 ? undefined : words;
  }

  /** A text, or the texts of a list as {@link words} takes them, each with its place. */
  wordOrWords(path: ValuePath, value: unknown): readonly PlacedText[] | undefined {
    if (typeof value !== 'string') return this.placedWords(path, value);
    const text = this.text(path, value);
    return text === undefined ? undefined : [{ text, path }];
  }

  oneOf<T extends string>(path: ValuePath, value: unknown, allowed: readonly T[]): T | undefined {
    const taken = this.#take(path, value, SHOULD.text, (v) => typeof v === 'string');
    if (taken === undefined) return undefined;
    const found = allowed.find((candidate) => candidate === taken);
    if (found === undefined) {
      const suggestion = this.closest(taken, allowed);
      this.problems.push({
        path,
        at: 'value',
        text: {
          zh: `应为 ${allowed.join('、')} 之一`,
          en: `it should be one of ${allowed.join(', ')}`,
        },
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    return found;
  }

  integer(
    path: ValuePath,
    value: unknown,
    { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  ): number | undefined {
    return this.#take(
      path,
      value,
      {
        zh: `应为 ${minimum} 到 ${maximum} 之间的整数`,
        en: `it should be a whole number from ${minimum} to ${maximum}`,
      },
      (v): v is number => typeof v === 'number' && Number.isInteger(v) && v >= minimum && v <= maximum,
    );
  }

  #take<T>(
    path: ValuePath,
    value: unknown,
    should: Localized,
    is: (value: unknown) => value is T,
  ): T | undefined {
    if (value === undefined || (value === null && this.#nullIsAbsent)) return undefined;
    if (is(value)) return value;
    this.complain(path, should);
    return undefined;
  }
}

/** Whether a value is an object with named parts. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Complains of each part of an object that is not among `known`. */
export function knownOnly(
  reader: ValueReader,
  path: ValuePath,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) {
      reader.unknown([...path, name], { zh: '没有这个项目', en: 'no such entry' }, known);
    }
  }
}

function isNonBlank(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

const SHOULD = {
  record: { zh: '应为 { } 括起来的一组设置', en: 'it should be an object in { }' },
  list: { zh: '应为 [ ] 括起来的列表', en: 'it should be a list in [ ]' },
  boolean: { zh: '应为 true 或 false', en: 'it should be true or false' },
  text: { zh: '应为不空的文字，写在英文双引号里', en: 'it should be a text that is not blank' },
  words: { zh: '应为 [ ] 括起来的一列词语', en: 'it should be a list of texts' },
} as const satisfies Record<string, Localized>;
