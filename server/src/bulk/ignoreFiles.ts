import nodeFs from 'node:fs';

/** Most wildcards in one part of a pattern, and in the whole of it; most choices in braces or brackets. */
const IN_PART = 3;
const IN_ALL = 8;
const CHOICES = 4;

/** Longer patterns are nobody's. UTF-16 code units. */
const MAX_LENGTH = 1000;

/**
 * Whether it may take longer than anybody can wait to compare a pattern with names: it becomes a regular expression, which
 * tries the readings of its wildcards one after another, and its braces are multiplied out.
 */
export function isCostly(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || (pattern.match(/[{(]/gu)?.length ?? 0) > CHOICES) return true;
  if (/\(.*\(/u.test(pattern)) return true;
  const wild = pattern.split('/').map((part) => part.match(/\*+|\?|\+\(/gu)?.length ?? 0);
  return wild.some((count) => count > IN_PART) || wild.reduce((sum, count) => sum + count, 0) > IN_ALL;
}

/**
 * The file system, but that costly lines of ignore files are blank: an ignore file may come with a folder from anywhere.
 * What such a line would have left out is checked.
 */
export function ignoreFileFs(): typeof nodeFs {
  const { promises } = nodeFs;
  const readFile = async (...args: Parameters<typeof promises.readFile>): Promise<string | Buffer> => {
    const content = await promises.readFile(...args);
    return typeof content === 'string'
      ? content.replaceAll(/[^\r\n]+/gu, (line) => (isCostly(line) ? '' : line))
      : content;
  };
  // What stands there is a getter, which cannot be assigned to.
  return Object.create(nodeFs, {
    promises: { value: Object.assign(Object.create(promises) as typeof promises, { readFile }) },
  }) as typeof nodeFs;
}
