import type { DraftFormat } from '../draft/model.js';
import type { OccasionId } from '../structures/occasions.js';
import { countCharacters } from '../text/characters.js';
import type { Block, Share } from './block.js';
import { chairBlocks } from './chairBlocks.js';
import { speechBlocks } from './speechBlocks.js';
import { SPEECH_PLANS } from './speechPlans.js';

/** What a skeleton is laid out for. */
export interface SkeletonWish {
  readonly occasion: OccasionId;
  /** How long the speech is to take. */
  readonly minutes: number;
  /** Characters read aloud in a minute. */
  readonly charactersPerMinute: number;
  /** Numbered points, or items of the agenda, 2 to 6; 0 for a speech without. */
  readonly points: number;
  readonly format: DraftFormat;
}

/** Characters that a field without a budget is taken to be filled with. */
const FIELD = 8;

/** The least that a field with a budget is given, in characters. */
const LEAST = 20;

/**
 * A new draft in VS Code's snippet syntax: title, salutation, opening, as many headed sections as are announced, and
 * close. Each part that is to be written says how many characters of the whole it may have, those that stand already
 * taken off.
 */
export function skeleton(wish: SkeletonWish): string {
  const { occasion, points } = wish;
  const total = wish.minutes * wish.charactersPerMinute;
  const blocks =
    occasion === 'chairing'
      ? chairBlocks(points, total)
      : speechBlocks(SPEECH_PLANS[occasion], points, total);
  const rest = Math.max(0, total - standing(blocks));
  const shares = blocks.reduce((sum, { share = 0 }) => sum + share, 0);
  const text = blocks
    .map((block) => lineOf(block, wish.format).replaceAll('{budget}', String(budget(block, rest / shares))))
    .join('\n\n');
  return withStops(text);
}

/** The characters that stand in a draft before its parts are written. */
function standing(blocks: readonly Block[]): number {
  const text = blocks
    .map((block) =>
      block.text
        .replaceAll(/【[^【】]*\{budget\}[^【】]*】/gu, '')
        .replaceAll(/【[^【】]+】/gu, '字'.repeat(FIELD))
        .replaceAll(/\{([^{}|]+)\|[^{}]*\}/gu, '$1'),
    )
    .join('');
  return countCharacters(text);
}

/** Rounded as one would say it. */
function budget({ share = 0 }: Block, each: Share): number {
  const characters = share * each;
  const step = characters < 500 ? 10 : 50;
  return Math.max(LEAST, Math.round(characters / step) * step);
}

function lineOf({ text, heading }: Block, format: DraftFormat): string {
  return heading === undefined || format === 'plain' ? text : `${'#'.repeat(heading)} ${text}`;
}

/** Numbers the fields `【…】` and the choices `{one|two}` in the order of the text. */
function withStops(text: string): string {
  let stop = 0;
  const body = text.replaceAll(/(【[^【】]+】)|\{([^{}]+)\}/gu, (_, field?: string, options?: string) =>
    options === undefined ? `\${${++stop}:${field ?? ''}}` : `\${${++stop}|${options.replaceAll('|', ',')}|}`,
  );
  return `${body}$0`;
}
