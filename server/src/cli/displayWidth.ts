/** Columns that a text takes on a terminal: two for Han characters and full-width marks. */
export function displayWidth(text: string): number {
  return (
    text.length +
    (text.match(/[\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]/gu)
      ?.length ?? 0)
  );
}
