import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { AnalysisCache } from '../../../server/src/core/draft/analysisCache.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { cases } from '../../arbitraries/cases.js';
import { drafts } from '../../arbitraries/drafts.js';
import { changed, changesOf, sampleEdit } from '../../arbitraries/edits.js';
import { guide, GUIDES } from '../../arbitraries/guides.js';

const { segmenter } = loadSegmenter();

/** What is changed beside the text: back to the version before the last, another guide, words or none. */
const step = fc.record({
  edits: fc.array(sampleEdit, { maxLength: 2 }),
  undo: fc.nat(5).map((roll) => roll === 0),
  guide: fc.option(guide, { freq: 4, nil: undefined }),
  words: fc.nat(5).map((roll) => roll > 0),
});

describe('a draft that is edited', () => {
  it('is found to be what its text is, whatever it was before', () => {
    fc.assert(
      fc.property(
        drafts(6),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        guide,
        ({ text, format }, steps, firstGuide) => {
          const cache = new AnalysisCache();
          let [before, now] = [text, text];
          let itsGuide = firstGuide;
          for (const { edits, undo, guide: other, words } of [
            { edits: [], undo: false, guide: undefined, words: false },
            ...steps,
          ]) {
            const next = undo
              ? before
              : edits.reduce((last, edit) => changesOf(edit, last).reduce(changed, last), now);
            [before, now] = [now, next];
            itsGuide = other ?? itsGuide;
            const options = { format, guide: GUIDES[itsGuide], segmenter: words ? segmenter : undefined };
            const { draft: _kept, ...kept } = checkDraft(now, { ...options, cache });
            const { draft: _fresh, ...fresh } = checkDraft(now, options);
            expect(kept).toEqual(fresh);
          }
        },
      ),
      cases(50),
    );
  });
});
