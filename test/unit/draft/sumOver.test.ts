import { describe, expect, it } from 'vitest';
import { AnalysisCache } from '../../../server/src/core/draft/analysisCache.js';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { sumOver } from '../../../server/src/core/draft/sumOver.js';

const asked: string[] = [];
const lengths = sumOver(({ text }) => {
  asked.push(text);
  return text.length;
});

describe('a sum over the paragraphs of a draft', () => {
  it('is that of each version, and asks only about what an edit changed', () => {
    const cache = new AnalysisCache();
    expect(lengths(buildDraft('天\n大地\n人', 'plain', cache))).toBe(4);
    asked.length = 0;
    const edited = buildDraft('天\n大地回春\n人\n人', 'plain', cache);
    expect([lengths(edited), lengths(edited)]).toEqual([7, 7]);
    expect(asked).not.toContain('天');
    expect(lengths(buildDraft('', 'plain', cache))).toBe(0);
  });

  it('of a draft by itself is made from all of it', () => {
    expect(lengths(buildDraft('天\n天', 'plain'))).toBe(2);
  });
});
