import { checkDraft } from '../check.js';
import type { Draft } from '../draft/model.js';
import { AnalysisCache } from '../draft/analysisCache.js';
import { applyEdits } from '../fixes.js';
import type { Guide, RuleSetting } from '../guide.js';
import { rules } from '../rules/registry.js';
import { excludeOneAnother, type Cut } from './cut.js';

/**
 * Into so many sets cuts are dealt that are tried at once, neighbours into different ones: a check of the draft for
 * each cut would take time with the square of its length.
 */
const SETS = 8;

/** The cuts that bring no error into the draft, neither a few of them nor all of them together. */
export function soundCuts(draft: Draft, guide: Guide, cuts: readonly Cut[]): Cut[] {
  const errors = errorFinder(draft, guide);
  const before = new Map<string, number>();
  for (const { key } of errors(draft.text)) before.set(key, (before.get(key) ?? 0) + 1);
  const soundAmong = (tried: readonly Cut[]): Cut[] => {
    let left = compatible(tried);
    while (left.length > 0) {
      const counts = new Map<string, number>();
      const brought = errors(applyCuts(draft.text, left)).filter(({ key }) => {
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return (counts.get(key) ?? 0) > (before.get(key) ?? 0);
      });
      if (brought.length === 0) break;
      const blamed = new Set(brought.map(({ at }) => nearestTo(left, at)));
      left = left.filter((cut) => !blamed.has(cut));
    }
    const made = new Set(left);
    // Of cuts that exclude one another only one was tried; the others are as good as it if they are as sound alone.
    const others = tried.filter((cut) => !made.has(cut) && left.some((one) => excludeOneAnother(one, cut)));
    return others.length === 0 ? left : [...left, ...soundAmong(others)];
  };
  const byPlace = cuts.toSorted((a, b) => startOf(a) - startOf(b));
  const alone = new Set(
    Array.from({ length: SETS }, (_, set) => byPlace.filter((__, at) => at % SETS === set)).flatMap(
      soundAmong,
    ),
  );
  const sound = new Set(soundAmong(cuts.filter((cut) => alone.has(cut))));
  return cuts.filter((cut) => sound.has(cut));
}

/** The cut next to an offset of the text that is left when all of them are made. */
function nearestTo(cuts: readonly Cut[], offset: number): Cut | undefined {
  let nearest: Cut | undefined;
  let least = Number.POSITIVE_INFINITY;
  let shift = 0;
  const edits = cuts
    .flatMap((cut) => cut.edits.map((edit) => ({ cut, ...edit })))
    .sort((a, b) => a.span.start - b.span.start);
  for (const { cut, span, text } of edits) {
    const distance = Math.abs(span.start - shift - offset);
    if (distance < least) {
      least = distance;
      nearest = cut;
    }
    shift += span.end - span.start - text.length;
  }
  return nearest;
}

function startOf({ places }: Cut): number {
  return places[0]?.start ?? 0;
}

/** `text` without what the cuts take away; of cuts that exclude one another the first is made. */
export function applyCuts(text: string, cuts: readonly Cut[]): string {
  return applyEdits(
    text,
    compatible(cuts).flatMap(({ edits }) => edits),
  );
}

function compatible(cuts: readonly Cut[]): Cut[] {
  const accepted: Cut[] = [];
  for (const cut of cuts) {
    if (!accepted.some((other) => excludeOneAnother(cut, other))) accepted.push(cut);
  }
  return accepted;
}

/** An error by its rule and words, and where it begins. */
interface Fault {
  readonly key: string;
  readonly at: number;
}

/** Finds a text's errors; the rules whose findings the guide holds for less are not run. */
function errorFinder({ format }: Draft, guide: Guide): (text: string) => Fault[] {
  const settings: Record<string, RuleSetting> = {};
  for (const rule of rules) {
    const setting = guide.rules[rule.id];
    const severity = setting?.severity ?? rule.severity;
    settings[rule.id] = severity === 'error' ? { ...setting, severity } : { severity: 'off' };
  }
  const strict: Guide = { ...guide, rules: settings };
  const cache = new AnalysisCache();
  return (text) =>
    checkDraft(text, { format, guide: strict, cache }).findings.map(({ rule, span }) => ({
      key: `${rule} ${text.slice(span.start, span.end)}`,
      at: span.start,
    }));
}
