import type { Draft } from '../draft/model.js';
import { NO_WORDS, type GuideWords } from '../guide.js';
import { coveredBy, type Span } from '../text/span.js';
import { compareWorthwhile } from './candidates.js';
import { chainRuns, type Chain } from './chains.js';
import { readComparedText, type ComparedText } from './comparedText.js';
import { SHINGLE, fingerprintsOf, type Fingerprints } from './fingerprints.js';
import { runsAround } from './runs.js';

/** The least length of a passage that is told, in characters of the writers' own words. */
export const DEFAULT_MIN_CHARACTERS = 30;

/** A passage that stands in two drafts. Spans are offsets of the drafts' texts. */
export interface Passage {
  readonly a: Span;
  readonly b: Span;
  /** Characters of the passage in the first draft, marks not counted. */
  readonly characters: number;
  /** How much of the longer of the two is the same in both, 0 to 1; 1 when only marks may differ. */
  readonly alike: number;
}

/** Two drafts that have passages in common, by their ids, the lesser first. */
export interface DraftPair {
  readonly a: string;
  readonly b: string;
  /** In the order of the second draft. */
  readonly passages: readonly Passage[];
  /** How much of each draft stands in the other, 0 to 1. */
  readonly shareOfA: number;
  readonly shareOfB: number;
}

/** How much of a draft stands in any other draft, 0 to 1. */
export interface DraftShare {
  readonly id: string;
  /** Characters of the draft, marks not counted. */
  readonly characters: number;
  readonly share: number;
}

/** How drafts are compared. */
export interface ComparisonOptions {
  /** The least length of a passage in characters of the writers' own words. */
  readonly minCharacters?: number;
  /** Also looks for passages that stand twice in one draft; they are no part of any share. */
  readonly within?: boolean;
}

/** What is kept of a draft: in proportion to its length, without the draft itself. */
interface Entry {
  readonly id: string;
  readonly text: ComparedText;
  readonly fingerprints: Fingerprints;
  /** 1 for each code that stands in another draft. */
  readonly covered: Uint8Array;
}

/** Places of one fingerprint in one draft that are remembered. */
const PLACES = 4;

/** What stands in more drafts than this is looked for in the first of them alone: keeps the time linear. */
const FREQUENT = 32;

/**
 * Finds the passages that several drafts have in common. Drafts are added one by one and may be let go then; the
 * result does not depend on the order in which they came. What one draft says twice is the business of the rules
 * repeated-phrase and near-duplicate, unless `within` asks for it.
 */
export class PassageComparison {
  readonly #minimum: number;
  readonly #within: boolean;
  readonly #entries = new Map<string, Entry>();

  constructor({ minCharacters = DEFAULT_MIN_CHARACTERS, within = false }: ComparisonOptions = {}) {
    this.#minimum = minCharacters;
    this.#within = within;
  }

  /** How many drafts there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** Takes a draft in; one of an id that is known replaces it. */
  add(id: string, draft: Draft, words: GuideWords = NO_WORDS): void {
    const text = readComparedText(draft, words);
    const fingerprints = ownFingerprints(text);
    this.#entries.set(id, { id, text, fingerprints, covered: new Uint8Array(text.codes.length) });
  }

  /** Compares each draft with those before it in the order of ids; one step a draft, so that the caller can pause. */
  *compare(): Generator<readonly DraftPair[], void, void> {
    const entries = [...this.#entries.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
    for (const { covered } of entries) covered.fill(0);
    const index = new FingerprintIndex(entries);
    for (const [at, entry] of entries.entries()) {
      const pairs: DraftPair[] = [];
      const shared = [...index.visit(at, this.#within)];
      const candidates = shared.map(([draft, places]) => ({ draft, places }));
      compareWorthwhile(candidates, entry.text.codes.length, ({ draft, places }) => {
        const earlier = entries[draft];
        const chains = earlier === undefined ? [] : this.#chains(earlier, entry, places);
        if (earlier !== undefined && chains.length > 0) pairs.push(toPair(earlier, entry, chains));
        return chains.map(({ b }) => b);
      });
      pairs.sort((x, y) => (x.a < y.a ? -1 : 1));
      yield pairs;
    }
  }

  /** The share of each draft, in the order of ids; known once {@link compare} has run to its end. */
  shares(): DraftShare[] {
    return [...this.#entries.values()]
      .sort((x, y) => (x.id < y.id ? -1 : 1))
      .map(({ id, text, covered }) => ({
        id,
        characters: text.codes.length,
        share: share(
          covered.reduce((sum, code) => sum + code, 0),
          text,
        ),
      }));
  }

  #chains(a: Entry, b: Entry, places: readonly number[]): readonly Chain[] {
    const runs = runsAround(places, a.text.codes, b.text.codes);
    const chains = chainRuns(runs, a.text, b.text, this.#minimum);
    if (a !== b) {
      for (const chain of chains) {
        a.covered.fill(1, chain.a.start, chain.a.end);
        b.covered.fill(1, chain.b.start, chain.b.end);
      }
    }
    return chains;
  }
}

function toPair(a: Entry, b: Entry, chains: readonly Chain[]): DraftPair {
  return {
    a: a.id,
    b: b.id,
    passages: chains.map((chain) => toPassage(chain, a.text, b.text)),
    shareOfA: share(coveredBy(chains.map((chain) => chain.a)), a.text),
    shareOfB: share(coveredBy(chains.map((chain) => chain.b)), b.text),
  };
}

function isHighSurrogate(code = 0): boolean {
  return (code & 0xfc00) === 0xd800;
}

function isLowSurrogate(code = 0): boolean {
  return (code & 0xfc00) === 0xdc00;
}

function share(codes: number, { codes: all }: ComparedText): number {
  return all.length === 0 ? 0 : codes / all.length;
}

function toPassage({ a, b, alike }: Chain, textA: ComparedText, textB: ComparedText): Passage {
  // Two rare characters may have one half in common.
  const spanOf = ({ codes, offsets }: ComparedText, { start, end }: Span): Span => ({
    start: (offsets[start] ?? 0) - (isLowSurrogate(codes[start]) ? 1 : 0),
    end: (offsets[end - 1] ?? 0) + (isHighSurrogate(codes[end - 1]) ? 2 : 1),
  });
  return { a: spanOf(textA, a), b: spanOf(textB, b), characters: a.end - a.start, alike };
}

/** The fingerprints that hold something of the writer's own. */
function ownFingerprints(text: ComparedText): Fingerprints {
  const { hashes, positions } = fingerprintsOf(text.codes);
  const kept = Array.from(positions.keys()).filter((at) => {
    const start = positions[at] ?? 0;
    for (let i = start; i < start + SHINGLE; i++) if (text.own[i] === 1) return true;
    return false;
  });
  return {
    hashes: Int32Array.from(kept, (at) => hashes[at] ?? 0),
    positions: Int32Array.from(kept, (at) => positions[at] ?? 0),
  };
}

/** For each fingerprint its places in the drafts that were visited, the last first. */
class FingerprintIndex {
  readonly #entries: readonly Entry[];
  readonly #mask: number;
  readonly #hashes: Int32Array;
  /** By slot, in how many drafts the fingerprint stands; 0 for a free slot. */
  readonly #drafts: Int32Array;
  /** By slot, one more than the first and the last of its places that have been visited. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #draftOf: Int32Array;
  readonly #positionOf: Int32Array;
  readonly #before: Int32Array;
  #length = 0;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    const total = entries.reduce((sum, { fingerprints }) => sum + fingerprints.hashes.length, 0);
    this.#mask = (1 << (33 - Math.clz32(Math.max(total, 16)))) - 1;
    this.#hashes = new Int32Array(this.#mask + 1);
    this.#drafts = new Int32Array(this.#mask + 1);
    this.#first = new Int32Array(this.#mask + 1);
    this.#last = new Int32Array(this.#mask + 1);
    this.#draftOf = new Int32Array(total);
    this.#positionOf = new Int32Array(total);
    this.#before = new Int32Array(total);
    const counted = new Int32Array(this.#mask + 1);
    entries.forEach(({ fingerprints }, draft) => {
      for (const hash of fingerprints.hashes) {
        const slot = this.#slotOf(hash);
        this.#hashes[slot] = hash;
        if (counted[slot] === draft + 1) continue;
        counted[slot] = draft + 1;
        this.#drafts[slot] = (this.#drafts[slot] ?? 0) + 1;
      }
    });
  }

  /**
   * The places where a draft and one that was visited before have the same fingerprints: by the index of the latter,
   * positions in it and in the draft by turns. To be asked of each draft once and in order.
   */
  visit(draft: number, within: boolean): Map<number, number[]> {
    const shared = new Map<number, number[]>();
    const { hashes, positions } = this.#entries[draft]?.fingerprints ?? NONE;
    hashes.forEach((hash, at) => {
      const position = positions[at] ?? 0;
      const slot = this.#slotOf(hash);
      const frequent = (this.#drafts[slot] ?? 0) > FREQUENT;
      let place = ((frequent ? this.#first[slot] : this.#last[slot]) ?? 0) - 1;
      let own = 0;
      while (place >= 0) {
        const other = this.#draftOf[place] ?? 0;
        if (other === draft) own++;
        if (other !== draft || within) {
          const places = shared.get(other);
          if (places === undefined) shared.set(other, [this.#positionOf[place] ?? 0, position]);
          else places.push(this.#positionOf[place] ?? 0, position);
        }
        place = frequent ? -1 : (this.#before[place] ?? -1);
      }
      if (own < PLACES) this.#add(slot, draft, position);
    });
    return shared;
  }

  #add(slot: number, draft: number, position: number): void {
    const place = this.#length++;
    this.#draftOf[place] = draft;
    this.#positionOf[place] = position;
    this.#before[place] = (this.#last[slot] ?? 0) - 1;
    this.#last[slot] = place + 1;
    if (this.#first[slot] === 0) this.#first[slot] = place + 1;
  }

  #slotOf(hash: number): number {
    let slot = (hash >>> 3) & this.#mask;
    while ((this.#drafts[slot] ?? 0) !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

const NONE: Fingerprints = { hashes: new Int32Array(0), positions: new Int32Array(0) };
