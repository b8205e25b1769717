import type { Span } from '../text/span.js';
import type { Draft, Paragraph } from './model.js';
import { outlineOf, type OutlineEntry } from './outline.js';

/**
 * What a writer may fold away below its first line: each entry of the outline, and each list below the paragraph that
 * introduces it. In order of their starts, nested or apart; those of a single line are among them.
 */
export function foldsOf(draft: Draft): Span[] {
  const folds: Span[] = [];
  const add = (entries: readonly OutlineEntry[], parent: OutlineEntry | undefined): void => {
    folds.push(...listsOf(draft, entries, parent));
    for (const entry of entries) {
      folds.push({ start: entry.start, end: entry.end });
      add(entry.children, entry);
    }
  };
  add(outlineOf(draft), undefined);
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}

function* listsOf(
  draft: Draft,
  entries: readonly OutlineEntry[],
  parent: OutlineEntry | undefined,
): Generator<Span> {
  for (const [index, first] of entries.entries()) {
    if (first.series === undefined || entries[index - 1]?.series === first.series) continue;
    let last = first;
    for (const next of entries.slice(index + 1)) {
      if (next.series !== first.series) break;
      last = next;
    }
    const introduction = introductionOf(draft, first, entries[index - 1] ?? parent);
    if (introduction !== undefined && last !== first) yield { start: introduction, end: last.end };
  }
}

/**
 * Where the paragraph begins that introduces a list of paragraphs; undefined when none does. A heading, a lead sentence
 * or a member of a list before folds by itself.
 */
function introductionOf(
  { paragraphs }: Draft,
  { start, paragraphs: [own] }: OutlineEntry,
  before: OutlineEntry | undefined,
): number | undefined {
  if (start !== inkStart(own)) return undefined;
  const paragraph = paragraphs[own.index - 1];
  if (paragraph?.kind !== 'body' || before?.paragraphs[0] === paragraph) return undefined;
  return inkStart(paragraph);
}

function inkStart(paragraph: Paragraph): number {
  const { text } = paragraph;
  return paragraph.span(text.length - text.trimStart().length, text.length).start;
}
