import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codesOf } from '../../../server/src/core/text/codes.js';
import { compileMatcher } from '../../../server/src/core/text/matcher.js';
import { cases } from '../../arbitraries/cases.js';

const letters = fc.constantFrom('茶', '山', '水');
const text = fc.array(letters, { maxLength: 30 }).map((chars) => chars.join(''));
const words = fc.array(
  fc.array(letters, { minLength: 1, maxLength: 5 }).map((chars) => chars.join('')),
  { maxLength: 8 },
);

it('finds the longest word that ends at each place', () => {
  fc.assert(
    fc.property(text, words, (read, list) => {
      const expected: string[] = [];
      for (let end = 1; end <= read.length; end++) {
        const longest = Math.max(
          0,
          ...list.filter((word) => read.slice(0, end).endsWith(word)).map((word) => word.length),
        );
        if (longest > 0) expected.push(`${String(end - longest)}-${String(end)}`);
      }
      const found: string[] = [];
      compileMatcher(list).match(codesOf(read), (start, end) =>
        found.push(`${String(start)}-${String(end)}`),
      );
      expect(found).toEqual(expected);
    }),
    cases(500),
  );
});
