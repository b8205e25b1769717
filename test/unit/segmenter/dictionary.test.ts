import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownDictionary, packageDictionary } from '../../../server/src/segmenter/dictionary.js';
import type { Dictionary } from '../../../server/src/segmenter/dictionaryFiles.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { PACKAGE_FILES } from '../../../server/src/segmenter/packageFiles.js';

/** Where the set-up of the tests puts it. */
const OWN = join(import.meta.dirname, '../../../server/src/segmenter/dictionary');

interface Nodejieba {
  DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  cut(text: string, strict: boolean): string[];
}

/** nodejieba, where it can be loaded. */
const jieba =
  loadSegmenter().segmenter.id === 'jieba'
    ? (createRequire(import.meta.url)('nodejieba') as Nodejieba)
    : undefined;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenfeng-dictionary-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What can happen to a file. */
const DAMAGES: readonly (readonly [name: string, damage: (path: string) => void, told: RegExp])[] = [
  [
    'missing',
    (path) => {
      rmSync(path);
    },
    /is missing$/u,
  ],
  [
    'empty',
    (path) => {
      writeFileSync(path, '');
    },
    /is damaged/u,
  ],
  [
    'truncated',
    (path) => {
      truncateSync(path, Math.floor(readFileSync(path).length / 2));
    },
    /is damaged/u,
  ],
  [
    'of another content',
    (path) => {
      writeFileSync(path, '没有这样的词典。\n'.repeat(99));
    },
    /is damaged/u,
  ],
  [
    'wrong in one byte',
    (path) => {
      spoilOneByte(path);
    },
    /is damaged/u,
  ],
];

function spoilOneByte(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe.runIf(jieba !== undefined)('the dictionary of words in use', () => {
  beforeEach(() => {
    cpSync(OWN, folder, { recursive: true });
  });

  it('is what is loaded', () => {
    expect(loadSegmenter(folder)).toEqual({ segmenter: expect.objectContaining({ id: 'jieba' }) as unknown });
  });

  it.each(['dictionary.json', 'words.utf8', 'hmm-model.utf8', 'no-keywords.utf8', 'no-more-words.utf8'])(
    'is not loaded when %s is damaged in whatever way',
    (name) => {
      const whole = readFileSync(join(folder, name));
      for (const [, damage, told] of DAMAGES) {
        damage(join(folder, name));
        expect(() => ownDictionary(folder)).toThrow(told);
        expect(() => ownDictionary(folder)).toThrow(name);
        writeFileSync(join(folder, name), whole);
      }
      expect(ownDictionary(folder).dict).toBe(join(folder, 'words.utf8'));
    },
  );

  it.each(['null', '{}', '{"load":{"dict":"a"},"files":{}}', '[]'])(
    'is not loaded when its list is %s',
    (text) => {
      writeFileSync(join(folder, 'dictionary.json'), text);
      expect(() => ownDictionary(folder)).toThrow(/dictionary\.json is damaged$/u);
    },
  );

  it('keeps the words of newer date, and the weights of all it keeps', () => {
    const { segmenter } = loadSegmenter(folder);
    const words = (text: string): string[] => segmenter.segment(text).map((word) => word.text);
    expect(words('改革开放以来，我们保护生态环境。')).toEqual([
      '改革开放',
      '以来',
      '，',
      '我们',
      '保护',
      '生态环境',
      '。',
    ]);
    const rows = readFileSync(join(folder, 'words.utf8'), 'utf8').trimEnd().split('\n');
    const full = readFileSync(jieba?.DEFAULT_DICT ?? '', 'utf8')
      .trimEnd()
      .split('\n');
    const counts = (all: readonly string[]): number[] => all.map((row) => Number(row.split(' ')[1]));
    const total = (all: readonly string[]): number => counts(all).reduce((sum, count) => sum + count, 0);
    expect(total(rows)).toBe(total(full));
    expect(counts(rows).reduce((a, b) => Math.min(a, b))).toBe(counts(full).reduce((a, b) => Math.min(a, b)));
    expect(rows.length / full.length).toBeLessThan(0.5);
  });
});

describe.runIf(jieba !== undefined)('nodejieba’s own dictionary', () => {
  const paths: Dictionary = {
    dict: jieba?.DEFAULT_DICT ?? '',
    hmmDict: jieba?.DEFAULT_HMM_DICT ?? '',
    userDict: jieba?.DEFAULT_USER_DICT ?? '',
    idfDict: jieba?.DEFAULT_IDF_DICT ?? '',
    stopWordDict: jieba?.DEFAULT_STOP_WORD_DICT ?? '',
  };
  afterEach(() => {
    if (jieba !== undefined) jieba.DEFAULT_DICT = paths.dict;
  });

  it('is the one that is known', () => {
    for (const role of Object.keys(paths) as (keyof Dictionary)[]) {
      const bytes = readFileSync(paths[role]);
      expect({ bytes: bytes.length, crc32: crc32(bytes) }).toEqual(PACKAGE_FILES[role]);
    }
    expect(packageDictionary(paths)).toEqual(paths);
  });

  it.each(DAMAGES)('is not loaded when a file is %s', (_, damage, told) => {
    for (const role of Object.keys(paths) as (keyof Dictionary)[]) {
      const copy = join(folder, role);
      cpSync(paths[role], copy);
      damage(copy);
      expect(() => packageDictionary({ ...paths, [role]: copy })).toThrow(told);
    }
  });

  it('stands in for the other, and the reason is told', () => {
    const loaded = loadSegmenter(join(folder, 'nowhere'));
    expect(loaded.segmenter.id).toBe('jieba');
    expect(loaded.fullReason).toBe(`${join(folder, 'nowhere', 'dictionary.json')} is missing`);
    expect(loaded.fallbackReason).toBeUndefined();
  });

  it('leaves the words to the platform when it is damaged as well', () => {
    if (jieba !== undefined) jieba.DEFAULT_DICT = join(folder, 'jieba.dict.utf8');
    writeFileSync(join(folder, 'jieba.dict.utf8'), '');
    const loaded = loadSegmenter(join(folder, 'nowhere'));
    expect(loaded.segmenter.id).toBe('intl');
    expect(loaded.fallbackReason).toMatch(/jieba\.dict\.utf8 is damaged: its size is not what it was$/u);
    expect(loaded.segmenter.segment('加强领导').map(({ text }) => text)).toEqual(['加强', '领导']);
  });
});
