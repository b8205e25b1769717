import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisCache } from '../../../server/src/core/draft/analysisCache.js';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { carriedIndex, type ContentChange } from '../../../server/src/core/draft/carriedIndex.js';
import { cases } from '../../arbitraries/cases.js';

const applied: ContentChange[] = [];

/** How often each line stands in a draft. */
const linesOf = carriedIndex(
  () => new Map<string, number>(),
  (index, change) => {
    applied.push(change);
    const count = (line: string, by: number): void => {
      const now = (index.get(line) ?? 0) + by;
      if (now === 0) index.delete(line);
      else index.set(line, now);
    };
    for (const { text } of change.removed) count(text, -1);
    for (const { text } of change.added) count(text, 1);
    if (index.has('错')) throw new Error('a line that no index can hold');
  },
);

function counted(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

const line = fc.constantFrom('', '天', '地', '人', '和');

describe('an index that goes from version to version', () => {
  it('is that of the version which is asked, for any sequence of versions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(line), fc.boolean()), { maxLength: 8 }), (versions) => {
        const cache = new AnalysisCache();
        for (const [lines, asked] of versions) {
          const draft = buildDraft(lines.join('\n'), 'plain', cache);
          if (asked) expect(linesOf(draft)).toEqual(counted(lines));
        }
      }),
      cases(200),
    );
  });

  it('is told no more than what lies between two versions', () => {
    const cache = new AnalysisCache();
    linesOf(buildDraft('天\n地\n人\n和', 'plain', cache));
    buildDraft('天\n地\n地\n人\n和', 'plain', cache);
    const draft = buildDraft('天\n人\n人\n和', 'plain', cache);
    applied.length = 0;
    linesOf(draft);
    linesOf(draft);
    expect(
      applied.map(({ at, removed, added }) => [
        at,
        removed.map(({ text }) => text),
        added.map(({ text }) => text),
      ]),
    ).toEqual([[1, ['地'], ['人']]]);
  });

  it('is made again for a version whose index has gone on, and goes on all the same', () => {
    const cache = new AnalysisCache();
    const first = buildDraft('天\n地', 'plain', cache);
    linesOf(first);
    const second = buildDraft('天\n人', 'plain', cache);
    expect(linesOf(second)).toEqual(counted(['天', '人']));
    expect(linesOf(first)).toEqual(counted(['天', '地']));
    expect(linesOf(buildDraft('和', 'plain', cache))).toEqual(counted(['和']));
  });

  it('is made anew after it failed', () => {
    const cache = new AnalysisCache();
    linesOf(buildDraft('天', 'plain', cache));
    const broken = buildDraft('天\n错', 'plain', cache);
    expect(() => linesOf(broken)).toThrow('no index');
    expect(linesOf(buildDraft('天\n地', 'plain', cache))).toEqual(counted(['天', '地']));
  });
});
