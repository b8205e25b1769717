/** A place in a text as people and other programs count: lines and columns from 1, columns in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns in one text. CRLF, LF and CR each end a line; the end of a line belongs to it. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (const lineEnd of text.matchAll(/\r\n|\n|\r/gu)) this.#starts.push(lineEnd.index + lineEnd[0].length);
  }

  /** How many lines there are; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of a UTF-16 offset; offsets outside the text are taken as its start or end. */
  positionAt(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** The UTF-16 offset of a position; a column past the end of its line is the offset where the next line begins. */
  offsetAt({ line, column }: LinePosition): number {
    const start = this.#starts[line - 1];
    if (start === undefined) return line < 1 ? 0 : this.#length;
    const end = this.#starts[line] ?? this.#length;
    return Math.max(start, Math.min(start + column - 1, end));
  }
}

/** Where the line begins that `offset` stands in. */
export function lineStart(text: string, offset: number): number {
  for (let at = offset; at > 0; at--) {
    const before = text.charCodeAt(at - 1);
    if (before === 0x0a || before === 0x0d) return at;
  }
  return 0;
}
