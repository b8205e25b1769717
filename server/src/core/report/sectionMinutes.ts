import type { Draft } from '../draft/model.js';
import { isSection, outlineOf, type OutlineEntry } from '../draft/outline.js';
import type { Span } from '../text/span.js';

/** How long a section takes. */
export interface SectionMinutes {
  /** `2`, or `2.1` inside the second; `0` for what stands before the first. */
  readonly number: string;
  /** As the outline names it; empty for what stands before the first. */
  readonly name: string;
  /** 0 for the sections that divide the draft, 1 for those inside them. */
  readonly depth: 0 | 1;
  readonly characters: number;
  readonly minutes: number;
  /** Of the whole draft, from 0 to 1. */
  readonly share: number;
  /** The words that name it. */
  readonly span: Span;
  /** The number of the paragraph that they stand in, from 1. */
  readonly paragraph: number;
}

/** The sections that divide a draft and those inside them, in order; empty where nothing divides it. */
export function sectionMinutes(draft: Draft, charactersPerMinute: number): SectionMinutes[] {
  const sections = dividing(draft);
  if (sections.length === 0) return [];
  const measured = (number: string, entry: OutlineEntry, depth: 0 | 1): SectionMinutes => ({
    number,
    name: entry.name,
    depth,
    ...figures(entry.characters),
    span: entry.label,
    paragraph: entry.paragraphs[0].index + 1,
  });
  const figures = (characters: number) => ({
    characters,
    minutes: characters / charactersPerMinute,
    share: characters / draft.characters,
  });
  const listed = sections.flatMap((entry, index) => [
    measured(String(index + 1), entry, 0),
    ...entry.children
      .filter(isSection)
      .map((child, inner) => measured(`${String(index + 1)}.${String(inner + 1)}`, child, 1)),
  ]);
  const before = draft.characters - sections.reduce((sum, { characters }) => sum + characters, 0);
  const [first] = draft.paragraphs;
  if (before <= 0 || first === undefined) return listed;
  const span = first.span(0, first.text.length);
  return [{ number: '0', name: '', depth: 0, ...figures(before), span, paragraph: 1 }, ...listed];
}

/** The sections below a title that stands over everything. */
function dividing(draft: Draft): readonly OutlineEntry[] {
  let sections = outlineOf(draft).filter(isSection);
  for (;;) {
    const [only, ...others] = sections;
    const inner = only?.children.filter(isSection) ?? [];
    if (others.length > 0 || inner.length === 0 || only?.paragraphs[0].index !== 0) return sections;
    sections = inner;
  }
}
