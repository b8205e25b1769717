import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sieve } from '../../../server/src/core/text/sieve.js';
import { cases } from '../../arbitraries/cases.js';

describe('Sieve', () => {
  it('lets through all hashes that come twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 })), (hashes) => {
        const sieve = new Sieve(hashes.length);
        for (const hash of hashes) sieve.add(hash);
        for (const hash of hashes)
          if (hashes.indexOf(hash) !== hashes.lastIndexOf(hash)) expect(sieve.mayRecur(hash)).toBe(true);
      }),
      cases(300),
    );
  });

  it('keeps back most that come once', () => {
    const hashes = Array.from({ length: 10_000 }, (_, i) => Math.imul(i + 1, 0x5bd1e995));
    const sieve = new Sieve(hashes.length);
    for (const hash of hashes) sieve.add(hash);
    expect(hashes.filter((hash) => sieve.mayRecur(hash)).length).toBeLessThan(hashes.length / 5);
  });
});
