import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { seriesOf, type Member } from '../../../server/src/core/draft/enumerations.js';
import { ordinalAs, ordinalOf, ordinalSpan, renumber } from '../../../server/src/core/draft/ordinals.js';

/** The first ordinal of a text. */
function first(text: string): Member {
  const [member] = seriesOf(buildDraft(text, 'plain'))[0]?.members ?? [];
  if (member === undefined) throw new Error(`no ordinal in ${text}`);
  return member;
}

/** A text, its ordinal as it is called, what it would be called with the value, and the text with that. */
const written: readonly (readonly [string, string, number, string, string])[] = [
  ['一、修路', '一、', 12, '十二、', '十二、修路'],
  ['（一）修路', '（一）', 2, '（二）', '（二）修路'],
  ['(一)、修路', '(一)', 2, '(二)', '(二)、修路'],
  ['1.修路', '1.', 12, '12.', '12.修路'],
  ['12、修路', '12、', 3, '3、', '3、修路'],
  ['（１２）修路', '（１２）', 30, '（３０）', '（３０）修路'],
  ['①修路', '①', 10, '⑩', '⑩修路'],
  ['第一，修路', '第一', 3, '第三', '第三，修路'],
  ['第1、修路', '第1', 3, '第3', '第3、修路'],
  ['第十二：修路', '第十二', 3, '第三', '第三：修路'],
  ['其一，修路', '其一', 2, '其二', '其二，修路'],
  ['一是修路，好', '一是', 2, '二是', '二是修路，好'],
  ['一抓修路', '一抓', 2, '二抓', '二抓修路'],
  ['首先，修路', '首先', 3, '再次', '再次，修路'],
  ['首先要修路', '首先', 2, '其次', '其次要修路'],
  ['其次，修路', '其次', 1, '首先', '首先，修路'],
  ['再者，修路', '再者', 2, '其次', '其次，修路'],
];

describe('an ordinal', () => {
  it.each(written)('of %s is called %s and with %i %s', (text, name, value, as, renumbered) => {
    const member = first(text);
    expect(ordinalOf(member)).toBe(name);
    const span = ordinalSpan(member);
    expect(text.slice(span.start, span.end)).toBe(name);
    expect(ordinalAs(member, value)).toBe(as);
    const edit = renumber(member, value);
    expect(text.slice(0, edit?.span.start) + (edit?.text ?? '?') + text.slice(edit?.span.end)).toBe(
      renumbered,
    );
  });

  it.each([
    ['①修路', 11, '11'],
    ['首先，修路', 4, '4'],
  ])('of %s cannot be written as %i', (text, value, name) => {
    expect(renumber(first(text), value)).toBeUndefined();
    expect(ordinalAs(first(text), value)).toBe(name);
  });
});
