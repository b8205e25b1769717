import type { Draft } from '../../draft/model.js';

/** Shorter drafts are too short to tell. In characters. */
const TELLING_LENGTH = 800;

/** A speech greets its listeners in one of its first lines. */
const GREETING =
  /^\s*(?:尊敬的|敬爱的|亲爱的|各位|同志们|同学们|老师们|大家|女士们|先生们|乡亲们|朋友们|职工们|战友们)/u;
const GREETING_DEPTH = 6;

/**
 * Whether a text is continuous prose, an essay or a story, rather than a speech or a paper: no greeting, no
 * heading, and less than one ordinal in a thousand characters. Refrain is a device of prose, so what comes back
 * there in the middle of a sentence was meant to.
 */
export function isContinuousProse({ paragraphs, characters }: Draft): boolean {
  if (characters < TELLING_LENGTH) return false;
  if (paragraphs.some(({ kind }) => kind === 'heading')) return false;
  if (paragraphs.slice(0, GREETING_DEPTH).some(({ text }) => GREETING.test(text))) return false;
  const ordinals = paragraphs.reduce(
    (sum, { analysis }) => sum + analysis.markers.filter(({ place }) => place !== 'clause').length,
    0,
  );
  return ordinals * 1000 < characters;
}
