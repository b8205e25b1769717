import { describe, expect, it } from 'vitest';
import { isInside, type Rank } from '../../../server/src/core/draft/rank.js';

/** A heading by Markdown’s syntax: its number of #, and the level of its ordinal if it has one. */
const marked = (level: number, ordinal?: number): Rank => ({ level, ordinal, markedUp: true });

/** A heading that only its ordinal makes one; with another level where its ordinal counts nothing. */
const numbered = (ordinal: number): Rank => ({ level: ordinal, ordinal, markedUp: false });
const uncounted = (level: number): Rank => ({ level, ordinal: undefined, markedUp: false });

describe('a section', () => {
  it.each<readonly [string, Rank, Rank, boolean]>([
    ['of more # is inside one of fewer', marked(3), marked(2), true],
    ['of as many # is not', marked(2), marked(2), false],
    ['of fewer # is not', marked(2), marked(3), false],
    ['of #, whatever its ordinal, is inside by its #', marked(3, 1), marked(2, 2), true],
    ['of # is inside no other', marked(4), numbered(1), false],
    ['of a lower ordinal is inside one of a higher', numbered(2), numbered(1), true],
    ['of the same ordinal is not', numbered(2), numbered(2), false],
    ['of a higher ordinal is not', numbered(1), numbered(2), false],
    ['of an ordinal is inside one of # and a higher ordinal', numbered(2), marked(5, 1), true],
    ['and not inside one of # and its own ordinal', numbered(2), marked(1, 2), false],
    ['of an ordinal is inside one of # alone', numbered(1), marked(3), true],
    ['that cannot be compared is inside one of a higher level', uncounted(2), numbered(1), true],
    ['and not of its own', uncounted(2), numbered(2), false],
    ['nor of a lower', uncounted(1), numbered(2), false],
  ])('%s', (_, inner, outer, expected) => {
    expect(isInside(inner, outer)).toBe(expected);
  });
});
