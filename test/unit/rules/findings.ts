import { checkDraft } from '../../../server/src/core/check.js';
import type { DraftFormat, Segmenter } from '../../../server/src/core/draft/model.js';
import type { Finding } from '../../../server/src/core/finding.js';
import type { RuleSetting } from '../../../server/src/core/guide.js';
import { rules } from '../../../server/src/core/rules/registry.js';

/** How one rule is tried on one text. */
export interface Trial {
  readonly format?: DraftFormat;
  readonly options?: NonNullable<RuleSetting['options']>;
  readonly segmenter?: Segmenter;
}

/** The findings of one rule alone; a rule that throws fails the test. */
export function findingsOf(rule: string, text: string, trial: Trial = {}): readonly Finding[] {
  if (!rules.some(({ id }) => id === rule)) throw new Error(`no such rule: ${rule}`);
  const others = rules.filter(({ id }) => id !== rule).map(({ id }) => [id, { severity: 'off' }] as const);
  // A rule that waits to be asked for is asked for here.
  const off = rules.some(({ id, severity }) => id === rule && severity === 'off');
  const asked = off ? ({ severity: 'information' } as const) : {};
  const result = checkDraft(text, {
    format: trial.format ?? 'plain',
    guide: {
      rules: {
        ...Object.fromEntries(others),
        [rule]: { ...asked, options: trial.options ?? {} },
      },
    },
    segmenter: trial.segmenter,
  });
  if (result.failures.length > 0) throw new Error(result.failures.map(({ message }) => message).join('\n'));
  return result.findings;
}

/** The words that a rule's findings point at, in order. */
export function wordsAt(rule: string, text: string, trial: Trial = {}): readonly string[] {
  return findingsOf(rule, text, trial).map(({ span }) => text.slice(span.start, span.end));
}

/** The text after all edits of one fix. */
export function applyFix(text: string, finding: Finding | undefined, title: RegExp): string {
  const fix = finding?.fixes.find((candidate) => title.test(candidate.title));
  if (fix === undefined) throw new Error(`no fix ${title.source}`);
  return fix.edits.reduceRight(
    (result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end),
    text,
  );
}
