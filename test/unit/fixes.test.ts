import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit, Finding } from '../../server/src/core/finding.js';
import { applyEdits, applyFixes, fixUntilStable } from '../../server/src/core/fixes.js';
import { cases } from '../arbitraries/cases.js';

function edit(start: number, end: number, text = ''): Edit {
  return { span: { start, end }, text };
}

/** A finding whose fix makes the edits. */
function finding(edits: readonly Edit[], safe = true): Finding {
  return {
    rule: 'stray-space',
    severity: 'warning',
    message: '',
    span: edits[0]?.span ?? { start: 0, end: 0 },
    related: [],
    fixes: [{ title: '', safe, edits }],
  };
}

/** A rule for these tests: what the pattern matches is replaced. */
function replacing(pattern: RegExp, replacement: string): (text: string) => Finding[] {
  return (text) =>
    [...text.matchAll(pattern)].map((match) =>
      finding([edit(match.index, match.index + match[0].length, replacement)]),
    );
}

describe('applyEdits', () => {
  it('replaces, inserts and deletes in any order', () => {
    expect(applyEdits('甲乙丙丁', [edit(3, 4, '戊'), edit(0, 1), edit(2, 2, '，')])).toBe('乙，丙戊');
  });

  it('puts back together a text cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pieces) => {
        let at = 0;
        const edits = pieces.map(([before, after]) => edit(at, (at += before.length), after));
        expect(applyEdits(pieces.map(([before]) => before).join(''), edits)).toBe(
          pieces.map(([, after]) => after).join(''),
        );
      }),
      cases(100),
    );
  });
});

describe('applyFixes', () => {
  it('applies safe fixes only', () => {
    expect(applyFixes('甲 乙 丙', [finding([edit(1, 2)]), finding([edit(3, 4)], false)])).toEqual({
      text: '甲乙 丙',
      applied: 1,
    });
  });

  it('applies one fix of a finding that offers several', () => {
    const both: Finding = {
      ...finding([]),
      fixes: [
        { title: '', safe: false, edits: [edit(0, 1, '子')] },
        { title: '', safe: true, edits: [edit(0, 1, '丑')] },
        { title: '', safe: true, edits: [edit(1, 2, '寅')] },
      ],
    };
    expect(applyFixes('甲乙', [both])).toEqual({ text: '丑乙', applied: 1 });
  });

  it('leaves a fix for later that overlaps an earlier one, and applies none of its edits', () => {
    const fixes = [
      finding([edit(1, 3, '乙')]),
      finding([edit(2, 4), edit(5, 6)]),
      finding([edit(4, 5, '戊')]),
    ];
    expect(applyFixes('甲  丁己庚', fixes)).toEqual({ text: '甲乙丁戊庚', applied: 2 });
  });

  it('makes one insertion at a place, and the same edit once for two findings', () => {
    expect(applyFixes('甲乙', [finding([edit(1, 1, '。')]), finding([edit(1, 1, '，')])])).toEqual({
      text: '甲。乙',
      applied: 1,
    });
    expect(applyFixes('甲 乙', [finding([edit(1, 2)]), finding([edit(1, 2)])])).toEqual({
      text: '甲乙',
      applied: 2,
    });
  });

  it('lets fixes stand side by side', () => {
    expect(
      applyFixes('甲 乙', [finding([edit(0, 1, '子')]), finding([edit(1, 2)]), finding([edit(2, 3, '丑')])]),
    ).toEqual({ text: '子丑', applied: 3 });
  });

  it('does not apply edits outside the text or over one another', () => {
    const wrong = [[edit(1, 9)], [edit(-1, 1)], [edit(2, 1)], [edit(0, 2), edit(1, 2)]].map((edits) =>
      finding(edits),
    );
    expect(applyFixes('甲乙', wrong)).toEqual({ text: '甲乙', applied: 0 });
  });
});

describe('fixUntilStable', () => {
  it('goes on while a fix makes room for another', () => {
    expect(fixUntilStable('甲    乙', replacing(/ {2}/gu, ' '))).toEqual({ text: '甲 乙', applied: 3 });
  });

  it('changes nothing where nothing is to be fixed', () => {
    expect(fixUntilStable('甲乙', () => [])).toEqual({ text: '甲乙', applied: 0 });
    expect(fixUntilStable('甲乙', replacing(/甲/gu, '甲'))).toEqual({ text: '甲乙', applied: 0 });
  });

  it('takes fixes that undo one another back to where they began', () => {
    const check = (text: string): Finding[] =>
      text.includes('丙')
        ? replacing(/丙/gu, '甲')(text)
        : replacing(/[甲乙]/gu, text.includes('甲') ? '乙' : '甲')(text);
    const first = fixUntilStable('丙', check);
    expect(first).toEqual({ text: '甲', applied: 1 });
    expect(fixUntilStable(first.text, check)).toEqual({ text: '甲', applied: 0 });
  });

  it('ends with fixes that never end', () => {
    expect(fixUntilStable('甲', replacing(/$/gu, '甲')).text.length).toBeLessThan(100);
  });
});
