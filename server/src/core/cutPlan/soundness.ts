import { checkDraft } from '../check.js';
import type { Draft } from '../draft/model.js';
import { AnalysisCache } from '../draft/paragraph.js';
import type { Finding } from '../finding.js';
import { applyEdits } from '../fixes.js';
import type { Guide, RuleSetting } from '../guide.js';
import { rules } from '../rules/registry.js';
import { excludeOneAnother, type Cut } from './cut.js';

/** So many cuts are tried at once: each by itself would take a long draft seconds. */
const TRIED_AT_ONCE = 4;

/** The cuts that bring no error into the draft, neither a few of them nor all of them together. */
export function soundCuts(draft: Draft, guide: Guide, cuts: readonly Cut[]): Cut[] {
  const errors = errorCounter(draft, guide);
  const before = errors(draft.text);
  const isSound = (chosen: readonly Cut[]): boolean => {
    const after = errors(applyCuts(draft.text, chosen));
    return [...after].every(([key, count]) => count <= (before.get(key) ?? 0));
  };
  const soundAmong = (tried: readonly Cut[]): readonly Cut[] => {
    if (tried.length === 0 || isSound(tried)) return tried;
    const middle = Math.ceil(tried.length / 2);
    return tried.length === 1
      ? []
      : [...soundAmong(tried.slice(0, middle)), ...soundAmong(tried.slice(middle))];
  };
  const alone: Cut[] = [];
  for (let at = 0; at < cuts.length; at += TRIED_AT_ONCE) {
    alone.push(...soundAmong(cuts.slice(at, at + TRIED_AT_ONCE)));
  }
  const together = compatible(alone);
  if (isSound(together)) return alone;
  const accepted: Cut[] = [];
  for (const cut of alone) if (isSound(compatible([...accepted, cut]))) accepted.push(cut);
  return accepted;
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

/** Counts a text's errors by their rule and words; the rules whose findings the guide holds for less are not run. */
function errorCounter({ format }: Draft, guide: Guide): (text: string) => Map<string, number> {
  const settings: Record<string, RuleSetting> = {};
  for (const rule of rules) {
    const setting = guide.rules[rule.id];
    const severity = setting?.severity ?? rule.severity;
    settings[rule.id] = severity === 'error' ? { ...setting, severity } : { severity: 'off' };
  }
  const strict: Guide = { ...guide, rules: settings };
  const cache = new AnalysisCache();
  return (text) => {
    const counts = new Map<string, number>();
    for (const finding of checkDraft(text, { format, guide: strict, cache }).findings) {
      const key = keyOf(text, finding);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
}

function keyOf(text: string, { rule, span }: Finding): string {
  return `${rule} ${text.slice(span.start, span.end)}`;
}
