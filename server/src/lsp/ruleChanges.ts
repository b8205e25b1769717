import type { Edit, Finding } from '../core/finding.js';
import { applyEdits, chooseFixes, type ChosenFix } from '../core/fixes.js';
import type { Span } from '../core/text/span.js';
import { changesBetween } from './changes.js';

/** A change, and the rules that it satisfies. */
export interface RuleChange {
  readonly edit: Edit;
  /** One at least; several where their fixes build upon one another. */
  readonly rules: readonly string[];
}

/**
 * The edits that make of `before` what it is after all its safe fixes, each as small as a single fix where fixes do
 * not build upon one another: then the lines come out right by the first round alone.
 *
 * @param findings those of `before`
 * @param after `before` as {@link fixUntilStable} leaves it
 */
export function ruleChanges(before: string, after: string, findings: readonly Finding[]): RuleChange[] {
  const { chosen } = chooseFixes(before, findings);
  const old = before.split('\n');
  const lines = after.split('\n');
  const all = rulesOf(chosen);
  if (old.length !== lines.length) return changesBetween(before, after).map((edit) => ({ edit, rules: all }));
  let offset = 0;
  return old.flatMap((line, index) => {
    const span = { start: offset, end: offset + line.length };
    offset += line.length + 1;
    const changes = changesOf({ line, span }, lines[index] ?? '', chosen);
    return changes.map(({ edit, rules }) => ({ edit, rules: rules.length > 0 ? rules : all }));
  });
}

function changesOf(
  { line, span }: { readonly line: string; readonly span: Span },
  after: string,
  chosen: readonly ChosenFix[],
): RuleChange[] {
  if (line === after) return [];
  const here = chosen.filter(({ edits }) => edits.some((edit) => within(edit.span, span)));
  const single = distinct(
    here.flatMap(({ rule, edits }) =>
      edits.filter((edit) => within(edit.span, span)).map((edit) => ({ edit, rules: [rule] })),
    ),
  );
  const moved = single.map(({ edit }) => ({ ...edit, span: shifted(edit.span, -span.start) }));
  if (applyEdits(line, moved) === after) return single;
  const rules = rulesOf(here);
  return changesBetween(line, after).map((edit) => ({
    edit: { ...edit, span: shifted(edit.span, span.start) },
    rules,
  }));
}

/** Each edit once, in order of place, with every rule that makes it. */
function distinct(changes: readonly RuleChange[]): RuleChange[] {
  const merged = new Map<string, RuleChange>();
  for (const change of changes.toSorted((a, b) => a.edit.span.start - b.edit.span.start)) {
    const { span, text } = change.edit;
    const key = `${span.start} ${span.end} ${text}`;
    const rules = [...(merged.get(key)?.rules ?? []), ...change.rules];
    merged.set(key, { edit: change.edit, rules: [...new Set(rules)] });
  }
  return [...merged.values()];
}

function rulesOf(chosen: readonly ChosenFix[]): string[] {
  return [...new Set(chosen.map(({ rule }) => rule))];
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
