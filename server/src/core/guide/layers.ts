import {
  DEFAULT_GUIDE,
  NO_WORDS,
  type Guide,
  type GuideStructure,
  type IgnoredFinding,
  type RuleSetting,
} from '../guide.js';
import type { GuideFile, GuidePart } from './guideFile.js';
import { presetOf, type PresetName } from './presets.js';

/** One part of a guide that is put on top of what came before it. */
export interface GuideLayer extends Partial<GuidePart> {
  /** The drafts that the layer is for, as globs relative to `folder`; absent for all. */
  readonly files?: { readonly globs: readonly string[]; readonly folder: string };
  readonly ignored?: readonly IgnoredFinding[];
  readonly structures?: readonly GuideStructure[];
}

/** Whether a draft is meant by globs relative to a folder. */
export type MatchesFiles = (files: NonNullable<GuideLayer['files']>) => boolean;

/** The layer of a preset. */
export function presetLayer(name: PresetName): GuideLayer {
  return { rules: presetOf(name).rules };
}

/** The layers of one guide file without those it builds upon: its own, then its overrides in order. */
export function ownLayers(file: GuideFile, folder: string): GuideLayer[] {
  const { rules, words, ignored, structures, overrides } = file;
  return [
    { rules, words, ignored, structures },
    ...overrides.flatMap((override) => {
      const files = { globs: override.files, folder };
      return [
        ...override.presets.map((name) => ({ ...presetLayer(name), files })),
        { rules: override.rules, words: override.words, files },
      ];
    }),
  ];
}

/**
 * The guide that layers make for one draft. What a later layer sets holds over an earlier one: severities and
 * options one by one, replacements by the wording replaced, structures by name; lists of words add up.
 */
export function guideOfLayers(layers: readonly GuideLayer[], matches: MatchesFiles): Guide {
  const meant = layers.filter(({ files }) => files === undefined || matches(files));
  if (meant.length === 0) return DEFAULT_GUIDE;
  const rules: Record<string, RuleSetting> = {};
  const fixedTerms = new Set<string>();
  const stockPhrases = new Set<string>();
  const preferredTerms = new Replacements();
  const confusableWords = new Replacements();
  const structures = new Map<string, GuideStructure>();
  for (const layer of meant) {
    for (const [id, setting] of Object.entries(layer.rules ?? {})) {
      const below = rules[id];
      rules[id] = { ...below, ...setting, options: { ...below?.options, ...setting.options } };
    }
    const words = layer.words ?? NO_WORDS;
    for (const term of words.fixedTerms) fixedTerms.add(term);
    for (const phrase of words.stockPhrases) stockPhrases.add(phrase);
    preferredTerms.put(words.preferredTerms);
    confusableWords.put(words.confusableWords);
    // Of structures of one name the last, at the place of the first.
    for (const structure of layer.structures ?? []) structures.set(structure.name, structure);
  }
  return {
    rules,
    words: {
      fixedTerms: [...fixedTerms],
      preferredTerms: preferredTerms.all(),
      stockPhrases: [...stockPhrases],
      confusableWords: confusableWords.all(),
    },
    ignored: meant.flatMap(({ ignored = [] }) => ignored),
    structures: [...structures.values()],
  };
}

/**
 * Wordings and what to write instead, layer upon layer: what a later layer calls right an earlier one no longer replaces,
 * nor by what the later one replaces. Takes time by what each layer brings, however much lies below.
 */
class Replacements {
  readonly #to = new Map<string, string>();
  /** By each wording to write, those that it replaces. */
  readonly #from = new Map<string, Set<string>>();

  put(more: Readonly<Record<string, string>>): void {
    const added = Object.entries(more);
    for (const [from, to] of added) {
      this.#remove(to);
      for (const other of this.#from.get(from) ?? []) this.#remove(other);
    }
    for (const [from, to] of added) {
      // What is replaced already keeps its place, as in an object.
      this.#unlink(from);
      this.#to.set(from, to);
      const froms = this.#from.get(to);
      if (froms === undefined) this.#from.set(to, new Set([from]));
      else froms.add(from);
    }
  }

  all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#to);
  }

  #remove(from: string): void {
    this.#unlink(from);
    this.#to.delete(from);
  }

  #unlink(from: string): void {
    const to = this.#to.get(from);
    if (to !== undefined) this.#from.get(to)?.delete(from);
  }
}
