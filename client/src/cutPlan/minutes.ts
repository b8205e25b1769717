/** Minutes up to this are told with a decimal: in a short speech half a minute counts. */
const EXACT_BELOW = 10;

/** Of a speech without a limit so much is kept when nobody says otherwise. */
const USUAL = 0.8;

/** Minutes as they are shown and typed: whole from ten on, else with one decimal where it is not 0. */
export function writeMinutes(minutes: number): string {
  const exact = minutes < EXACT_BELOW ? Math.round(minutes * 10) / 10 : Math.round(minutes);
  return String(exact);
}

/** The minutes that a writer typed, more than none and at most a day; undefined for anything else. */
export function readMinutes(text: string): number | undefined {
  const plain = text.trim().replace('．', '.').replace('。', '.');
  if (!/^\d{1,4}(?:\.\d+)?$/u.test(plain)) return undefined;
  const minutes = Number(plain);
  return minutes > 0 && minutes <= 24 * 60 ? minutes : undefined;
}

/**
 * What a draft is most likely to be brought to: the limit, where it is over it; else four fifths of what it takes now.
 *
 * @param limit 0 for no limit
 */
export function likelyMinutes(now: number, limit: number): string {
  return writeMinutes(limit > 0 && now > limit ? limit : now * USUAL);
}
