import { BODY_ENDINGS } from '../../lexicon/bodyNames.js';
import { isHanCode } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import type { Wording } from '../../text/wording.js';

/** A name with the noun that follows it, and where the two stand, in counted positions. */
export interface NamePlaces {
  readonly text: string;
  readonly places: readonly Span[];
}

/** An abbreviation and the full form it stands beside, followed by the same noun: 党办系统, 党委办公室系统. */
export interface Abbreviation {
  readonly short: NamePlaces;
  readonly full: NamePlaces;
}

/** The noun after the name. */
const NOUN = 2;

/** Before its ending a full name has so many characters at most, an abbreviation between these. */
const FULL_STEM_MAX = 8;
const SHORT_STEM_MAX = 3;

/** Each form must be used so often: once may be the title of something else. */
const USES_MIN = 2;

/** What joins or governs is no part of a name, nor the noun after it. */
const NOT_NAMING = /[的了着过把被将让使为要在与和及或等对向从由到是有不就都也各该本这那其]/u;

/**
 * The names of bodies that the draft uses in both forms before the same noun; found by their endings, without a list
 * of names. Of several nouns after one name the one that both forms share most often.
 */
export function abbreviationsOf(wording: Wording): Abbreviation[] {
  const { text } = wording;
  const best = new Map<string, Abbreviation>();
  for (const [ending, shortEnding] of BODY_ENDINGS) {
    for (const [noun, fullPlaces] of byNoun(wording, ending)) {
      if (fullPlaces.length < USES_MIN) continue;
      const shortPlaces = placesOf(wording, shortEnding + noun).filter(
        (at) => text.slice(at - ending.length + shortEnding.length, at + shortEnding.length) !== ending,
      );
      if (shortPlaces.length < USES_MIN) continue;
      const pair = match(wording, { ending, shortEnding, noun, fullPlaces, shortPlaces });
      if (pair === undefined) continue;
      const name = pair.full.text.slice(0, -NOUN);
      const known = best.get(name);
      if (known === undefined || shared(pair) > shared(known)) best.set(name, pair);
    }
  }
  return [...best.values()];
}

function shared({ short, full }: Abbreviation): number {
  return Math.min(short.places.length, full.places.length);
}

/** The places of a full ending, by the noun that follows it. */
function byNoun({ text, codes }: Wording, ending: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
    const noun = text.slice(at + ending.length, at + ending.length + NOUN);
    const first = at + ending.length;
    if (!isHanCode(codes[first] ?? 0) || !isHanCode(codes[first + 1] ?? 0) || NOT_NAMING.test(noun)) continue;
    const known = places.get(noun);
    if (known === undefined) places.set(noun, [at]);
    else known.push(at);
  }
  return places;
}

function placesOf({ text }: Wording, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

interface Candidates {
  readonly ending: string;
  readonly shortEnding: string;
  readonly noun: string;
  /** Where the endings begin. */
  readonly fullPlaces: readonly number[];
  readonly shortPlaces: readonly number[];
}

/** Finds a stem of the full name that the short one abbreviates: 党委 and 党. */
function match(wording: Wording, candidates: Candidates): Abbreviation | undefined {
  const { ending, shortEnding, noun, fullPlaces, shortPlaces } = candidates;
  for (let length = 2; length <= FULL_STEM_MAX; length++) {
    for (const [stem, places] of byStem(wording, fullPlaces, length)) {
      if (places.length < USES_MIN) continue;
      for (let shortLength = 1; shortLength <= Math.min(SHORT_STEM_MAX, length); shortLength++) {
        for (const [shortStem, shorts] of byStem(wording, shortPlaces, shortLength)) {
          if (shorts.length < USES_MIN || !abbreviates(shortStem, stem)) continue;
          return {
            full: named(stem, ending + noun, places),
            short: named(shortStem, shortEnding + noun, shorts),
          };
        }
      }
    }
  }
  return undefined;
}

/** The places whose ending follows a stem of the given length, by stem. */
function byStem({ text, codes }: Wording, places: readonly number[], length: number): Map<string, number[]> {
  const stems = new Map<string, number[]>();
  for (const at of places) {
    const stem = text.slice(Math.max(0, at - length), at);
    if (stem.length < length || NOT_NAMING.test(stem)) continue;
    if (Array.from({ length }, (_, i) => codes[at - 1 - i] ?? 0).some((code) => !isHanCode(code))) continue;
    const known = stems.get(stem);
    if (known === undefined) stems.set(stem, [at]);
    else known.push(at);
  }
  return stems;
}

/** Whether the short stem keeps the first character of the full one, and others of it in order. */
function abbreviates(short: string, full: string): boolean {
  if (!full.startsWith(short.charAt(0))) return false;
  let from = 0;
  for (const char of short) {
    const at = full.indexOf(char, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function named(stem: string, rest: string, places: readonly number[]): NamePlaces {
  return {
    text: stem + rest,
    places: places.map((at) => ({ start: at - stem.length, end: at + rest.length })),
  };
}
