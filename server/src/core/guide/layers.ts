import { DEFAULT_GUIDE, NO_WORDS, type Guide, type GuideStructure, type IgnoredFinding } from '../guide.js';
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
  return layers
    .filter(({ files }) => files === undefined || matches(files))
    .reduce((guide, layer) => onTop(guide, layer), DEFAULT_GUIDE);
}

function onTop(guide: Guide, layer: GuideLayer): Guide {
  const rules = { ...guide.rules };
  for (const [id, setting] of Object.entries(layer.rules ?? {})) {
    const below = rules[id];
    rules[id] = { ...below, ...setting, options: { ...below?.options, ...setting.options } };
  }
  const words = guide.words ?? NO_WORDS;
  const more = layer.words ?? NO_WORDS;
  return {
    rules,
    words: {
      fixedTerms: union(words.fixedTerms, more.fixedTerms),
      preferredTerms: replacements(words.preferredTerms, more.preferredTerms),
      stockPhrases: union(words.stockPhrases, more.stockPhrases),
      confusableWords: replacements(words.confusableWords, more.confusableWords),
    },
    ignored: [...(guide.ignored ?? []), ...(layer.ignored ?? [])],
    structures: byName([...(guide.structures ?? []), ...(layer.structures ?? [])]),
  };
}

/** Of structures of one name the last, at the place of the first. */
function byName(structures: readonly GuideStructure[]): readonly GuideStructure[] {
  return [...new Map(structures.map((structure) => [structure.name, structure])).values()];
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length === 0 ? a : [...new Set([...a, ...b])];
}

/** What a later layer calls right an earlier one no longer replaces, nor by what the later one replaces. */
function replacements(
  below: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const right = new Set(Object.values(more));
  const kept = Object.entries(below).filter(([from, to]) => !right.has(from) && !Object.hasOwn(more, to));
  return { ...Object.fromEntries(kept), ...more };
}
