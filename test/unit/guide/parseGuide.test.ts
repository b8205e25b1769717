import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../server/src/core/guide/parseGuide.js';
import { PRESET_NAMES, presetOf } from '../../../server/src/core/guide/presets.js';
import { readRuleSettings } from '../../../server/src/core/guide/ruleSettings.js';
import { ValueReader } from '../../../server/src/core/guide/values.js';
import { cases } from '../../arbitraries/cases.js';

/** The problems of a text: what each stands at, and what it says. */
function problems(text: string): [string, string][] {
  return parseGuide(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message.zh]);
}

describe('a guide file', () => {
  it('sets severities, options, words and overrides, with comments', () => {
    const { file, problems: wrong } = parseGuide(`{
  // 青石镇的讲话稿
  "$schema": "https://example.com/schema.json",
  "extends": ["plain", "../common.json"],
  "rules": {
    "sentence-too-long": { "max": 90 },
    "stray-space": "off", /* 由排版统一处理 */
    "repeated-word": { "severity": "hint", "modifiers": ["着力"] },
  },
  "fixedTerms": ["五比五不比"],
  "preferredTerms": { "党办": "党委办公室" },
  "stockPhrases": ["打好组合拳"],
  "confusableWords": { "青石真": "青石镇" },
  "overrides": [
    { "files": "致辞/**", "extends": "ceremonial", "rules": { "speech-length": { "maxMinutes": 5 } } },
    { "files": ["*.md", "通知/"], "fixedTerms": ["特此通知"] },
  ],
  "ignored": [{ "rule": "repeated-phrase", "text": "齐心协力", "before": "大家", "after": "" }],
  "structures": [
    { "name": "青石开场", "text": "今天，我们在【地点】开会。", "prefix": "QSkc", "part": "opening" },
    { "name": "青石结尾", "text": ["谢谢大家！", "", "散会。"], "prefix": ["qsjw", "青石结尾"], "occasions": ["ceremony", "chairing"] },
  ],
}
`);
    expect(wrong).toEqual([]);
    expect(file).toMatchObject({
      bases: [
        { kind: 'preset', name: 'plain' },
        { kind: 'file', path: '../common.json' },
      ],
      rules: {
        'sentence-too-long': { options: { max: 90 } },
        'stray-space': { severity: 'off' },
        'repeated-word': { severity: 'hint', options: { modifiers: ['着力'] } },
      },
      words: {
        fixedTerms: ['五比五不比'],
        preferredTerms: { 党办: '党委办公室' },
        stockPhrases: ['打好组合拳'],
        confusableWords: { 青石真: '青石镇' },
      },
      overrides: [
        {
          files: ['致辞/**'],
          presets: ['ceremonial'],
          rules: { 'speech-length': { options: { maxMinutes: 5 } } },
        },
        { files: ['*.md', '通知/'], presets: [], words: { fixedTerms: ['特此通知'] } },
      ],
      ignored: [{ rule: 'repeated-phrase', text: '齐心协力', before: '大家', after: '' }],
      structures: [
        {
          name: '青石开场',
          prefixes: ['qskc'],
          body: '今天，我们在${1:【地点】}开会。$0',
          part: 'opening',
          occasions: [],
        },
        {
          name: '青石结尾',
          prefixes: ['qsjw', '青石结尾'],
          body: '谢谢大家！\n\n散会。$0',
          occasions: ['ceremony', 'chairing'],
        },
      ],
    });
  });

  it.each(['', '  \n', '// 还没有写\n', '{}'])('may say nothing: %j', (text) => {
    const { file, problems: wrong } = parseGuide(text);
    expect(wrong).toEqual([]);
    expect(file.rules).toEqual({});
  });

  it.each([
    ['[]', '[]', '应为 { } 括起来的一组设置，这一处没有生效。'],
    ['{"rule": {}}', '"rule"', '没有这个项目，这一处没有生效；是不是想写“rules”。'],
    [
      '{"rules": {"sentence-to-long": {"max": 90}}}',
      '"sentence-to-long"',
      '没有这条规则，这一处没有生效；是不是想写“sentence-too-long”。',
    ],
    ['{"rules": {"completely-else": "off"}}', '"completely-else"', '没有这条规则，这一处没有生效。'],
    [
      '{"rules": {"sentence-too-long": {"Max ": 90}}}',
      '"Max "',
      '这条规则没有这个选项，这一处没有生效；是不是想写“max”。',
    ],
    [
      '{"rules": {"sentence-too-long": {"constructor": []}}}',
      '"constructor"',
      '这条规则没有这个选项，这一处没有生效。',
    ],
    ['{"rules": {"sentence-too-long": {"max": 5}}}', '5', '应为 20 到 1000 之间的整数，这一处没有生效。'],
    [
      '{"rules": {"sentence-too-long": {"max": null}}}',
      'null',
      '应为 20 到 1000 之间的整数，这一处没有生效。',
    ],
    [
      '{"rules": {"stray-space": "of"}}',
      '"of"',
      '应为 error、warning、information、hint、off 之一，这一处没有生效；是不是想写“off”。',
    ],
    ['{"rules": {"stray-space": 3}}', '3', '应为 { } 括起来的一组设置，这一处没有生效。'],
    [
      '{"extends": "plian"}',
      '"plian"',
      '没有“plian”这套设置，应为 standard、plain、ceremonial、report、document 之一，或另一个风格文件的路径（如 ./common.json），这一处没有生效；是不是想写“plain”。',
    ],
    ['{"extends": ["plain", 3]}', '3', '应为不空的文字，写在英文双引号里，这一处没有生效。'],
    ['{"fixedTerms": ["一", " "]}', '" "', '应为不空的文字，写在英文双引号里，这一处没有生效。'],
    ['{"preferredTerms": {"党办": "党办"}}', '"党办"', '换成的说法和原来一样，这一处没有生效。'],
    ['{"preferredTerms": ["党办"]}', '["党办"]', '应为 { } 括起来的一组设置，这一处没有生效。'],
    ['{"overrides": [{"rules": {}}]}', '{"rules": {}}', '缺少“files”，不知道用于哪些稿子，这一处没有生效。'],
    [
      '{"ignored": [{"rule": "stray-space"}]}',
      '{"rule": "stray-space"}',
      '缺少“rule”或“text”，这一处没有生效。',
    ],
    ['{"structures": {}}', '{}', '应为 [ ] 括起来的列表，这一处没有生效。'],
    ['{"structures": [{"name": "开场"}]}', '{"name": "开场"}', '缺少“name”或“text”，这一处没有生效。'],
    ['{"structures": [{"name": "开场", "text": ["", ""]}]}', '["", ""]', '正文是空的，这一处没有生效。'],
    [
      '{"structures": [{"name": "开场", "text": ["一", 2]}]}',
      '2',
      '应为不空的文字，写在英文双引号里，这一处没有生效。',
    ],
    [
      '{"structures": [{"name": "甲", "text": "一"}, {"name": "甲", "text": "二"}]}',
      '"甲"',
      '前面已经有“甲”，名称要各不相同，这一处没有生效。',
    ],
    [
      '{"structures": [{"name": "甲", "text": "一", "prefix": ["jia", "a b"]}]}',
      '"a b"',
      '缩写里不能有空格，这一处没有生效。',
    ],
    [
      '{"structures": [{"name": "甲", "text": "一", "occasions": ["cermony"]}]}',
      '"cermony"',
      '应为 mobilisation、summary、commendation、symposium、party-lecture、ceremony、chairing、concluding、safety、appointment 之一，这一处没有生效；是不是想写“ceremony”。',
    ],
    [
      '{"structures": [{"name": "甲", "txt": "一"}]}',
      '{"name": "甲", "txt": "一"}',
      '缺少“name”或“text”，这一处没有生效。',
    ],
    ['{"rules": {"stray-space": "off" "x": 1}}', '"x"', '这里前面缺一个英文逗号。'],
    ['{“rules”: {}}', '“', '这里用了中文标点，请改成英文的：引号 "、逗号 ,、冒号 :、括号 { } [ ]。'],
    [
      '{"fixedTerms": ["甲"], "fixedTerms": ["乙"]}',
      '"fixedTerms"',
      '“fixedTerms”前面已经写过，以这一次的为准；请合成一处。',
    ],
  ])('%s is a problem at its place', (text, place, message) => {
    const found = problems(text);
    expect(found[0]).toEqual([place, message]);
  });

  it('points at the value of a preferred term that leads in a circle', () => {
    const text = '{"preferredTerms": {"甲": "乙", "乙": "甲", "丙": "丁"}}';
    expect(problems(text).map(([place]) => place)).toEqual(['"乙"', '"甲"']);
    expect(parseGuide(text).file.words.preferredTerms).toEqual({ 丙: '丁' });
  });

  it('holds but for its mistakes', () => {
    const { file } = parseGuide(`{
      "extends": ["plain", "none"],
      "rules": { "no-rule": "off", "stray-space": "hint", "sentence-too-long": { "max": "x", "severe": 200 } },
      "fixedTerms": ["甲", 1, "乙"],
      "overrides": [7, { "files": "*.md", "rules": { "stray-space": "off" } }],
      "stockPhrases": [`);
    expect(file.bases).toEqual([{ kind: 'preset', name: 'plain' }]);
    expect(file.rules).toEqual({
      'stray-space': { severity: 'hint' },
      'sentence-too-long': { options: { severe: 200 } },
    });
    expect(file.words.fixedTerms).toEqual(['甲', '乙']);
    expect(file.overrides).toHaveLength(1);
  });

  it('keeps a structure but for what is wrong with it, and the first of one name', () => {
    const { file } = parseGuide(`{ "structures": [
      { "name": "甲", "text": "一", "prefix": 3, "part": "none", "occasions": ["safety", "none", "safety"] },
      { "name": "甲", "text": "二" },
      { "name": "乙" }, 7,
      { "name": "丙", "text": ["一", 2, "", "三"] } ] }`);
    expect(file.structures).toEqual([
      { name: '甲', prefixes: [], body: '一$0', occasions: ['safety'] },
      { name: '丙', prefixes: [], body: '一\n\n三$0', occasions: [] },
    ]);
  });

  it('holds by its last value where a name is written twice', () => {
    const text = '{"fixedTerms": [1, 2], "fixedTerms": ["乙", 3]}';
    expect(parseGuide(text).file.words.fixedTerms).toEqual(['乙']);
    expect(problems(text).map(([place]) => place)).toEqual(['"fixedTerms"', '3']);
  });

  it('may be called whatever JavaScript knows', () => {
    const text =
      '{"__proto__": {"rules": {}}, "preferredTerms": {"__proto__": "原型", "constructor": "构造"}}';
    const { file } = parseGuide(text);
    expect(Object.entries(file.words.preferredTerms)).toEqual([
      ['__proto__', '原型'],
      ['constructor', '构造'],
    ]);
    expect(problems(text)).toEqual([['"__proto__"', '没有这个项目，这一处没有生效。']]);
  });

  it('is quoted on one line and not at length', () => {
    const name = `甲\\n\\u001b[2J${'长'.repeat(500)}`;
    const [[, said] = []] = problems(`{"extends": "${name}"}`);
    expect(said).toMatch(/^没有“甲\uFFFD\uFFFD\[2J长{30,}…”这套设置/u);
    expect(said?.length).toBeLessThan(200);
  });

  it('that is nested beyond reason is one problem', () => {
    const text = `{"rules": ${'['.repeat(200_000)}`;
    expect(parseGuide(text).problems).toHaveLength(1);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'{}[],:"\\/*\n'.split(''),
    '"rules"',
    '"extends"',
    '"plain"',
    '"overrides"',
    '"files"',
    '"sentence-too-long"',
    '"max"',
    '"ignored"',
    '"fixedTerms"',
    '"preferredTerms"',
    '"off"',
    '30',
    'null',
    '“',
    '//',
    '\uD800',
  );
  it.each([
    ['at random', fc.string({ unit: 'binary', maxLength: 60 })],
    ['of a guide’s pieces', fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))],
    ['of JSON', fc.json()],
  ])('%s is read without an error, with problems inside it', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { file, problems: wrong } = parseGuide(text);
        for (const { span, message } of wrong) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(message.zh).toMatch(/[。]$/u);
          expect(message.en).toMatch(/\.$/u);
        }
        expect(Array.isArray(file.words.fixedTerms)).toBe(true);
      }),
      cases(300),
    );
  });
});

describe('the presets', () => {
  it.each(PRESET_NAMES)('%s sets only what rules know', (name) => {
    const reader = new ValueReader();
    const rules = Object.fromEntries(
      Object.entries(presetOf(name).rules).map(([id, { severity, options }]) => [
        id,
        { ...(severity === undefined ? {} : { severity }), ...options },
      ]),
    );
    expect(Object.keys(readRuleSettings(reader, [], rules, { shorthand: false }))).toEqual(
      Object.keys(rules),
    );
    expect(reader.problems).toEqual([]);
  });

  it('plain is stricter with lengths than standard', () => {
    expect(presetOf('plain').rules).toMatchObject({
      'paragraph-too-long': { options: { max: 300 } },
      'sentence-too-long': { options: { max: 80 } },
    });
    expect(presetOf('standard').rules).toEqual({});
  });
});
