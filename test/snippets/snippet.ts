import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  contributes: { snippets: readonly { language: string; path: string }[] };
};

/** The files that the manifest contributes for a language, in its order, which is that of a speech. */
export function contributedFor(language: string): string[] {
  return manifest.contributes.snippets
    .filter((entry) => entry.language === language)
    .map((entry) => entry.path);
}

/** The parts of a speech in its order: the base names of the snippet files. */
export const parts: readonly string[] = contributedFor('plaintext').map((file) =>
  path.basename(file, '.json'),
);

/** A contributed snippet as its file states it, with the body's lines joined. */
export interface Snippet {
  readonly part: string;
  readonly name: string;
  readonly prefix: readonly string[];
  readonly description: string;
  /** The occasions it suits, by name; `any` for every one. */
  readonly occasions: readonly string[] | 'any';
  readonly body: string;
}

/** A tab stop in a body: a field with its default, a choice with its options, or a bare stop with neither. */
export interface Stop {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly field?: string;
  readonly choice?: readonly string[];
}

/**
 * Every snippet of the shipped files.
 * @throws when a file is no JSON or an entry lacks a part of the form
 */
export function readSnippets(): Snippet[] {
  return parts.flatMap((part) => {
    const file: unknown = JSON.parse(readFileSync(path.join(ROOT, 'snippets', `${part}.json`), 'utf8'));
    return Object.entries(file as Record<string, Record<string, unknown>>).map(([name, entry]) => {
      const { prefix, description, occasions, body, ...rest } = entry;
      if (!isStrings(prefix) || !isStrings(body) || typeof description !== 'string') {
        throw new Error(`${part}.json: ${name} lacks prefix, body or description`);
      }
      if (occasions !== 'any' && !isStrings(occasions)) {
        throw new Error(`${part}.json: ${name} does not say which occasions it suits`);
      }
      if (Object.keys(rest).length > 0)
        throw new Error(`${part}.json: ${name} has ${Object.keys(rest).join()}`);
      return { part, name, prefix, description, occasions, body: body.join('\n') };
    });
  });
}

/**
 * The tab stops of a body in the order of its text.
 * @throws when the body holds a $ that is none of the three forms used here
 */
export function stopsOf(body: string): Stop[] {
  const stops: Stop[] = [];
  const pattern = /\$\{(\d+):([^{}$|]*)\}|\$\{(\d+)\|([^{}$|]*)\|\}|\$(\d+)/gu;
  for (const match of body.matchAll(pattern)) {
    const [whole, fieldNumber, field, choiceNumber, options, bare] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (field !== undefined) stops.push({ ...span, number: Number(fieldNumber), field });
    else if (options !== undefined)
      stops.push({ ...span, number: Number(choiceNumber), choice: options.split(',') });
    else stops.push({ ...span, number: Number(bare) });
  }
  if (/[$\\]/u.test(body.replace(pattern, ''))) throw new Error(`not understood: ${body}`);
  return stops;
}

/** The text that a body becomes when `fill` says what stands at each stop. */
export function expand(body: string, fill: (stop: Stop) => string): string {
  return stopsOf(body).reduceRight(
    (text, stop) => text.slice(0, stop.start) + fill(stop) + text.slice(stop.end),
    body,
  );
}

/** What stands at a stop before anything is typed: the default, or the first option. */
export function untouched(stop: Stop): string {
  return stop.field ?? stop.choice?.[0] ?? '';
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}
