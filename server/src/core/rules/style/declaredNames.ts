import type { Draft } from '../../draft/model.js';
import { perParagraph } from '../../draft/perParagraph.js';
import type { Span } from '../../text/span.js';

/** A name that the draft says it will shorten, and where the full form stands after that all the same. */
export interface DeclaredName {
  readonly full: string;
  readonly short: string;
  /** Spans of the draft, in order; not empty. */
  readonly places: readonly Span[];
}

/** （以下简称“安委会”） and its like; the full name stands right before the bracket. */
const DECLARATION =
  /[（(](?:以下|下文|后文)?(?:统称|简称)(?:为)?[：:]?[“《]?([^”“》《（）()，。；]{2,12})[”》]?[）)]/gu;

/** A full name has so many characters more than its short form, at least. */
const LONGER = 2;

/** Names are no longer than this. */
const FULL_MAX = 40;

/** The names declared in a draft whose full form comes back after the declaration. */
export function declaredNames({ paragraphs }: Draft): DeclaredName[] {
  return paragraphs.flatMap((paragraph, index) =>
    declarationsIn(paragraph).flatMap(({ full, short, end }) => {
      const places: Span[] = [];
      for (const later of paragraphs.slice(index)) {
        if (later.kind === 'heading') continue;
        const from = later === paragraph ? end : 0;
        for (
          let at = later.text.indexOf(full, from);
          at >= 0;
          at = later.text.indexOf(full, at + full.length)
        )
          places.push(later.span(at, at + full.length));
      }
      return places.length > 0 ? [{ full, short, places }] : [];
    }),
  );
}

/** A name that a paragraph says it will shorten, and the offset where it has said so. */
interface Declaration {
  readonly full: string;
  readonly short: string;
  readonly end: number;
}

const NONE: readonly Declaration[] = [];

const declarationsIn = perParagraph(({ text }): readonly Declaration[] => {
  if (!text.includes('称')) return NONE;
  const found: Declaration[] = [];
  for (const match of text.matchAll(DECLARATION)) {
    const short = match[1] ?? '';
    const full = fullNameBefore(text.slice(Math.max(0, match.index - FULL_MAX), match.index), short);
    if (full !== undefined) found.push({ full, short, end: match.index + match[0].length });
  }
  return found;
});

/** The name that ends `text`: a title in its marks, or the run of words from the short form's first character on. */
function fullNameBefore(text: string, short: string): string | undefined {
  const title = /[《“]([^《》“”]+)[》”]$/u.exec(text)?.[0];
  if (title !== undefined) return undefined;
  const run = /[\p{Script=Han}A-Za-z0-9]+$/u.exec(text)?.[0] ?? '';
  const at = run.indexOf(short.charAt(0));
  if (at < 0) return undefined;
  const full = run.slice(at);
  return full.length >= short.length + LONGER && isSubsequence(short, full) ? full : undefined;
}

/** Whether all characters of `short` stand in `full`, in order. */
function isSubsequence(short: string, full: string): boolean {
  let from = 0;
  for (const char of short) {
    const at = full.indexOf(char, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
