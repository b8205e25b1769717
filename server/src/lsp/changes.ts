import type { Edit } from '../core/finding.js';

/**
 * The edits that make `after` of `before`: one a changed line where the lines are as many, else one in all. Each
 * replaces only what is between the first and the last difference, so that the caret and the marks of an editor
 * stay where they are.
 */
export function changesBetween(before: string, after: string): Edit[] {
  const old = before.split('\n');
  const lines = after.split('\n');
  if (old.length !== lines.length) return difference(before, after, 0);
  const edits: Edit[] = [];
  let offset = 0;
  old.forEach((line, index) => {
    edits.push(...difference(line, lines[index] ?? '', offset));
    offset += line.length + 1;
  });
  return edits;
}

function difference(before: string, after: string, offset: number): Edit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const span = { start: offset + head, end: offset + before.length - tail };
  return [{ span, text: after.slice(head, after.length - tail) }];
}
