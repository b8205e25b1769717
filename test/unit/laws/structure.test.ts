import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { foldsOf } from '../../../server/src/core/draft/folds.js';
import type { Draft } from '../../../server/src/core/draft/model.js';
import { outlineOf, type OutlineEntry } from '../../../server/src/core/draft/outline.js';
import { widenings } from '../../../server/src/core/draft/widenings.js';
import { contains, type Span } from '../../../server/src/core/text/span.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { tileWords } from '../../../server/src/segmenter/words.js';
import { cases } from '../../arbitraries/cases.js';
import { anyText, drafts } from '../../arbitraries/drafts.js';
import { noise } from '../../arbitraries/noise.js';
import { spanFaults } from './spanFaults.js';

it('the paragraphs of any draft are in order, and stand in it as they are', () => {
  fc.assert(
    fc.property(drafts(), ({ text, format }) => {
      const draft = buildDraft(text, format);
      let end = 0;
      for (const { index, pieces, text: prose, analysis } of draft.paragraphs) {
        const [first, last] = [pieces[0], pieces.at(-1)];
        expect(prose.trim()).not.toBe('');
        expect(draft.paragraphs[index]?.text).toBe(prose);
        expect(first?.source).toBeGreaterThanOrEqual(end);
        expect(pieces.reduce((at, piece) => (piece.at === at ? at + piece.length : NaN), 0)).toBe(
          prose.length,
        );
        end = (last?.source ?? 0) + (last?.length ?? 0);
        expect(end).toBeLessThanOrEqual(text.length);
        const inside = [...analysis.sentences, ...analysis.quotations, ...analysis.markers];
        expect(inside.every((one) => one.start >= 0 && one.start < one.end && one.end <= prose.length)).toBe(
          true,
        );
        expect(analysis.sentences.every((one, i) => one.start >= (analysis.sentences[i - 1]?.end ?? 0))).toBe(
          true,
        );
      }
    }),
    cases(150),
  );
});

/** What is wrong with entries: each lies inside the one above, and behind the one before. */
function outlineFaults(text: string, entries: readonly OutlineEntry[], around: Span): string[] {
  let before = around.start;
  return entries.flatMap((entry) => {
    const faults = spanFaults(text, [entry, entry.label]);
    if (!contains(around, entry)) faults.push(`${entry.name} is outside`);
    if (entry.start < before) faults.push(`${entry.name} begins inside another`);
    if (!contains(entry, entry.label)) faults.push(`${entry.name} has its label outside`);
    if (/^\s*$|[\r\n]/u.test(entry.name)) faults.push(`${JSON.stringify(entry.name)} is no name`);
    before = entry.end;
    return [...faults, ...outlineFaults(text, entry.children, entry)];
  });
}

/** Whether two spans are apart, or one lies in the other. */
function nest(a: Span, b: Span): boolean {
  return a.end <= b.start || b.end <= a.start || contains(a, b) || contains(b, a);
}

it('outline, folds and selections of any draft nest, and keep inside it', () => {
  fc.assert(
    fc.property(drafts(), fc.nat(9999), ({ text, format }, share) => {
      const draft: Draft = buildDraft(text, format);
      const whole = { start: 0, end: text.length };
      expect(outlineFaults(text, outlineOf(draft), whole)).toEqual([]);
      const folds = foldsOf(draft);
      expect(spanFaults(text, folds)).toEqual([]);
      expect(folds.every((fold, i) => folds.slice(0, i).every((other) => nest(fold, other)))).toBe(true);
      const offset = Math.floor((share * (text.length + 1)) / 10_000);
      const chain = widenings(draft, offset);
      expect(spanFaults(text, chain, true)).toEqual([]);
      expect(chain.at(-1)).toEqual(whole);
      expect(chain.every((one) => one.start <= offset && offset <= one.end)).toBe(true);
      expect(chain.every((one, i) => i === 0 || contains(one, chain[i - 1] ?? whole))).toBe(true);
    }),
    cases(200),
  );
});

it('words of any text are the text, cut', () => {
  const segmenters = [loadSegmenter().segmenter, createIntlSegmenter()];
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.array(noise).map((pieces) => pieces.join('')),
      ),
      fc.array(noise),
      (text, pieces) => {
        const cuts = [
          tileWords(text, pieces),
          ...segmenters.flatMap((one) => [
            one.segment(text),
            ...(one.tag === undefined ? [] : [one.tag(text)]),
          ]),
        ];
        for (const words of cuts) {
          const faults = words.filter(
            (word, i) =>
              word.start !== (words[i - 1]?.end ?? 0) ||
              word.end <= word.start ||
              word.text !== text.slice(word.start, word.end),
          );
          expect(faults).toEqual([]);
          expect(words.at(-1)?.end ?? 0).toBe(text.length);
        }
      },
    ),
    cases(150),
  );
});
