import { contains, lastStartingBy, type Span } from '../text/span.js';
import type { Draft, Paragraph } from './model.js';
import { everyEntry, outlineOf } from './outline.js';

/**
 * What a selection grows to around an offset: clause, quotation, sentence, member of a list, paragraph, section, each
 * section around it, and at last the whole draft. From the narrowest on, each wholly inside the next and shorter; never
 * empty. An offset at the end of a stretch belongs to it.
 */
export function widenings(draft: Draft, offset: number): Span[] {
  const paragraph = draft.paragraphs.find((one) => holds(blockOf(one), offset));
  const around = [
    ...(paragraph === undefined ? [] : stretchesOf(paragraph, offset)),
    ...[...everyEntry(outlineOf(draft))].filter((entry) => holds(entry, offset)),
    { start: 0, end: draft.text.length },
  ];
  around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const { start, end } of around) {
    const before = chain.at(-1);
    const wider =
      before === undefined || (contains({ start, end }, before) && end - start > before.end - before.start);
    if (wider) chain.push({ start, end });
  }
  return chain;
}

/** The stretches of a paragraph around an offset of the draft, in offsets of the draft, in no order. */
function stretchesOf(paragraph: Paragraph, offset: number): Span[] {
  const { text, analysis } = paragraph;
  const at = proseOffset(paragraph, offset);
  const sentence = lastStartingBy(analysis.sentences, at);
  const clause = lastStartingBy(sentence?.clauses ?? [], at);
  const found: Span[] = [{ start: text.length - text.trimStart().length, end: text.trimEnd().length }];
  const { quotations } = analysis;
  const around = quotations.filter(({ start, end }) => start < at && at < end);
  for (const { start, end } of around) found.push({ start, end }, { start: start + 1, end: end - 1 });
  for (const stretch of [clause, sentence]) {
    if (stretch === undefined) continue;
    const uncut = quotations.every((quotation) => !cuts(stretch, quotation));
    if (uncut) found.push(stretch);
    found.push(quotations.reduce<Span>((part, quotation) => clipped(part, quotation, at), stretch));
  }
  return found
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => paragraph.span(start, end))
    .filter((stretch) => holds(stretch, offset));
}

/** The part of a stretch on the offset's side of a quotation's marks, so that no mark is selected without its other. */
function clipped(stretch: Span, quotation: Span, at: number): Span {
  if (quotation.start < at && at < quotation.end) {
    const { start, end } = quotation;
    return { start: Math.max(stretch.start, start + 1), end: Math.min(stretch.end, end - 1) };
  }
  if (!cuts(stretch, quotation)) return stretch;
  return quotation.start >= at
    ? { start: stretch.start, end: quotation.start }
    : { start: quotation.end, end: stretch.end };
}

/** Whether a stretch has one of a quotation's marks and not the other. */
function cuts(stretch: Span, { start, end }: Span): boolean {
  const has = (mark: number): boolean => stretch.start <= mark && mark < stretch.end;
  return has(start) !== has(end - 1);
}

/** The offset in a paragraph's prose of an offset of the draft; in syntax, that of the prose before it. */
function proseOffset({ pieces }: Paragraph, offset: number): number {
  const piece = pieces.findLast(({ source }) => source <= offset) ?? pieces[0];
  return piece === undefined ? 0 : piece.at + Math.min(Math.max(offset - piece.source, 0), piece.length);
}

/** The stretch of the draft that a paragraph was read from, syntax and blanks inside it included. */
function blockOf({ pieces }: Paragraph): Span {
  const last = pieces.at(-1);
  return { start: pieces[0]?.source ?? 0, end: last === undefined ? 0 : last.source + last.length };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
