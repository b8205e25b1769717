import { attributes, markup, type Markup } from './markup.js';
import { COLOURS, type Look, type Symbol } from './palette.js';
import type { Words } from './texts.js';

const SHAPES: Readonly<Record<Symbol, Markup>> = {
  circle: markup`<circle r="5"/>`,
  diamond: markup`<path d="M0-6L6 0L0 6L-6 0Z"/>`,
  triangle: markup`<path d="M0-5.5L5.5 5.5L-5.5 5.5Z"/>`,
  rect: markup`<path d="M-5-5H5V5H-5Z"/>`,
};

/** An entry of a key. */
export interface LegendEntry {
  readonly look: Look;
  readonly text: string;
}

/** The key of a chart, of dots or of bars; nothing for a chart with one kind of mark. */
export function legend(
  words: Words,
  entries: readonly LegendEntry[],
  marks: 'dots' | 'bars' = 'dots',
): Markup | undefined {
  if (entries.length < 2) return undefined;
  return markup`<ul class="legend" aria-label="${words.say('legend')}">${entries.map(
    ({ look, text }) => markup`<li>${marks === 'bars' ? swatchOf(look) : symbolOf(look)}${text}</li>`,
  )}</ul>`;
}

/** A look as a small picture beside words that say the same. */
export function symbolOf({ symbol, colour }: Look): Markup {
  return markup`<svg class="symbol" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true"><g${attributes({ fill: colour })}>${SHAPES[symbol]}</g></svg>`;
}

/** A bar's colour and stripes as a small picture. */
function swatchOf({ colour, stripes }: Look): Markup {
  const lines = [
    stripes === undefined ? '' : 'M-7 1L1-7M-7 6L6-7M-3 7L7-3M2 7L7 2',
    stripes === 'crossed' ? 'M-7-1L1 7M-7-6L6 7M-3-7L7 3M2-7L7-2' : '',
  ].join('');
  return markup`<svg class="symbol" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true"><path d="M-7-7H7V7H-7Z"${attributes({ fill: colour })}/><path d="${lines}" fill="none" stroke="${COLOURS.page}" stroke-width="1.4"/></svg>`;
}
