import type { GuideStructure } from '../guide.js';
import { snippetOfText } from '../structures/fields.js';
import { OCCASION_IDS, type OccasionId } from '../structures/occasions.js';
import { PART_IDS } from '../structures/parts.js';
import { quoted } from './quoted.js';
import { knownOnly, type ValuePath, type ValueReader } from './values.js';

/** The names that a structure in a guide file may have. */
export const STRUCTURE_NAMES = ['name', 'text', 'prefix', 'part', 'occasions'] as const;

/**
 * Reads the writer's own paragraph structures. One without name or text, or of a name that stood before, is left out;
 * what else is wrong with one costs only itself.
 */
export function readStructures(
  reader: ValueReader,
  path: ValuePath,
  value: unknown,
): readonly GuideStructure[] {
  const structures = new Map<string, GuideStructure>();
  for (const [at, item] of reader.list(path, value).entries()) {
    const here = [...path, at];
    const structure = readStructure(reader, here, item);
    if (structure === undefined) continue;
    if (structures.has(structure.name)) {
      reader.complain([...here, 'name'], {
        zh: `前面已经有${quoted(structure.name)}，名称要各不相同`,
        en: `there is ${quoted(structure.name)} before it, and names must differ`,
      });
    } else structures.set(structure.name, structure);
  }
  return [...structures.values()];
}

function readStructure(reader: ValueReader, path: ValuePath, raw: unknown): GuideStructure | undefined {
  const value = reader.record(path, raw);
  knownOnly(reader, path, value, STRUCTURE_NAMES);
  const name = reader.text([...path, 'name'], value['name'])?.trim();
  const text = readText(reader, [...path, 'text'], value['text']);
  const prefixes = readPrefixes(reader, [...path, 'prefix'], value['prefix']);
  const part = reader.oneOf([...path, 'part'], value['part'], PART_IDS);
  const occasions = readOccasions(reader, [...path, 'occasions'], value['occasions']);
  if (name === undefined || text === undefined) {
    if (value['name'] === undefined || value['text'] === undefined) {
      reader.complain(path, { zh: '缺少“name”或“text”', en: 'it lacks “name” or “text”' });
    }
    return undefined;
  }
  return {
    name: name.replaceAll(/\s+/gu, ' '),
    prefixes,
    body: snippetOfText(text),
    ...(part === undefined ? {} : { part }),
    occasions,
  };
}

function readOccasions(reader: ValueReader, path: ValuePath, value: unknown): readonly OccasionId[] {
  const names = reader.wordOrWords(path, value) ?? [];
  const known = names.flatMap(({ text, path: here }) => reader.oneOf(here, text, OCCASION_IDS) ?? []);
  return [...new Set(known)];
}

/** One text, or its lines; an empty line parts paragraphs. Whatever ends lines in it, a line feed does so here. */
function readText(reader: ValueReader, path: ValuePath, value: unknown): string | undefined {
  if (!Array.isArray(value)) return reader.text(path, value)?.replaceAll(/\r\n?/gu, '\n');
  const lines = value.flatMap((line: unknown, at) =>
    line === '' ? '' : (reader.text([...path, at], line) ?? []),
  );
  if (lines.some((line) => line !== '')) return lines.join('\n').replaceAll(/\r\n?/gu, '\n');
  if (value.every((line) => line === '')) {
    reader.complain(path, { zh: '正文是空的', en: 'there is no text in it' });
  }
  return undefined;
}

/** Prefixes are typed in one go, so blanks have no place in them. */
function readPrefixes(reader: ValueReader, path: ValuePath, value: unknown): readonly string[] {
  const prefixes = reader.wordOrWords(path, value) ?? [];
  return prefixes.flatMap(({ text: prefix, path: here }) => {
    if (!/\s/u.test(prefix)) return prefix.toLowerCase();
    reader.complain(here, {
      zh: '缩写里不能有空格',
      en: 'an abbreviation cannot have blanks in it',
    });
    return [];
  });
}
