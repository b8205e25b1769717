import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Repeats, type Piece } from '../../../server/src/core/text/repeats.js';
import { cases } from '../../arbitraries/cases.js';

/** Few letters, so that much comes back; 0 is a boundary. */
const sequence = fc
  .array(fc.constantFrom(0, 1, 2, 3), { maxLength: 60 })
  .map((codes) => Uint16Array.from(codes));
const MINIMUM = 3;

/** The longest stretch from `start` that stands elsewhere without overlapping, by trying everything. */
function longest(codes: Uint16Array, start: number): number {
  let best = 0;
  for (let other = 0; other < codes.length; other++) {
    if (other === start) continue;
    let length = 0;
    while (
      length < Math.abs(other - start) &&
      (codes[start + length] ?? 0) !== 0 &&
      codes[start + length] === codes[other + length]
    ) {
      length++;
    }
    best = Math.max(best, length);
  }
  return best >= MINIMUM ? best : 0;
}

/** Codes as pieces: each ends with a boundary. */
function piecesOf(codes: Uint16Array): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  codes.forEach((code, at) => {
    if (code !== 0) return;
    pieces.push({ codes: codes.slice(from, at + 1), index: pieces.length });
    from = at + 1;
  });
  return [...pieces, { codes: Uint16Array.from([...codes.slice(from), 0]), index: pieces.length }];
}

/** All stretches and their places, by piece and place. */
function toldBy(repeats: Repeats<Piece>, pieces: readonly Piece[]): unknown {
  return pieces.map((piece) =>
    repeats.stretchesIn(piece).map((stretch) => ({
      stretch,
      places: repeats.placesOf(piece, stretch).map(({ piece: { index }, start }) => [index, start]),
    })),
  );
}

function repeatsIn(pieces: readonly Piece[]): Repeats<Piece> {
  const repeats = new Repeats(MINIMUM);
  repeats.reset(pieces);
  return repeats;
}

describe('what comes back in a sequence of pieces', () => {
  it('is what trying everything finds', () => {
    fc.assert(
      fc.property(sequence, (codes) => {
        const expected: { start: number; end: number }[] = [];
        let end = 0;
        for (let start = 0; start < codes.length; start++) {
          const reach = start + longest(codes, start);
          if (reach > Math.max(end, start)) {
            end = reach;
            expected.push({ start, end });
          }
        }
        const pieces = piecesOf(codes);
        const repeats = repeatsIn(pieces);
        let base = 0;
        const found = pieces.flatMap((piece) => {
          const stretches = repeats.stretchesIn(piece).map((stretch) => ({
            start: base + stretch.start,
            end: base + stretch.end,
          }));
          base += piece.codes.length;
          return stretches;
        });
        expect(found).toEqual(expected);
      }),
      cases(500),
    );
  });

  it('stands at places of the same codes that do not overlap', () => {
    fc.assert(
      fc.property(sequence, (codes) => {
        const pieces = piecesOf(codes);
        const repeats = repeatsIn(pieces);
        for (const piece of pieces) {
          for (const stretch of repeats.stretchesIn(piece)) {
            const length = stretch.end - stretch.start;
            let free: readonly [number, number] = [0, 0];
            for (const { piece: other, start } of repeats.placesOf(piece, stretch)) {
              expect(other.index > free[0] || (other.index === free[0] && start >= free[1])).toBe(true);
              free = [other.index, start + length];
              expect(other.codes.subarray(start, start + length)).toEqual(
                piece.codes.subarray(stretch.start, stretch.end),
              );
            }
          }
        }
      }),
      cases(300),
    );
  });

  it('is after any pieces have come and gone as if they were there from the beginning', () => {
    const change = fc.record({ at: fc.nat({ max: 12 }), removed: fc.nat({ max: 3 }), come: sequence });
    fc.assert(
      fc.property(sequence, fc.array(change, { minLength: 1, maxLength: 8 }), (codes, changes) => {
        let pieces = piecesOf(codes);
        const repeats = repeatsIn(pieces);
        for (const { at, removed, come } of changes) {
          const added = piecesOf(come);
          const gone = pieces.slice(at, at + removed);
          const told = toldBy(repeats, pieces);
          const before = new Map(pieces.map((piece, nth) => [piece, (told as unknown[])[nth]]));
          const touched = repeats.change(gone, () => {
            pieces = pieces.toSpliced(at, removed, ...added);
            pieces.forEach((piece, index) => {
              piece.index = index;
            });
            return { added, all: pieces };
          });
          const fresh = toldBy(repeatsIn(pieces), pieces);
          expect(toldBy(repeats, pieces)).toEqual(fresh);
          // What was not touched has the stretches that it had.
          const stretches = (one: unknown): unknown =>
            (one as readonly { readonly stretch: unknown }[]).map(({ stretch }) => stretch);
          pieces.forEach((piece, nth) => {
            if (!touched.has(piece))
              expect(stretches((fresh as unknown[])[nth])).toEqual(stretches(before.get(piece)));
          });
        }
      }),
      cases(200),
    );
  });
});
