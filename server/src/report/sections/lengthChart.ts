import type { Excess } from '../../core/report/limits.js';
import { LINE_ROOM, lineAt, lines, roundAxis } from '../axes.js';
import type { Words } from '../texts.js';

/** Where the two charts of lengths lie in their drawing: alike, so that the eye goes from one to the other. */
export const LENGTH_GRID = { left: 44, right: LINE_ROOM, top: 30, bottom: 28 } as const;

/** The axis of characters, high enough for the longest and for the limit. */
export function lengthAxis(
  words: Words,
  lengths: readonly { readonly characters: number }[],
  limit: number | undefined,
): ReturnType<typeof roundAxis> {
  const highest = lengths.reduce((most, { characters }) => Math.max(most, characters), limit ?? 0);
  return roundAxis(words.say('colCharacters'), highest);
}

/** The limit across the chart; nothing where there is none. */
export function limitLine(
  words: Words,
  limit: number | undefined,
): { readonly markLine?: ReturnType<typeof lines> } {
  return limit === undefined ? {} : { markLine: lines([lineAt(limit, words.say('limit', { limit }))]) };
}

/** `412 字，过长`. */
export function lengthInWords(words: Words, characters: number, excess: Excess): string {
  const length = words.say('charactersOf', { count: characters });
  return excess === 'within'
    ? length
    : words.say('bracketed', { text: length, more: judgement(words, excess) });
}

export function judgement(words: Words, excess: Excess): string {
  return words.say(excess === 'within' ? 'inOrder' : excess === 'over' ? 'tooLong' : 'farTooLong');
}
