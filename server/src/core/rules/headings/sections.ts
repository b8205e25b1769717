import type { Marker } from '../../draft/markers.js';
import type { Draft, Paragraph, Prose } from '../../draft/model.js';
import { perParagraph } from '../../draft/perParagraph.js';
import { countCharacters } from '../../text/characters.js';
import type { Span } from '../../text/span.js';

/** The words of a heading, without its ordinal and blanks; offsets are the paragraph's. */
interface HeadingWords extends Span {
  /** Whether it begins with an ordinal of its own. */
  readonly numbered: boolean;
  /** Characters of the heading with its ordinal. */
  readonly characters: number;
}

/** A heading that has a text below it, and its words. */
export interface SectionHeading extends HeadingWords {
  readonly paragraph: Paragraph;
}

/** The mark-up that names a heading's address in some flavours of Markdown: ## 修渠 {#dredging}. */
const ADDRESS = /\s*\{#[^{}]*\}\s*$/u;

/** Ordinals that head sections; the others open items. */
const FAMILIES: ReadonlySet<string> = new Set(['hanDot', 'hanParen', 'arabicDot', 'arabicParen', 'circled']);

const cache = new WeakMap<Draft, readonly SectionHeading[]>();

/**
 * The headings of a draft that have a text of their own, found once a draft. A line that has another of its kind right
 * before or after it is left out: it is an item of a list, which a heading of few words cannot be told from.
 */
export function sectionHeadings(draft: Draft): readonly SectionHeading[] {
  let headings = cache.get(draft);
  if (headings === undefined) cache.set(draft, (headings = findHeadings(draft)));
  return headings;
}

function findHeadings({ paragraphs }: Draft): SectionHeading[] {
  const found: SectionHeading[] = [];
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.kind !== 'heading') return;
    const next = paragraphs[index + 1];
    const before = paragraphs[index - 1];
    if (next === undefined || isSameKind(paragraph, next)) return;
    if (next.kind === 'heading' && next.level < paragraph.level) return;
    if (before !== undefined && isSameKind(paragraph, before)) return;
    found.push({ paragraph, ...wordsOf(paragraph) });
  });
  return found;
}

/** Whether both begin with the same kind of ordinal, whatever their length, or are headings of one level. */
function isSameKind(a: Paragraph, b: Paragraph): boolean {
  const family = ordinalOf(a)?.family;
  if (family !== undefined && ordinalOf(b)?.family === family) return true;
  return b.kind === 'heading' && a.level === b.level;
}

function ordinalOf({ analysis }: Prose): Marker | undefined {
  const [first] = analysis.markers;
  return first?.place === 'paragraph' && FAMILIES.has(first.family) ? first : undefined;
}

const wordsOf = perParagraph((heading): HeadingWords => {
  const { text } = heading;
  const marker = ordinalOf(heading);
  const from = marker?.end ?? 0;
  const start = from + (/^\s*/u.exec(text.slice(from))?.[0].length ?? 0);
  const end = Math.max(start, text.replace(ADDRESS, '').trimEnd().length);
  const characters = countCharacters(text.slice(0, end));
  return { start, end, numbered: marker !== undefined, characters };
});

/** Headings of one level under one heading of a higher level, in groups of two or more. */
export function siblings(headings: readonly SectionHeading[]): SectionHeading[][] {
  const groups: SectionHeading[][] = [];
  const open = new Map<number, SectionHeading[]>();
  for (const heading of headings) {
    const { level } = heading.paragraph;
    for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper);
    const group = open.get(level);
    if (group !== undefined) {
      group.push(heading);
      continue;
    }
    const fresh = [heading];
    open.set(level, fresh);
    groups.push(fresh);
  }
  return groups.filter((group) => group.length > 1);
}
