import { NO_WORDS, type GuideWords, type IgnoredFinding } from '../guide.js';
import type { Localized } from '../localized.js';
import {
  GUIDE_LIMITS,
  type GuideBase,
  type GuideFile,
  type GuideOverride,
  type GuidePart,
  type GuideProblem,
} from './guideFile.js';
import { readJsonc, type LocatedJson } from './jsonc.js';
import { isPresetName, PRESET_NAMES, type PresetName } from './presets.js';
import { quoted } from './quoted.js';
import { readStructures } from './readStructures.js';
import { readRuleSettings } from './ruleSettings.js';
import { knownOnly, ValueReader, type ValuePath, type ValueProblem } from './values.js';

/** A guide file that says nothing. */
export const EMPTY_GUIDE_FILE: GuideFile = {
  bases: [],
  rules: {},
  words: NO_WORDS,
  overrides: [],
  ignored: [],
  structures: [],
};

/** What a guide file says, and what is wrong with it in order of place. */
export interface ParsedGuide {
  readonly file: GuideFile;
  readonly problems: readonly GuideProblem[];
}

/** The names that a part of a guide file may have: of the file as a whole, of an override, of an ignored finding. */
export const PART_NAMES = [
  'rules',
  'fixedTerms',
  'preferredTerms',
  'stockPhrases',
  'confusableWords',
] as const;
export const FILE_NAMES = [
  '$schema',
  'extends',
  ...PART_NAMES,
  'overrides',
  'ignored',
  'structures',
] as const;
export const OVERRIDE_NAMES = ['files', 'extends', ...PART_NAMES] as const;
export const IGNORED_NAMES = ['rule', 'text', 'before', 'after'] as const;

/**
 * Reads the text of a guide file. Accepts any string and never throws: each mistake is a problem at its place, and
 * whatever is right holds all the same. Whether the files it builds upon are there is not looked at.
 */
export function parseGuide(text: string): ParsedGuide {
  const json = readJsonc(text);
  const reader = new ValueReader();
  const file = json.value === undefined ? EMPTY_GUIDE_FILE : readFile(reader, json);
  const problems = [
    ...json.faults,
    ...reader.problems.map((problem) => ({
      span: json.spanOf(problem.path, problem.at),
      message: sentence(problem),
    })),
  ].sort((a, b) => a.span.start - b.span.start);
  return { file, problems: firstOf(problems) };
}

/** As many as anybody reads, and one more that says how many are left. */
function firstOf(problems: readonly GuideProblem[]): readonly GuideProblem[] {
  const next = problems[GUIDE_LIMITS.problems];
  if (next === undefined) return problems;
  const left = problems.length - GUIDE_LIMITS.problems;
  return [
    ...problems.slice(0, GUIDE_LIMITS.problems),
    {
      span: next.span,
      message: {
        zh: `从这里起还有 ${left} 处写错，没有逐一列出；请先改好前面的。`,
        en: `From here on there are ${left} more mistakes, which are not listed; mend those before them first.`,
      },
    },
  ];
}

function sentence({ text, suggestion }: ValueProblem): Localized {
  return {
    zh: `${text.zh}，这一处没有生效${suggestion === undefined ? '' : `；是不是想写“${suggestion}”`}。`,
    en: `This has no effect: ${text.en}${suggestion === undefined ? '' : `; did you mean “${suggestion}”`}.`,
  };
}

function readFile(reader: ValueReader, json: LocatedJson): GuideFile {
  const value = reader.record([], json.value);
  knownOnly(reader, [], value, FILE_NAMES);
  const left = { globs: GUIDE_LIMITS.globs };
  return {
    bases: readBases(reader, ['extends'], value['extends'], json),
    ...readPart(reader, [], value),
    overrides: reader
      .list(['overrides'], value['overrides'])
      .flatMap((item, at) => readOverride(reader, ['overrides', at], item, left)),
    ignored: reader
      .list(['ignored'], value['ignored'])
      .flatMap((item, at) => readIgnored(reader, ['ignored', at], item)),
    structures: readStructures(reader, ['structures'], value['structures']),
  };
}

function readPart(reader: ValueReader, path: ValuePath, value: Readonly<Record<string, unknown>>): GuidePart {
  const words = (name: 'fixedTerms' | 'stockPhrases'): readonly string[] =>
    (reader.placedWords([...path, name], value[name]) ?? []).flatMap(({ text, path: here }) =>
      isShort(reader, here, text, GUIDE_LIMITS.wordLength) ? text : [],
    );
  const pairs = (name: 'preferredTerms' | 'confusableWords'): GuideWords['preferredTerms'] =>
    readPairs(reader, [...path, name], value[name]);
  return {
    rules: readRuleSettings(reader, [...path, 'rules'], value['rules'], { shorthand: true }),
    words: {
      fixedTerms: words('fixedTerms'),
      preferredTerms: pairs('preferredTerms'),
      stockPhrases: words('stockPhrases'),
      confusableWords: pairs('confusableWords'),
    },
  };
}

/** Wordings and what to write instead. None may lead in a circle, or mending would never come to an end. */
function readPairs(reader: ValueReader, path: ValuePath, value: unknown): Readonly<Record<string, string>> {
  const written = Object.entries(reader.record(path, value));
  const names = new Set(written.map(([from]) => from));
  const pairs: [string, string][] = [];
  for (const [from, raw] of written) {
    const here = [...path, from];
    const to = reader.text(here, raw);
    if (to === undefined) continue;
    if (!isShort(reader, here, from.length < to.length ? to : from, GUIDE_LIMITS.wordLength)) continue;
    if (from.trim() === '') reader.complain(here, { zh: '原来的说法是空的', en: 'the wording is blank' });
    else if (from === to) {
      reader.complain(here, { zh: '换成的说法和原来一样', en: 'both wordings are the same' });
    } else if (names.has(to)) {
      reader.complain(here, {
        zh: `${quoted(to)}自己也列为要换掉的说法`,
        en: `${quoted(to)} is itself listed as a wording to replace`,
      });
    } else pairs.push([from, to]);
  }
  return Object.fromEntries(pairs);
}

function readBases(
  reader: ValueReader,
  path: ValuePath,
  value: unknown,
  json: LocatedJson,
): readonly GuideBase[] {
  const names = reader.wordOrWords(path, value) ?? [];
  return names.flatMap(({ text: name, path: here }): GuideBase[] => {
    if (isPresetName(name)) return [{ kind: 'preset', name }];
    if (/[/.]/u.test(name)) return [{ kind: 'file', path: name, span: json.spanOf(here, 'value') }];
    unknownPreset(reader, here, name, true);
    return [];
  });
}

function readPresets(reader: ValueReader, path: ValuePath, value: unknown): readonly PresetName[] {
  const names = reader.wordOrWords(path, value) ?? [];
  return names.flatMap(({ text: name, path: here }): PresetName[] => {
    if (isPresetName(name)) return [name];
    unknownPreset(reader, here, name, false);
    return [];
  });
}

function unknownPreset(reader: ValueReader, path: ValuePath, name: string, files: boolean): void {
  const known = PRESET_NAMES.join('、');
  const suggestion = reader.closest(name, PRESET_NAMES);
  reader.problems.push({
    path,
    at: 'value',
    text: {
      zh: `没有${quoted(name)}这套设置，应为 ${known} 之一${files ? '，或另一个风格文件的路径（如 ./common.json）' : ''}`,
      en: `there is no preset ${quoted(name)}; it should be one of ${PRESET_NAMES.join(', ')}${files ? ', or the path of another guide file (./common.json)' : ''}`,
    },
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function readOverride(
  reader: ValueReader,
  path: ValuePath,
  raw: unknown,
  left: { globs: number },
): readonly GuideOverride[] {
  const value = reader.record(path, raw);
  knownOnly(reader, path, value, OVERRIDE_NAMES);
  const files = readGlobs(reader, [...path, 'files'], value['files'], left);
  if (files === undefined) {
    if (value['files'] === undefined && Object.keys(value).length > 0) {
      reader.complain(path, {
        zh: '缺少“files”，不知道用于哪些稿子',
        en: 'it lacks “files”, which drafts it is for',
      });
    }
    return [];
  }
  const presets = readPresets(reader, [...path, 'extends'], value['extends']);
  return [{ files, presets, ...readPart(reader, path, value) }];
}

/** @param left how many patterns the file may still have */
function readGlobs(
  reader: ValueReader,
  path: ValuePath,
  value: unknown,
  left: { globs: number },
): readonly string[] | undefined {
  return reader.wordOrWords(path, value)?.flatMap(({ text, path: here }) => {
    if (!isShort(reader, here, text, GUIDE_LIMITS.globLength)) return [];
    if (left.globs-- > 0) return text;
    reader.complain(here, {
      zh: `“files”的写法太多，一个文件里最多 ${GUIDE_LIMITS.globs} 个`,
      en: `there are too many patterns in “files”; a file may have ${GUIDE_LIMITS.globs}`,
    });
    return [];
  });
}

/** Whether a text keeps within a limit; complains of it otherwise. */
function isShort(reader: ValueReader, path: ValuePath, text: string, limit: number): boolean {
  if (text.length <= limit) return true;
  reader.complain(path, {
    zh: `写得太长，最多 ${limit} 字`,
    en: `it is too long; at most ${limit} characters`,
  });
  return false;
}

function readIgnored(reader: ValueReader, path: ValuePath, raw: unknown): readonly IgnoredFinding[] {
  const value = reader.record(path, raw);
  knownOnly(reader, path, value, IGNORED_NAMES);
  // Rules come and go between versions: what was ignored of one that is not here is kept and does nothing.
  const rule = reader.text([...path, 'rule'], value['rule']);
  const text = reader.text([...path, 'text'], value['text']);
  // Nothing stands before what begins a line.
  const around = (name: 'before' | 'after'): string | undefined =>
    value[name] === '' ? '' : reader.text([...path, name], value[name]);
  const before = around('before');
  const after = around('after');
  if (rule === undefined || text === undefined) {
    if (value['rule'] === undefined || value['text'] === undefined) {
      reader.complain(path, { zh: '缺少“rule”或“text”', en: 'it lacks “rule” or “text”' });
    }
    return [];
  }
  return [
    {
      rule,
      text,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}
