import { describe, expect, it } from 'vitest';
import { matchesGlobs } from '../../../server/src/bulk/globs.js';
import { checkDraft } from '../../../server/src/core/check.js';
import type { Guide } from '../../../server/src/core/guide.js';
import { GUIDE_LIMITS } from '../../../server/src/core/guide/guideFile.js';
import { guideOfLayers, ownLayers } from '../../../server/src/core/guide/layers.js';
import { parseGuide, type ParsedGuide } from '../../../server/src/core/guide/parseGuide.js';

const DRAFT = '同志们：\n今年的春耕生产要抓紧抓实，各村要把任务分到组、到户、到人。\n';
/** UTF-16 code units: enough for what takes time by the square of it to take minutes. */
const LARGE = 150_000;
/** Milliseconds in which any of it must be done, on a machine that is busy with other things too. */
const LIMIT = 10_000;

/** A text of that size: what opens it, items, and what closes it. */
function full(open: string, item: (index: number) => string, close: string): string {
  const items: string[] = [];
  for (let length = 0; length < LARGE; length += (items.at(-1)?.length ?? 0) + 1) {
    items.push(item(items.length));
  }
  return `${open}${items.join(',')}${close}`;
}

/** A word of so many characters, another for each number. */
function word(index: number, length: number): string {
  let state = index + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (state % 20_000));
  }).join('');
}

function guideOf({ file }: ParsedGuide, draft: string): Guide {
  return guideOfLayers(ownLayers(file, '/w'), ({ globs, folder }) => matchesGlobs(draft, globs, folder));
}

describe('a guide file that was made to do harm', () => {
  it.each([
    ['long fixed terms', full('{"fixedTerms":[', (i) => `"${word(i, 100)}"`, ']}')],
    ['short fixed terms', full('{"fixedTerms":[', (i) => `"${word(i, 3)}"`, ']}')],
    ['one endless term', `{"fixedTerms":["${'a'.repeat(LARGE)}"]}`],
    ['preferred terms', full('{"preferredTerms":{', (i) => `"${word(i, 4)}":"${word(i, 5)}"`, '}}')],
    ['confusable words', full('{"confusableWords":{', (i) => `"${word(i, 4)}":"${word(i, 5)}"`, '}}')],
    [
      'overrides with terms',
      full(
        '{"overrides":[',
        (i) => `{"files":"*.txt","preferredTerms":{"${word(i, 4)}":"${word(i, 5)}"}}`,
        ']}',
      ),
    ],
    [
      'ignored places',
      full(
        '{"ignored":[',
        (i) => `{"rule":"sentence-too-long","text":"今年","before":"${word(i, 9)}"}`,
        ']}',
      ),
    ],
    ['a name written over and over', full('{', () => '"rules":{"stray-space":"off"}', '}')],
    ['names that nobody knows', full('{', (i) => `"sentence${i}":1`, '}')],
    ['rules that nobody knows', full('{"rules":{', (i) => `"sentence-too-${i}":"off"`, '}}')],
    ['numbers for words', full('{"fixedTerms":[', () => '1', ']}')],
    ['commas', `{${','.repeat(LARGE)}`],
    ['many files to build upon', full('{"extends":[', (i) => `"a${i}"`, ']}')],
    ['abbreviations with blanks', full('{"structures":[{"prefix":[', () => '"a b"', ']}]}')],
    ['fields in fields', `{"structures":[{"name":"甲","text":"${'${1:'.repeat(LARGE / 4)}"}]}`],
    ['open brackets', '['.repeat(LARGE)],
  ])(
    'holds nothing up: %s',
    (_, text) => {
      const parsed = parseGuide(text);
      expect(parsed.problems.length).toBeLessThanOrEqual(GUIDE_LIMITS.problems + 1);
      const { failures } = checkDraft(DRAFT, { format: 'plain', guide: guideOf(parsed, '/w/a.txt') });
      expect(failures).toEqual([]);
    },
    LIMIT,
  );

  it('has its mistakes counted where they are too many to be told', () => {
    const { problems } = parseGuide(JSON.stringify({ fixedTerms: Array.from({ length: 1000 }, () => 1) }));
    expect(problems).toHaveLength(GUIDE_LIMITS.problems + 1);
    expect(problems.at(-1)?.message.zh).toContain('还有 800 处写错');
  });

  it('is told which wordings and patterns are too long, or too many, and the others hold', () => {
    const { file, problems } = parseGuide(
      JSON.stringify({
        fixedTerms: ['五比五不比', '长'.repeat(101)],
        preferredTerms: { 党办: '党委办公室', 甲: '长'.repeat(101) },
        overrides: [
          { files: ['*.md', '*'.repeat(201)] },
          { files: Array.from({ length: 1000 }, (_, i) => `${i}.md`) },
        ],
      }),
    );
    expect(file.words.fixedTerms).toEqual(['五比五不比']);
    expect(file.words.preferredTerms).toEqual({ 党办: '党委办公室' });
    expect(file.overrides.map(({ files }) => files.length)).toEqual([1, 999]);
    expect(problems.map(({ message }) => message.zh)).toEqual([
      '写得太长，最多 100 字，这一处没有生效。',
      '写得太长，最多 100 字，这一处没有生效。',
      '写得太长，最多 200 字，这一处没有生效。',
      '“files”的写法太多，一个文件里最多 1000 个，这一处没有生效。',
    ]);
  });
});

describe('patterns that were made to take long', () => {
  const long = `/w/${'a'.repeat(120)}/${'ab'.repeat(60)}.txt`;
  it.each([
    '*a'.repeat(90) + 'b',
    '?*'.repeat(90) + 'b',
    '[a-z]*'.repeat(30) + '!',
    '**/a*/'.repeat(30) + 'b',
    '{*,a*,*a}'.repeat(20) + '!',
    '{a,{a,{a,'.repeat(20) + '}}}'.repeat(20) + '!',
    '*(*a)*(*a)*(*a)!',
    '+(+(+(a|aa)))b',
    '\\'.repeat(199),
    '{1..99999999}',
    '[['.repeat(99),
    '*('.repeat(60) + ')'.repeat(60),
  ])(
    '%s',
    (glob) => {
      expect(matchesGlobs(long, [glob], '/w')).toBe(false);
    },
    LIMIT,
  );
});
