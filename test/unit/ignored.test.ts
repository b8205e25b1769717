import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { Finding } from '../../server/src/core/finding.js';
import { ignoredFinding, withoutIgnored } from '../../server/src/core/ignored.js';

const TEXT = '同志们：\n请某某同志讲话，大家认真听，回去抓好落实。\n会后，请某某同志带队，到青石镇看一看。\n';

function findings(text: string, ignored = [] as Parameters<typeof withoutIgnored>[2]): readonly Finding[] {
  return checkDraft(text, { format: 'plain', guide: { rules: {}, ignored } }).findings;
}

/** The only findings of the text. */
function both(): readonly [Finding, Finding] {
  const [first, second, ...more] = findings(TEXT);
  if (first === undefined || second === undefined || more.length > 0) throw new Error('not two findings');
  return [first, second];
}

describe('an ignored finding', () => {
  it('is not told again at its place, and elsewhere is', () => {
    const [first, second] = both();
    const entry = ignoredFinding(TEXT, first, 'here');
    expect(entry).toEqual({
      rule: 'placeholder-left',
      text: '某某',
      context: '请〔…〕同志讲话，大家认真听，回',
    });
    expect(findings(TEXT, [entry])).toEqual([second]);
  });

  it('stays ignored when the draft is edited elsewhere, or set otherwise', () => {
    const entry = ignoredFinding(TEXT, both()[0], 'here');
    const moved = `春耕备耕工作会议\n\n${TEXT.replace('到青石镇看一看', '到柳湾村走一走').replace('请某某', '　请 某某')}`;
    expect(findings(moved, [entry]).filter(({ rule }) => rule === 'placeholder-left')).toHaveLength(1);
    const rewritten = TEXT.replace('讲话，大家认真听', '作报告，大家记一记');
    expect(findings(rewritten, [entry])).toHaveLength(2);
  });

  it('is told nowhere when its wording is ignored', () => {
    expect(findings(TEXT, [ignoredFinding(TEXT, both()[0], 'everywhere')])).toEqual([]);
  });

  it('is of its rule only', () => {
    expect(findings(TEXT, [{ rule: 'stray-space', text: '某某' }])).toHaveLength(2);
  });
});

it('is recorded so that it is known again, whatever the text and the place', () => {
  const place = fc
    .tuple(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(80), fc.nat(40))
    .map(([text, start, length]) => ({
      text,
      span: { start: Math.min(start, text.length), end: Math.min(start + length, text.length) },
    }));
  fc.assert(
    fc.property(place, fc.constantFrom('here', 'everywhere'), ({ text, span }, where) => {
      const finding: Finding = { rule: 'a', severity: 'hint', message: '', span, related: [], fixes: [] };
      const entry = ignoredFinding(text, finding, where);
      expect(entry.text.trim()).not.toBe('');
      expect(withoutIgnored(text, [finding], [entry])).toEqual([]);
      expect(withoutIgnored(text, [finding], [{ ...entry, rule: 'b' }])).toEqual([finding]);
    }),
  );
});
