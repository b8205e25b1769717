import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addIgnored, newGuide, readIgnored, removeIgnored } from '../../../client/src/ignoring/guideText.js';
import { parseGuide } from '../../../server/src/core/guide/parseGuide.js';
import type { IgnoredFinding } from '../../../server/src/lsp/protocol/ignoring.js';
import { cases } from '../../arbitraries/cases.js';

const A: IgnoredFinding = { rule: 'stock-phrase', text: '大力弘扬' };
const B: IgnoredFinding = { rule: 'placeholder-left', text: '某某', before: '', after: '同志“讲话”' };
const C: IgnoredFinding = { rule: 'stray-space', text: '␣', before: '会议', after: '开' };

const LINE_A = '{ "rule": "stock-phrase", "text": "大力弘扬" }';
const LINE_B = String.raw`{ "rule": "placeholder-left", "text": "某某", "before": "", "after": "同志“讲话”" }`;

/** What the text says to the checker, which must find nothing wrong with it. */
function said(text: string | undefined): readonly IgnoredFinding[] {
  const { file, problems } = parseGuide(text ?? '?');
  expect(problems, text).toEqual([]);
  return file.ignored;
}

describe('an entry is added', () => {
  it('to nothing', () => {
    expect(addIgnored('', A)).toBe(newGuide(A));
    expect(newGuide(A)).toBe(`{\n  "ignored": [\n    ${LINE_A}\n  ]\n}\n`);
    expect(said(newGuide(A))).toEqual([A]);
  });

  it('to a guide without a list, behind the comments', () => {
    const guide = '// 我们的风格\n{\n    "extends": "plain" // 从严\n    // 完\n}\n';
    expect(addIgnored(guide, B)).toBe(
      `// 我们的风格\n{\n    "extends": "plain", // 从严\n    // 完\n    "ignored": [\n        ${LINE_B}\n    ]\n}\n`,
    );
  });

  it('to an empty list and an empty guide', () => {
    expect(said(addIgnored('{}', A))).toEqual([A]);
    expect(addIgnored('{\n  "ignored": []\n}', A)).toBe(`{\n  "ignored": [\n    ${LINE_A}\n  ]\n}`);
    expect(said(addIgnored('{"ignored": [ /* 无 */ ]}', A))).toEqual([A]);
  });

  it('behind others, their remarks left where they stand', () => {
    const guide = `{\r\n  "ignored": [\r\n    ${LINE_A} // 老书记的话\r\n  ]\r\n}\r\n`;
    expect(addIgnored(guide, B)).toBe(
      `{\r\n  "ignored": [\r\n    ${LINE_A}, // 老书记的话\r\n    ${LINE_B}\r\n  ]\r\n}\r\n`,
    );
    const trailing = `{\n  "ignored": [\n    ${LINE_A}, // 老书记的话\n  ],\n}\n`;
    expect(addIgnored(trailing, B)).toBe(
      `{\n  "ignored": [\n    ${LINE_A}, // 老书记的话\n    ${LINE_B}\n  ],\n}\n`,
    );
  });

  it('once', () => {
    expect(addIgnored(newGuide(A), { ...A })).toBe(newGuide(A));
  });

  it('to nothing that would be spoilt', () => {
    expect(addIgnored('{ "ignored": [', A)).toBeUndefined();
    expect(addIgnored('{ "ignored": {} }', A)).toBeUndefined();
    expect(addIgnored('[]', A)).toBeUndefined();
  });
});

describe('an entry is taken back', () => {
  const guide = `{\n  // 忽略\n  "ignored": [\n    // 甲\n    ${LINE_A}, // 老书记的话\n    ${LINE_B} /* 人名 */\n  ]\n}\n`;

  it('with the remark on its line, and others stay', () => {
    expect(removeIgnored(guide, [A])).toBe(
      `{\n  // 忽略\n  "ignored": [\n    // 甲\n    ${LINE_B} /* 人名 */\n  ]\n}\n`,
    );
    expect(removeIgnored(guide, [B])).toBe(
      `{\n  // 忽略\n  "ignored": [\n    // 甲\n    ${LINE_A} // 老书记的话\n  ]\n}\n`,
    );
    expect(said(removeIgnored(guide, [A, B]))).toEqual([]);
  });

  it('from one line', () => {
    expect(removeIgnored(`{"ignored": [${LINE_A}, ${LINE_B}]}`, [A])).toBe(`{"ignored": [${LINE_B}]}`);
    expect(said(removeIgnored(`{"ignored": [${LINE_A}, ${LINE_B}]}`, [B]))).toEqual([A]);
  });

  it('only if it is there', () => {
    expect(removeIgnored(guide, [C])).toBe(guide);
    expect(removeIgnored('{}', [C])).toBeUndefined();
    expect(removeIgnored('{', [C])).toBeUndefined();
  });
});

it('whatever is added and taken back, the rest is as it was', () => {
  const guides = fc.constantFrom(
    '{}',
    '{\n  // 风格\n  "extends": "report", // 报告\n  "fixedTerms": ["实干"]\n}\n',
    newGuide(C),
    `{"ignored":[],}`,
  );
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.trim() !== '');
  const entry = fc.record(
    { rule: text, text, before: text, after: text },
    { requiredKeys: ['rule', 'text'] },
  );
  fc.assert(
    fc.property(guides, fc.array(entry, { maxLength: 5 }), (guide, entries) => {
      const before = readIgnored(guide);
      let now = guide;
      for (const one of entries) now = addIgnored(now, one) ?? '?';
      expect(said(now)).toEqual(readIgnored(now));
      expect(readIgnored(now)).toEqual(expect.arrayContaining([...before, ...entries]));
      expect(said(entries.length === 0 ? now : removeIgnored(now, entries))).toEqual(before);
      expect(parseGuide(now).file.bases).toEqual(parseGuide(guide).file.bases);
    }),
    cases(100),
  );
});
