import type { Edit, Finding, Fix } from './finding.js';

/** A text after fixes were applied to it. */
export interface FixedText {
  readonly text: string;
  /** How many findings were mended. */
  readonly applied: number;
}

/** After this many rounds a draft is taken as it is: fixes that still call for others are at odds with one another. */
const MAX_ROUNDS = 10;

/** The edits of a safe fix, and the rule whose finding it mends. */
export interface ChosenFix {
  readonly rule: string;
  readonly edits: readonly Edit[];
}

/** Applies the fixes that {@link chooseFixes} chooses. */
export function applyFixes(text: string, findings: readonly Finding[]): FixedText {
  const { edits, chosen } = chooseFixes(text, findings);
  return { text: applyEdits(text, edits), applied: chosen.length };
}

/**
 * The first safe fix of each finding, in the order of the findings. A fix is taken whole or not at all: one that
 * touches what an earlier one changes waits for the next round. Two fixes touch when their edits overlap or insert
 * at the same place; fixes with the very same edits are one.
 *
 * @returns the fixes, and their edits each once
 */
export function chooseFixes(
  text: string,
  findings: readonly Finding[],
): { readonly chosen: readonly ChosenFix[]; readonly edits: readonly Edit[] } {
  const accepted: Edit[] = [];
  const chosen: ChosenFix[] = [];
  for (const { rule, fixes } of findings) {
    const fix = fixes.find((candidate) => candidate.safe);
    if (fix === undefined || fix.edits.length === 0) continue;
    const { edits } = fix;
    if (edits.every((edit) => accepted.some((other) => same(edit, other)))) {
      chosen.push({ rule, edits });
    } else if (
      isApplicable(fix, text) &&
      !edits.some((edit) => accepted.some((other) => touches(edit, other)))
    ) {
      accepted.push(...edits);
      chosen.push({ rule, edits });
    }
  }
  return { chosen, edits: accepted };
}

/**
 * Applies safe fixes and checks again until nothing safe is left. Running it on its own result changes nothing:
 * where fixes undo one another, the text is taken back to where they began to.
 *
 * @param check the findings of a text
 */
export function fixUntilStable(text: string, check: (text: string) => readonly Finding[]): FixedText {
  const rounds: FixedText[] = [{ text, applied: 0 }];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const last = rounds.at(-1) ?? { text, applied: 0 };
    const next = applyFixes(last.text, check(last.text));
    const before = rounds.find((earlier) => earlier.text === next.text);
    if (before !== undefined) return before;
    rounds.push({ text: next.text, applied: last.applied + next.applied });
  }
  return rounds.at(-1) ?? { text, applied: 0 };
}

/** `text` with the edits made, which must not overlap; of insertions at one place the first comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(at, span.start), replacement);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

/** A rule's mistake must not garble a draft: edits outside the text or over one another are not applied. */
function isApplicable(fix: Fix, text: string): boolean {
  return fix.edits.every(
    (edit, index) =>
      edit.span.start >= 0 &&
      edit.span.start <= edit.span.end &&
      edit.span.end <= text.length &&
      !fix.edits.slice(0, index).some((other) => touches(edit, other)),
  );
}

function touches(a: Edit, b: Edit): boolean {
  return (a.span.start < b.span.end && b.span.start < a.span.end) || a.span.start === b.span.start;
}

function same(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}
