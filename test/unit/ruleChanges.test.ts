import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { Edit, Finding } from '../../server/src/core/finding.js';
import { applyEdits, applyFixes, fixUntilStable } from '../../server/src/core/fixes.js';
import { ruleChanges } from '../../server/src/lsp/ruleChanges.js';
import { cases } from '../arbitraries/cases.js';

/** A finding that is mended by replacing each of `words` in the text, at its first occurrence. */
function finding(rule: string, text: string, ...words: readonly (readonly [string, string])[]): Finding {
  const edits = words.map(([before, after]): Edit => {
    const start = text.indexOf(before);
    return { span: { start, end: start + before.length }, text: after };
  });
  const fixes = [{ title: rule, safe: true, edits }];
  return { rule, severity: 'warning', message: rule, span: { start: 0, end: 1 }, related: [], fixes };
}

describe('changes by rule', () => {
  it('are one a fix where fixes stand by themselves', () => {
    const text = '同志们 ，大家好。。\n请坐 。\n';
    const findings = [
      finding('stray-space', text, [' ，', '，']),
      finding('duplicate-punctuation', text, ['。。', '。']),
      finding('stray-space', text, ['坐 ', '坐']),
    ];
    const after = applyFixes(text, findings).text;
    expect(ruleChanges(text, after, findings)).toEqual([
      { edit: { span: { start: 3, end: 5 }, text: '，' }, rules: ['stray-space'] },
      { edit: { span: { start: 8, end: 10 }, text: '。' }, rules: ['duplicate-punctuation'] },
      { edit: { span: { start: 12, end: 14 }, text: '坐' }, rules: ['stray-space'] },
    ]);
  });

  it('are one a line, in the name of its rules, where fixes build upon one another', () => {
    const text = '甲乙丙\n丁戊\n';
    const findings = [finding('one', text, ['乙', '']), finding('two', text, ['戊', '己'])];
    // As if the first fix had called for another on its line.
    expect(ruleChanges(text, '甲子\n丁己\n', findings)).toEqual([
      { edit: { span: { start: 1, end: 3 }, text: '子' }, rules: ['one'] },
      { edit: { span: { start: 5, end: 6 }, text: '己' }, rules: ['two'] },
    ]);
  });

  it('have a rule even on a line that only a later round reaches', () => {
    const text = '甲\n乙\n';
    expect(ruleChanges(text, '丙\n丁\n', [finding('one', text, ['甲', '丙'])])).toEqual([
      { edit: { span: { start: 0, end: 1 }, text: '丙' }, rules: ['one'] },
      { edit: { span: { start: 2, end: 3 }, text: '丁' }, rules: ['one'] },
    ]);
  });

  it('name both rules where both ask for the same', () => {
    const text = '甲乙\n';
    const findings = [finding('one', text, ['乙', '']), finding('two', text, ['乙', ''])];
    expect(ruleChanges(text, '甲\n', findings)).toEqual([
      { edit: { span: { start: 1, end: 2 }, text: '' }, rules: ['one', 'two'] },
    ]);
  });

  it('are one in all where lines come or go', () => {
    const text = '甲\n乙\n丙';
    const changes = ruleChanges(text, '甲乙\n丙', [finding('one', text, ['\n', ''])]);
    expect(changes.map(({ rules }) => rules)).toEqual([['one']]);
    expect(
      applyEdits(
        text,
        changes.map(({ edit }) => edit),
      ),
    ).toBe('甲乙\n丙');
  });

  it('make together what the fixes of any draft make', () => {
    const piece = fc.constantFrom(
      ...[
        '同志们',
        '，',
        '。',
        '。。',
        ' ',
        '  ',
        ',',
        '\n',
        '\r\n',
        '的的',
        '第一，',
        '抓好落实',
        '!',
        '“',
        '”',
        '责任',
      ],
    );
    const anyDraft = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const check = (text: string): readonly Finding[] => checkDraft(text, { format: 'plain' }).findings;
    fc.assert(
      fc.property(anyDraft, (text) => {
        const after = fixUntilStable(text, check).text;
        const changes = ruleChanges(text, after, check(text));
        expect(
          applyEdits(
            text,
            changes.map(({ edit }) => edit),
          ),
        ).toBe(after);
        expect(changes.every(({ rules }) => rules.length > 0)).toBe(true);
        const ends = changes.map(({ edit }) => edit.span);
        expect(ends.every((span, index) => index === 0 || (ends[index - 1]?.end ?? 0) <= span.start)).toBe(
          true,
        );
      }),
      cases(100),
    );
  });
});
