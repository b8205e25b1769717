import type { CheckResult } from '../core/check.js';
import { fixUntilStable } from '../core/fixes.js';
import { checkText, type CheckTextOptions } from './checkFiles.js';

/** What a draft is after its safe fixes; the given result when there are none. */
export function fixText(
  path: string,
  result: CheckResult,
  options: CheckTextOptions,
): { readonly result: CheckResult; readonly applied: number } {
  const { text } = result.draft;
  const fixed = fixUntilStable(text, (current) =>
    current === text ? result.findings : checkText(path, current, options).findings,
  );
  if (fixed.text === text) return { result, applied: 0 };
  return { result: checkText(path, fixed.text, options), applied: fixed.applied };
}
