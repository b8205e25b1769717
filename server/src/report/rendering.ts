import type { Span } from '../core/text/span.js';
import { attributes, markup, type Markup } from './markup.js';
import type { Words } from './texts.js';

/** A place in a draft that a mark or a row of a table stands for. */
export interface Place {
  readonly span: Span;
  /** The number of its paragraph, from 1. */
  readonly paragraph: number;
  /** The number of the finding there, from 1, when the mark stands for one. */
  readonly finding?: number;
}

/** The attributes of the link to a place; undefined where no link leads there. */
export type Linker = (place: Place) => Readonly<Record<string, string>> | undefined;

/** How one draft is shown. */
export interface Rendering {
  readonly words: Words;
  /** Whether the draft's own words may be shown. */
  readonly withText: boolean;
  /** Room for a chart, in pixels. */
  readonly width: number;
  /** Before every id, so that several drafts can stand in one document. */
  readonly prefix: string;
  readonly link: Linker;
}

/** One section of the report. */
export interface Part {
  /** Unique in a draft's report and the same in every rendering of it. */
  readonly id: string;
  readonly html: Markup;
}

/** A link to a place, or `text` alone where none leads. */
export function linkTo({ link }: Rendering, place: Place, text: string | Markup, label?: string): Markup {
  const target = link(place);
  return target === undefined
    ? markup`${text}`
    : markup`<a${attributes({ ...target, 'aria-label': label })}>${text}</a>`;
}

/** A section with its heading. */
export function part(
  { prefix }: Rendering,
  id: string,
  title: string,
  ...content: readonly (Markup | undefined)[]
): Part {
  const own = `${prefix}${id}`;
  return {
    id,
    html: markup`<section id="${own}" aria-labelledby="${own}-title"><h2 id="${own}-title">${title}</h2>${content}</section>`,
  };
}

/** A table that opens on demand: what a chart shows, in words. */
export function dataTable(
  { words, prefix }: Rendering,
  id: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | Markup)[])[],
  rowId?: (index: number) => string,
): Markup {
  const own = `${prefix}${id}-data`;
  return markup`<details class="data" id="${own}"><summary>${words.say('data')}<span class="unseen">${' '}${caption}</span></summary><div class="wide" role="region" tabindex="0" aria-label="${caption}"><table><thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows.map(
    (row, index) =>
      markup`<tr${attributes({ id: rowId?.(index) })}>${row.map((cell) => markup`<td${typeof cell === 'number' ? markup` class="number"` : undefined}>${typeof cell === 'number' ? words.number(cell) : cell}</td>`)}</tr>`,
  )}</tbody></table></div></details>`;
}

/** The width of a label in pixels, about: Han characters are square, others about half as wide. */
export function labelWidth(label: string): number {
  return Array.from(label).reduce((sum, char) => sum + (char > '\u2E7F' ? 12 : 7), 0);
}

/** Room for labels at the left of a chart: for the longest, but for no more than a good third of the width. */
export function labelRoom({ width }: Rendering, labels: readonly string[]): number {
  return Math.round(Math.min(Math.max(0, ...labels.map(labelWidth)) + 16, width * 0.36));
}

/** `label` shortened to fit a room in pixels. */
export function fit(label: string, room: number): string {
  if (labelWidth(label) + 12 <= room) return label;
  const characters = Array.from(label);
  while (characters.length > 1 && labelWidth(characters.join('')) + 24 > room) characters.pop();
  return `${characters.join('')}…`;
}

/** `words` shortened to fit a label; `…` stands for what is left out. */
export function shorten(words: string, most: number): string {
  const characters = Array.from(words);
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`;
}
