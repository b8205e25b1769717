import type { Prose } from './model.js';

let known = 0;

/** How many things are derived from a paragraph; a content makes room for all of them at once. */
export function derivations(): number {
  return known;
}

/**
 * What `compute` says of a paragraph, worked out once for its content however often the draft around it is edited.
 * Call it where modules are loaded: each call claims a place in every content.
 *
 * @param compute goes by the content alone; what it returns holds no draft, no index, and only offsets of the text
 */
export function perParagraph<T extends object | string | number | boolean | null>(
  compute: (content: Prose) => T,
): (paragraph: Prose) => T {
  const at = known++;
  return ({ content }) => {
    const { derived } = content;
    const last = derived[at] as T | undefined;
    if (last !== undefined) return last;
    const made = compute(content);
    derived[at] = made;
    return made;
  };
}

/**
 * The same for what goes by more than the content, each compared by identity: a segmenter, an option, words of a guide.
 * What was worked out for the last of them is kept.
 */
export function perParagraphAnd<K extends readonly unknown[], T>(
  compute: (content: Prose, ...by: K) => T,
): (paragraph: Prose, ...by: K) => T {
  const at = known++;
  return ({ content }, ...by) => {
    const { derived } = content;
    const last = derived[at] as { readonly by: K; readonly made: T } | undefined;
    if (last !== undefined && areSame(last.by, by)) return last.made;
    const made = compute(content, ...by);
    derived[at] = { by, made };
    return made;
  };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
