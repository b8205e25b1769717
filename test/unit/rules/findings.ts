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
  if (!result.draft.chinese) throw new Error(`no rule looks at what is not Chinese prose: ${text}`);
  for (const finding of result.findings) assertShowable(text, finding);
  return result.findings;
}

/** Whatever a rule finds can be shown: texts have their figures, places lie in the draft and in its order. */
function assertShowable(text: string, { rule, span, message, related, fixes }: Finding): void {
  const texts = [message, ...related.map((place) => place.message), ...fixes.map(({ title }) => title)];
  const wrong = texts.find((shown) => shown === '' || /\{\w+\}|undefined|NaN|^[A-Za-z]+$/u.test(shown));
  if (wrong !== undefined) throw new Error(`${rule}: not a text to show: ${JSON.stringify(wrong)}`);
  const places = [span, ...related.map((place) => place.span)];
  if (!places.every(({ start, end }) => start >= 0 && start < end && end <= text.length)) {
    throw new Error(`${rule}: a place outside the draft: ${JSON.stringify(places)}`);
  }
  for (const { edits } of fixes) {
    const inOrder = edits.every((edit, i) => edit.span.start >= (edits[i - 1]?.span.end ?? 0));
    if (edits.length === 0 || !inOrder) throw new Error(`${rule}: edits that meet: ${JSON.stringify(edits)}`);
  }
  const reached = new Map<string, number>();
  for (const place of related) {
    if (place.span.start < (reached.get(place.message) ?? 0)) throw new Error(`${rule}: places out of order`);
    reached.set(place.message, place.span.start);
  }
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
