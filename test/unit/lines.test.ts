import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex, lineStart } from '../../server/src/core/text/lines.js';
import { cases } from '../arbitraries/cases.js';

describe('LineIndex', () => {
  it('counts lines and columns from one, whatever ends the lines', () => {
    const index = new LineIndex('甲乙\r\n丙\n丁\r戊');
    expect(index.lineCount).toBe(4);
    expect(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((offset) => Object.values(index.positionAt(offset)).join(':')),
    ).toEqual(['1:1', '1:2', '1:3', '1:4', '2:1', '2:2', '3:1', '3:2', '4:1', '4:2']);
  });

  it('counts columns in UTF-16 units', () => {
    expect(new LineIndex('𠮷好').positionAt(2)).toEqual({ line: 1, column: 3 });
  });

  it('knows an empty text and a last line without characters', () => {
    expect(new LineIndex('').positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(new LineIndex('甲\n').positionAt(2)).toEqual({ line: 2, column: 1 });
  });

  it('takes places outside the text as its ends', () => {
    const index = new LineIndex('甲\n乙');
    expect(index.positionAt(-1)).toEqual({ line: 1, column: 1 });
    expect(index.positionAt(99)).toEqual({ line: 2, column: 2 });
    expect(index.offsetAt({ line: 0, column: 1 })).toBe(0);
    expect(index.offsetAt({ line: 9, column: 1 })).toBe(3);
    expect(index.offsetAt({ line: 1, column: 99 })).toBe(2);
  });

  it('goes there and back, and agrees with a plain count', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '𠮷', 'a', '\r\n', '\n', '\r')), (parts) => {
        const text = parts.join('');
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = index.positionAt(offset);
          expect(index.offsetAt(position)).toBe(offset);
          // Looking ahead keeps the two halves of CRLF on one line.
          const ended = text.slice(0, offset).replace(/\r$/u, text.charAt(offset) === '\n' ? '' : '\r');
          expect(position.line).toBe(ended.split(/\r\n|\n|\r/u).length);
        }
      }),
      cases(100),
    );
  });
});

it('knows where a line starts, whatever ended the one before', () => {
  const text = '甲\r乙\r\n丙\n丁';
  expect([0, 1, 2, 3, 5, 6, 7, 8].map((offset) => lineStart(text, offset))).toEqual([0, 0, 2, 2, 5, 5, 7, 7]);
});
