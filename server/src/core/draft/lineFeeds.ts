/** A text with LF at the end of every line, and the way back to the text that it was made of. */
export interface LineFeedText {
  readonly text: string;
  /** The offset in the original of an offset in `text`. A place before a line end stays before all of it. */
  readonly sourceOf: (offset: number) => number;
}

/** `original` for readers to whom neither CRLF nor CR ends a line. */
export function withLineFeeds(original: string): LineFeedText {
  if (!original.includes('\r')) return { text: original, sourceOf: (offset) => offset };
  /** Where in the new text the line ends stand that were of two characters. */
  const shortened: number[] = [];
  const text = original.replace(/\r\n?/gu, (lineEnd, at: number) => {
    if (lineEnd.length === 2) shortened.push(at - shortened.length);
    return '\n';
  });
  return {
    text,
    sourceOf: (offset) => {
      let low = 0;
      let high = shortened.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((shortened[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return offset + low;
    },
  };
}
