import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { excludeOneAnother, type Cut } from '../../../server/src/core/cutPlan/cut.js';
import { chooseCuts, planCuts } from '../../../server/src/core/cutPlan/planCuts.js';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { applyEdits } from '../../../server/src/core/fixes.js';
import { DEFAULT_GUIDE, NO_WORDS } from '../../../server/src/core/guide.js';
import {
  PassageComparison,
  type DraftPair,
  type DraftShare,
} from '../../../server/src/core/passages/comparison.js';
import { RESTRUCTURINGS, type RestructuringId } from '../../../server/src/core/restructure/restructurings.js';
import { termAt } from '../../../server/src/core/restructure/termAt.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { cases } from '../../arbitraries/cases.js';
import { anyText, drafts } from '../../arbitraries/drafts.js';
import { spanFaults } from './spanFaults.js';

const { segmenter } = loadSegmenter();

/** What is wrong with edits: they lie inside the text, in order, and do not overlap. */
function editFaults(
  text: string,
  edits: readonly { readonly span: { start: number; end: number } }[],
): string[] {
  const spans = edits.map(({ span }) => span);
  return [
    ...spanFaults(text, spans, true),
    ...spans
      .filter(({ start }, i) => start < (spans[i - 1]?.end ?? 0))
      .map(({ start }) => `${String(start)} overlaps`),
  ];
}

describe('restructuring any draft anywhere', () => {
  it('says what it would change or why it cannot, in both languages', () => {
    fc.assert(
      fc.property(
        drafts(5),
        fc.constantFrom(...(Object.keys(RESTRUCTURINGS) as RestructuringId[])),
        fc.nat(9999),
        fc.nat(30),
        fc.boolean(),
        fc.tuple(anyText, anyText).map((both) => both.map((text) => text.slice(0, 6))),
        ({ text, format }, id, share, length, onlyHere, [from = '', to = '']) => {
          const draft = buildDraft(text, format);
          const start = Math.floor((share * (text.length + 1)) / 10_000);
          const place = { start, end: Math.min(text.length, start + length) };
          const term = { from: onlyHere ? text.slice(start, start + 3) : from, to };
          const request = { draft, place, most: 60, segmenter, words: NO_WORDS, onlyHere, term };
          const outcome = RESTRUCTURINGS[id](request);
          if ('reason' in outcome) {
            expect([outcome.reason.zh, outcome.reason.en]).toEqual([
              expect.stringMatching(/[。？]$/u),
              expect.stringMatching(/[.?]$/u),
            ]);
          } else {
            expect(outcome.changes.length).toBeGreaterThan(0);
            expect(editFaults(text, outcome.changes)).toEqual([]);
            expect(applyEdits(text, outcome.changes)).not.toBe(text);
          }
          const { from: found } = termAt(request);
          if (found !== undefined) expect(text).toContain(found);
        },
      ),
      cases(300),
    );
  });
});

describe('the cut plan of any draft', () => {
  it('has cuts inside it that say how much they save', () => {
    fc.assert(
      fc.property(drafts(), fc.infiniteStream(fc.boolean()), ({ text, format }, coin) => {
        const checked = checkDraft(text, { format, segmenter });
        const cuts = planCuts(checked, DEFAULT_GUIDE);
        const made: Cut[] = [];
        for (const cut of cuts) {
          expect([...editFaults(text, cut.edits), ...spanFaults(text, cut.places)]).toEqual([]);
          expect(cut.characters).toBeGreaterThan(0);
          if (coin.next().value === true && !made.some((other) => excludeOneAnother(cut, other)))
            made.push(cut);
        }
        expect(chooseCuts(cuts, 0)).toEqual(cuts.map(() => false));
        const left = applyEdits(
          text,
          made.flatMap(({ edits }) => edits),
        );
        const saved = made.reduce((sum, { characters }) => sum + characters, 0);
        expect(buildDraft(left, format).characters).toBe(checked.characters - saved);
      }),
      cases(100),
    );
  });
});

describe('the passages of any drafts', () => {
  it('lie in both, whatever the order of the drafts', () => {
    fc.assert(
      fc.property(fc.array(drafts(4), { minLength: 1, maxLength: 4 }), fc.nat(9), (texts, pasted) => {
        const shared = texts[0]?.text ?? '';
        const all = texts.map((draft, index) => ({
          ...draft,
          id: `draft ${String(index)}`,
          text: index === pasted % texts.length ? draft.text + shared : draft.text,
        }));
        const compare = (order: typeof all): { pairs: DraftPair[]; shares: DraftShare[] } => {
          const comparison = new PassageComparison({ within: true });
          for (const { id, text, format } of order) comparison.add(id, buildDraft(text, format));
          return { pairs: [...comparison.compare()].flat(), shares: comparison.shares() };
        };
        const one = compare(all);
        expect(compare(all.toReversed())).toEqual(one);
        const textOf = (id: string): string => all.find((draft) => draft.id === id)?.text ?? '';
        expect(one.shares.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
        for (const { a, b, passages, shareOfA, shareOfB } of one.pairs) {
          const faults = passages.flatMap((passage) => [
            ...spanFaults(textOf(a), [passage.a]),
            ...spanFaults(textOf(b), [passage.b]),
          ]);
          expect(faults).toEqual([]);
          expect([shareOfA, shareOfB].every((share) => share >= 0 && share <= 1)).toBe(true);
        }
      }),
      cases(60),
    );
  });
});
