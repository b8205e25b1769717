import type { Finding } from './finding.js';
import { nearDuplicate } from './rules/near-duplicate.js';
import { overusedWord } from './rules/overused-word.js';
import { repeatedOpening } from './rules/repeated-opening.js';
import { repeatedPhrase } from './rules/repeated-phrase.js';
import { repeatedWord } from './rules/repeated-word.js';
import { termInconsistent } from './rules/term-inconsistent.js';
import type { Span } from './text/span.js';

/** A wording that stands at two or more places of a draft, as a rule found it. */
export interface RepeatedWording {
  readonly rule: string;
  /** In order, each once. */
  readonly places: readonly Span[];
}

/** The rules whose related places are other places of the same wording. */
const REPEATING: ReadonlySet<string> = new Set(
  [repeatedPhrase, repeatedWord, nearDuplicate, overusedWord, termInconsistent, repeatedOpening].map(
    ({ id }) => id,
  ),
);

const cache = new WeakMap<readonly Finding[], readonly RepeatedWording[]>();

/**
 * The repeated wordings of a draft, found once for its findings. A finding names only the places nearest to its own, so
 * findings of one rule that share a place are joined: what comes of it has all of them.
 */
export function repeatedWordings(findings: readonly Finding[]): readonly RepeatedWording[] {
  let wordings = cache.get(findings);
  if (wordings === undefined) {
    wordings = joined(findings);
    cache.set(findings, wordings);
  }
  return wordings;
}

/** A wording while its places are gathered. */
interface Growing {
  readonly rule: string;
  readonly places: Map<string, Span>;
}

function joined(findings: readonly Finding[]): RepeatedWording[] {
  const all = new Set<Growing>();
  const owners = new Map<string, Growing>();
  for (const { rule, span, related } of findings) {
    if (!REPEATING.has(rule)) continue;
    let wording: Growing = { rule, places: new Map() };
    const take = (key: string, place: Span): void => {
      wording.places.set(key, place);
      owners.set(`${rule} ${key}`, wording);
    };
    all.add(wording);
    for (const place of [span, ...related.map((one) => one.span)]) {
      const key = keyOf(place);
      const owner = owners.get(`${rule} ${key}`);
      if (owner === undefined) take(key, place);
      else if (owner !== wording) {
        // The smaller goes into the larger, so that a wording of many places is not copied for each of them.
        const [kept, given] = owner.places.size < wording.places.size ? [wording, owner] : [owner, wording];
        all.delete(given);
        wording = kept;
        given.places.forEach((one, itsKey) => {
          take(itsKey, one);
        });
      }
    }
  }
  return [...all]
    .filter(({ places }) => places.size > 1)
    .map(({ rule, places }) => ({
      rule,
      places: [...places.values()].sort((x, y) => x.start - y.start || x.end - y.end),
    }));
}

/** A place of a wording, by its index among the wording's places. */
export interface WordingPlace {
  readonly wording: RepeatedWording;
  readonly index: number;
}

/**
 * The place of a wording that an offset stands in, the shortest of several; undefined where there is none. The end of a
 * place belongs to it unless another begins there.
 */
export function wordingPlaceAt(
  wordings: readonly RepeatedWording[],
  offset: number,
): WordingPlace | undefined {
  return (
    shortest(wordings, ({ start, end }) => start <= offset && offset < end) ??
    shortest(wordings, ({ end }) => end === offset)
  );
}

/**
 * The place to go to from an offset: inside a wording its next place, at the end of the draft the first again; elsewhere
 * the next place of any wording. Undefined when nothing is repeated.
 *
 * @param from the place where the last step led, so that steps keep to its wording where shorter ones begin there too
 */
export function nextPlace(
  wordings: readonly RepeatedWording[],
  offset: number,
  step: 1 | -1,
  from?: Span,
): WordingPlace | undefined {
  const own =
    (from && shortest(wordings, (place) => keyOf(place) === keyOf(from))) ?? wordingPlaceAt(wordings, offset);
  if (own !== undefined) {
    const { wording, index } = own;
    return { wording, index: (index + step + wording.places.length) % wording.places.length };
  }
  const all = wordings
    .flatMap((one) => one.places.map((place, index) => ({ wording: one, index, place })))
    .sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  return step === 1
    ? (all.find(({ place }) => place.start > offset) ?? all[0])
    : (all.findLast(({ place }) => place.start < offset) ?? all.at(-1));
}

/** The shortest place that fulfils a condition. */
function shortest(
  wordings: readonly RepeatedWording[],
  condition: (place: Span) => boolean,
): WordingPlace | undefined {
  let found: (WordingPlace & { readonly length: number }) | undefined;
  for (const wording of wordings) {
    wording.places.forEach((place, index) => {
      const length = place.end - place.start;
      if (condition(place) && (found === undefined || length < found.length))
        found = { wording, index, length };
    });
  }
  return found;
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
