/**
 * What of a structure's prefix stands before the cursor: its length in UTF-16 units, 0 for nothing.
 *
 * Letters count from the first one; so few of them are typed in Chinese that they are no accident. Of Chinese prefixes
 * the whole is wanted, or three characters: two characters of a longer one (问题, 重点, 总结) are everyday words that
 * should call nothing up.
 *
 * @param before the line up to the cursor
 */
export function typedLength(before: string, prefix: string): number {
  const letters = /[a-z0-9]+$/iu.exec(before)?.[0] ?? '';
  if (letters !== '') return prefix.startsWith(letters.toLowerCase()) ? letters.length : 0;
  for (let length = Math.min(prefix.length, before.length); length > 0; length--) {
    if (length < prefix.length && length < 3) return 0;
    if (prefix.startsWith(before.slice(-length))) return length;
  }
  return 0;
}
